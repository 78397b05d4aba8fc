#pragma once

#include "verify/claim_parts.h"
#include "verify/evidence_view.h"
#include "verify/linear_model.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What the stance models look at: how much of the claim the record names, what the sentences nearest to it report
/// (cues, p-values, intervals, null results), and whether claim and sentence say more or less of the same things. No
/// word of the claim or of the record is a feature by itself: models learn how findings are told, never topics.
Features stance_features(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence);

}  // namespace claimcheck
