#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"

namespace claimcheck {

/// One respect in which studies differ from each other and from a claim.
struct ScopeAxis {
  std::string_view name;
  std::vector<std::string> (*values)(const Finding&);      ///< of the study; empty when it does not tell
  std::vector<std::string> (*claimed)(const ClaimFrame&);  ///< of the claim; empty when it leaves the axis open
};

/// Setting, population, dose, route, course and follow-up, in the order in which they are tried as the
/// moderator of a disagreement.
std::span<const ScopeAxis> scope_axes();

/// What separates two sides: one value that every finding of the one side has and none of the other, all of which tell
/// theirs.
struct Moderator {
  std::string axis;
  std::string with_value;     ///< of the side that has it in common
  std::string without_value;  ///< the most frequent of the other side
  bool common_to_first = true;
  bool operator==(const Moderator&) const = default;
};

/// The first axis (besides scope_axes, the end point that was measured) that separates the sides; nullopt when none
/// does, or a side is empty.
std::optional<Moderator> find_moderator(std::span<const Finding* const> first, std::span<const Finding* const> second);

/// The value that all findings have in common on an axis; empty when there is none, or there are no findings.
std::string common_value(const ScopeAxis& axis, std::span<const Finding* const> findings);

}  // namespace claimcheck
