#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace claimcheck {

/// The name in `known` that `word` was most likely meant to be: the one that takes the fewest edits (letters inserted,
/// deleted, replaced, or two neighbours swapped; ASCII letters compared without case), the first of several; nullopt
/// when even that one needs more edits than a third of the longer of the two, and never fewer than one edit is allowed.
/// Words over 64 bytes match nothing.
std::optional<std::string_view> nearest_name(std::string_view word, std::span<const std::string_view> known);

}  // namespace claimcheck
