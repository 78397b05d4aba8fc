#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/match.h"

namespace claimcheck {

/// True if a record says beforehand, in its title, its aims or its methods, that it looks for the outcome or for
/// adverse effects at large.
bool looks_for(const SlotMatcher& outcome, const Sentence& title, const std::vector<Sentence>& sentences,
               const Vocabulary& vocabulary);

/// A count of zero events supports a claim only where the outcome was looked for, and for as long as the claim speaks
/// of (verdict-method, section 3; OCEBM Levels of Evidence 2011, row on harms): else the finding becomes inconclusive.
void hold_to_follow_up(const ClaimFrame& frame, Finding& zero_events);

}  // namespace claimcheck
