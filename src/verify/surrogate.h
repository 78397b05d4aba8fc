#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/match.h"

namespace claimcheck {

/// Where a sentence names a measure that stands in for the claim's outcome (`.surrogate_of` of the vocabulary). A
/// change of a surrogate is none of the outcome itself (Fleming and DeMets, Ann Intern Med 1996;125:605): what is read
/// there never takes a side.
std::vector<SlotMatch> find_surrogates(const ClaimFrame& frame, const Sentence& sentence, const Vocabulary& vocabulary);

/// Takes the side from a finding on a surrogate, and says so among its mismatches, under "outcome".
void mark_as_surrogate(Finding& finding);

}  // namespace claimcheck
