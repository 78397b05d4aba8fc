#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// What people hold a claim to be, to stand beside the tool's own mark (ClaimMark), which always stays.
struct DecisionMark {
  std::string_view icon;   ///< empty while nobody decided
  std::string_view word;   ///< "Supported"; "Reviewers differ", "Open" while nobody decided
  std::string_view style;  ///< CSS class: that of a tag, or "undecided"
  bool overrides = false;  ///< people decided otherwise than the tool's tag says
};

/// nullopt where nobody takes part in a review of the run.
std::optional<DecisionMark> decision_mark(const Run& run, const Report& report);

/// "✓ Supported · overrides the tag", "Open".
std::string describe_decision_mark(const DecisionMark& mark);

/// How many claims people hold to be one thing.
struct DecisionCount {
  std::string_view icon;
  std::string_view name;  ///< "supported", "where reviewers differ", "open"
  std::string_view style;
  std::size_t count = 0;
};

/// As decided by people: the four judgements, then those on which reviewers differ, then those that are open. They add
/// up to the number of claims. Empty where nobody takes part.
std::vector<DecisionCount> count_decisions(const Run& run);

/// "1 supported, 0 contested, …": the counts as a phrase; empty where nobody takes part.
std::string describe_decision_counts(const Run& run);

/// The word of a claim that somebody has still to judge.
inline constexpr std::string_view kOpenWord = "Open";

inline constexpr std::string_view kDecidedByPeople = "As decided by people";

}  // namespace claimcheck
