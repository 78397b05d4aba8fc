#pragma once

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// True if a claim compares and does not say with what: "works faster", "is safer", "causes fewer side effects". What
/// compares a person with before does not ("sleep better"). Slots must be filled.
bool lacks_comparator(const ClaimWords& words, const ClaimFrame& frame, const Vocabulary& vocabulary);

/// True if a claim compares its subject with itself, given in another way: "early X … than late X", "… than the
/// high-dose version". Slots must be filled.
bool compares_with_itself(const ClaimWords& words, const ClaimFrame& frame);

}  // namespace claimcheck
