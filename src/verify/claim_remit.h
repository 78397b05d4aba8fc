#pragma once

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// True if no result that an abstract reports could confirm or refute the claim: law and supply, history, practice,
/// judgements, what is known. Sets the kind (regulatory or opinion) and says why in `unresolved`. Slots must be filled.
bool is_outside_remit(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame);

}  // namespace claimcheck
