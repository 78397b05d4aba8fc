#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"

namespace claimcheck {

/// Adds to `kept` the finding that speaks for its citation, of those on gaps or of the others: for harms one with a
/// stance before one without, for effects by section; then the more reliable reading, then the earlier sentence. Adds
/// nothing where `found` holds none of the sort.
void keep_best(const ClaimFrame& frame, std::vector<Finding>& found, bool gaps, std::vector<Finding>& kept);

}  // namespace claimcheck
