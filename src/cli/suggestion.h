#pragma once

#include <span>
#include <string>
#include <string_view>

namespace claimcheck {

/// "; did you mean 'X'?" for the name in `known` that is nearest to `word`, or "" when none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

}  // namespace claimcheck
