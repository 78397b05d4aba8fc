#pragma once

#include <span>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "core/verdict.h"

namespace claimcheck {

/// The verdict on a claim that was searched on both sides (verdict-method, section 5, rules 2 to 4). A pure function:
/// the order of the findings never matters, findings that are not weighed never flip a tag.
Verdict weigh_findings(const ClaimFrame& frame, std::span<const Finding> findings);

}  // namespace claimcheck
