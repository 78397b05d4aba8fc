#pragma once

#include "core/claim_frame.h"
#include "text/cues.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What a claim's change of `kind` means for its outcome. "More days free of X", "prolongs the time to X": there is
/// more of the time without it, and less of X.
CueKind freed_kind(const Sentence& sentence, CueKind kind, const ClaimFrame& frame);

/// "Days free of X", "nights without X": the cue denies nothing that the claim says.
bool is_time_free_of(const Sentence& sentence, const Cue& cue);

/// "Arthritis not visible on X-ray", "patients not helped by it": the denial is said of what stands right before it.
bool is_denial_of_noun(const Sentence& sentence, const Cue& cue);

}  // namespace claimcheck
