#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/appraisal.h"
#include "core/finding.h"

namespace claimcheck {

/// "3,000".
std::string group_digits(int number);

/// "8 weeks", "1 year"; "about" before what is rounded.
std::string describe_days(int days);

/// "1 in 1,000"; from a half upwards "60 %".
std::string describe_frequency(double rate);

/// "3,000 people followed for 1 year without a case": what would bear the wording out.
std::string describe_needed(const Requirement& requirement);

/// "460 people, the longest for 8 weeks, so up to 1 in 153 may be affected": the most that was shown.
std::string describe_shown(const Requirement& requirement);

/// What it would take, as one sentence with both halves and the rate that the wording allows.
std::string describe_requirement(const Requirement& requirement);

/// Stands under every requirement.
inline constexpr std::string_view kRuleOfThree =
    "After no case among n people the true rate may still be up to 3/n (95 % confidence; Hanley and Lippman-Hand, JAMA "
    "1983;249:1743).";

/// Stands under every scope map.
inline constexpr std::string_view kScopeKey =
    "Study families that were weighed. Named: the claim names it. Covered: the claim leaves this open, so it speaks of "
    "all.";

/// How a PMID is written: as words, or as a link.
using PmidNamer = std::function<std::string(Pmid)>;

/// "one study makes the difference: without PMID 12 the tag would be unsupported"; empty when no single study decides
/// the tag.
std::string describe_flips(const std::vector<Flip>& flips, const PmidNamer& name_pmid);

/// "PMID 12".
std::string name_pmid(Pmid pmid);

/// An axis of scope as readers know it: "follow-up" for follow_up.
std::string word_for_axis(std::string_view axis);

/// A value on an axis: "high dose" for high_dose.
std::string word_for_value(std::string_view value);

/// The values of an axis as they are shown: what the claim names, then by the number of families, what is not stated
/// last. Points into `dimension`.
std::vector<const ScopeValue*> order_values(const ScopeDimension& dimension);

/// Whether the claim names a value, leaves the axis open and so covers it, or names others.
std::string_view describe_claimed(const ScopeDimension& dimension, const ScopeValue& value);

/// One respect of a study's scope.
struct ScopeFact {
  std::string_view axis;
  std::string words;  ///< the values, with commas
  bool operator==(const ScopeFact&) const = default;
};

/// What the record tells of its scope, in a fixed order.
std::vector<ScopeFact> list_scope(const StudyScope& scope);

/// What a reader should know before trusting a finding.
struct FindingFlag {
  std::string_view words;
  bool alarm = false;  ///< stands out
  bool operator==(const FindingFlag&) const = default;
};

/// Retracted, expression of concern and so on, gravest first.
std::vector<FindingFlag> list_warnings(const Finding& finding);

/// What makes a finding stronger than its design alone.
std::vector<std::string_view> list_strengths(const Finding& finding);

/// How certain the authors call their own evidence ("very low certainty, say its authors"); empty where they do not.
std::string describe_rating(const Finding& finding);

}  // namespace claimcheck
