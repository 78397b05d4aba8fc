#pragma once

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Sets `demand`, the strength that the verdict holds the claim to, with the words that tell. Denied harm and "safe"
/// are absolute unless hedged. The kind must be set.
void grade_demand(const ClaimWords& words, ClaimFrame& frame);

/// Sets `strength`, how strongly the claim is worded (verify/wording.h), with the words that tell. A wording without
/// exception ("never", "proven", "safe", a denied harm) makes a causal one absolute; a claim that words no relation
/// takes "reported" and "absolute" from its demand, which must be set: "is safe", but neither "was safe" nor "should be
/// safe".
void grade_strength(const ClaimWords& words, ClaimFrame& frame);

}  // namespace claimcheck
