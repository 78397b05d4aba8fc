#pragma once

#include <span>

#include "core/finding.h"

namespace claimcheck {

/// True if `best`, one of a record's findings, is a conclusion that supports the claim while the record's results
/// report no difference on the same outcome and none supports it (spin: Boutron et al., JAMA 2010;303:2058).
bool is_spin(const Finding& best, std::span<const Finding> of_record);

}  // namespace claimcheck
