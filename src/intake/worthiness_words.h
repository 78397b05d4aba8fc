#pragma once

#include "text/phrase_table.h"

namespace claimcheck {

/// The phrases of data/worthiness_words.txt, by what they say of a statement.
const PhraseTable& worthiness_words();

}  // namespace claimcheck
