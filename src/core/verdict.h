#pragma once

#include <string>
#include <vector>

#include "core/certainty.h"
#include "core/enum_names.h"

namespace claimcheck {

/// How the wording of a claim stands against the retrieved evidence (verdict-method, section 5).
enum class Tag { supported, contested, unsupported };

/// Finer shade of a tag; `none` where the tag has none.
enum class SubTag { none, contradicted, mixed, mixed_explained, dissent, qualified };

/// Why (verdict-method, section 6).
enum class ReasonCode {
  no_records,
  search_incomplete,
  only_indirect,
  only_weak_design,
  retracted_only,
  concern,
  stale,
  newer_opposes,
  single_source,
  gap_stated,
  duplicate_family,
  absence_not_shown,
  null_not_equivalence,
  upper_bound_too_wide,
  follow_up_too_short,
  outcome_not_measured,
  absolute_negative,
  counter_example,
  overstated_strength,
  causal_from_observational,
  animal_to_human,
  scope_unqualified,
  number_mismatch,
  relative_without_absolute,
  comparator_missing,
  surrogate_outcome,
  qualified,
  dissent,
  mixed_explained,
  abstract_spin,
  abstract_only,
  needs_context,
  compound_split,
  suppressed,
  not_checkable,
  out_of_scope,
  tool_failure,
  human_override,
};

struct Reason {
  ReasonCode code = ReasonCode::no_records;
  std::string text;  ///< one plain sentence
  bool operator==(const Reason&) const = default;
};

/// What the rules conclude. `reasons` has at most three, lead first. Certainty and families are those of the
/// findings that were weighed on each side.
struct Verdict {
  Tag tag = Tag::unsupported;
  SubTag sub_tag = SubTag::none;
  std::vector<Reason> reasons;
  Certainty certainty_for = Certainty::none;
  Certainty certainty_against = Certainty::none;
  int families_for = 0;
  int families_against = 0;
  /// Wording of the same content that these rules tag supported on the same citations; empty when the claim needs none
  /// or none would do.
  std::string suggested_wording;
  std::vector<std::string> steps;  ///< the branch taken and each step up or down in certainty, for `explain`
  bool operator==(const Verdict&) const = default;
};

/// Version of the rules that turn findings into a verdict; raised whenever a verdict could change.
inline constexpr int kRulesVersion = 8;

template <>
struct EnumNames<Tag> {
  static constexpr std::array<std::string_view, 3> values{"supported", "contested", "unsupported"};
};
template <>
struct EnumNames<SubTag> {
  static constexpr std::array<std::string_view, 6> values{"none",    "contradicted", "mixed", "mixed_explained",
                                                          "dissent", "qualified"};
};
template <>
struct EnumNames<ReasonCode> {
  static constexpr std::array<std::string_view, 38> values{"no_records",
                                                           "search_incomplete",
                                                           "only_indirect",
                                                           "only_weak_design",
                                                           "retracted_only",
                                                           "concern",
                                                           "stale",
                                                           "newer_opposes",
                                                           "single_source",
                                                           "gap_stated",
                                                           "duplicate_family",
                                                           "absence_not_shown",
                                                           "null_not_equivalence",
                                                           "upper_bound_too_wide",
                                                           "follow_up_too_short",
                                                           "outcome_not_measured",
                                                           "absolute_negative",
                                                           "counter_example",
                                                           "overstated_strength",
                                                           "causal_from_observational",
                                                           "animal_to_human",
                                                           "scope_unqualified",
                                                           "number_mismatch",
                                                           "relative_without_absolute",
                                                           "comparator_missing",
                                                           "surrogate_outcome",
                                                           "qualified",
                                                           "dissent",
                                                           "mixed_explained",
                                                           "abstract_spin",
                                                           "abstract_only",
                                                           "needs_context",
                                                           "compound_split",
                                                           "suppressed",
                                                           "not_checkable",
                                                           "out_of_scope",
                                                           "tool_failure",
                                                           "human_override"};
};

}  // namespace claimcheck
