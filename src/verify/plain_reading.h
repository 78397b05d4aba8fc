#pragma once

#include <optional>

#include "core/finding.h"
#include "verify/comparison_signs.h"

namespace claimcheck {

/// What a passage says happened to the outcome, where it says so plainly and nothing in it speaks against that: the
/// outcome denied by name ("but not nausea"), a comparative whose two sides are arms ("lower with X than with Y"), an
/// estimate with its interval, or two numbers with their p-value. nullopt where it takes weighing.
std::optional<Reported> read_plainly(const ReadPassage& passage);

}  // namespace claimcheck
