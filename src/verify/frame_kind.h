#pragma once

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/frame_slots.h"

namespace claimcheck {

/// Sets polarity, kind, direction and threshold, and the outcome where one word names both claim and outcome ("safe",
/// "addictive"). Slots must be filled.
void classify_claim(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame);

}  // namespace claimcheck
