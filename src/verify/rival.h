#pragma once

#include <optional>

#include "verify/match.h"

namespace claimcheck {

/// What the claim holds its subject against: the comparator of its frame, or the treatment that stands behind
/// "superior to". nullopt when the claim compares nothing.
std::optional<SlotMatcher> find_rival(const ClaimFrame& frame, const Vocabulary& vocabulary);

}  // namespace claimcheck
