#pragma once

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True if what a sentence tells of the outcome at `outcome` may speak for or against the claim. Where the claim is on
/// a disease, the sentence must make the disease the cause: whatever happens to people who have it is no effect of it.
/// A claim on a treatment alone is not met by a combination, and one that compares needs a
/// sentence that names the other and tells in words which of them did more.
bool can_take_side(const ClaimFrame& frame, const Vocabulary& vocabulary, const SlotMatcher& subject,
                   const Sentence& sentence, const TokenRange& outcome);

}  // namespace claimcheck
