#pragma once

#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// The stems of the content words that no slot holds and no rule used (ClaimFrame::unread). Words that narrow no claim
/// ("people who take", "together with", "has been found") are left out. The slots must be filled.
std::vector<std::string> find_unread(const ClaimWords& words, const ClaimFrame& frame);

}  // namespace claimcheck
