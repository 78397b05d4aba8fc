#pragma once

#include "text/phrase_table.h"

namespace claimcheck {

/// Words that tell why what a sentence says is no finding, or one with limits (src/verify/data/caveat_words.txt).
const PhraseTable& caveat_words();

/// Words that tell what sort of claim a sentence makes (src/verify/data/claim_words.txt).
const PhraseTable& claim_words();

/// Words that tell how a study was done (src/verify/data/study_words.txt).
const PhraseTable& study_words();

/// Words that tell how strongly a sentence is worded (src/verify/data/strength_words.txt).
const PhraseTable& strength_words();

/// Words that tell how one arm did against another (src/verify/data/comparison_words.txt).
const PhraseTable& comparison_words();

}  // namespace claimcheck
