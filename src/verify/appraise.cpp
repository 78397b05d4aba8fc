#include "verify/appraise.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "verify/certainty.h"
#include "verify/scope_axes.h"
#include "verify/stance.h"
#include "verify/study_scope.h"

namespace claimcheck {
namespace {

constexpr std::string_view kNotStated = "not stated";

bool takes_side(const Finding& finding) {
  return finding.stance == Stance::supports || finding.stance == Stance::opposes;
}

// Families for and against one value of an axis.
struct FamilySets {
  std::set<std::string> supporting;
  std::set<std::string> opposing;
};

void count_value(const std::string& value, const Finding& finding, std::map<std::string, FamilySets>& counts) {
  FamilySets& sets = counts[value];
  (finding.stance == Stance::supports ? sets.supporting : sets.opposing).insert(finding.family);
}

ScopeDimension map_axis(const ClaimFrame& frame, const ScopeAxis& axis, std::span<const Finding> findings) {
  std::map<std::string, FamilySets> counts;
  for (const Finding& finding : findings) {
    if (!is_weighed(finding) || !takes_side(finding)) continue;
    const std::vector<std::string> values = axis.values(finding);
    for (const std::string& value : values) count_value(value, finding, counts);
    if (values.empty()) count_value(std::string(kNotStated), finding, counts);
  }
  const std::vector<std::string> claimed = axis.claimed(frame);
  ScopeDimension dimension{std::string(axis.name), claimed.empty(), {}};
  for (const std::string& value : claimed) counts[value];
  for (const auto& [value, sets] : counts) {
    const bool named = std::find(claimed.begin(), claimed.end(), value) != claimed.end();
    dimension.values.push_back(
        {value, named, static_cast<int>(sets.supporting.size()), static_cast<int>(sets.opposing.size())});
  }
  return dimension;
}

bool tells_nothing(const ScopeDimension& dimension) {
  return std::all_of(dimension.values.begin(), dimension.values.end(),
                     [](const ScopeValue& value) { return value.value == kNotStated; });
}

}  // namespace

std::optional<Requirement> state_requirement(const ClaimFrame& frame, std::span<const Finding> findings) {
  if (!plays_harm_down(frame)) return std::nullopt;
  if (!frame.threshold && frame.demand != Strength::absolute) return std::nullopt;
  Requirement requirement;
  requirement.highest_rate = frame.threshold.value_or(kAbsenceThreshold);
  if (requirement.highest_rate <= 0) return std::nullopt;
  // A hair less than the quotient, so that 3 / 0.01 is 300 and not 301.
  requirement.exposed_needed = static_cast<int>(std::ceil(3 / requirement.highest_rate - 1e-9));
  requirement.follow_up_needed = claimed_horizon(frame);
  for (const Finding& finding : findings) {
    if (finding.reported != Reported::bound || !is_weighed(finding)) continue;
    const int exposed = finding.numbers.exposed.value_or(0);
    if (exposed > requirement.exposed_shown.value_or(0)) requirement.exposed_shown = exposed;
    const int days = finding.scope.follow_up_days.value_or(0);
    if (days > requirement.follow_up_shown.value_or(0)) requirement.follow_up_shown = days;
  }
  if (requirement.exposed_shown) requirement.upper_bound = rule_of_three(*requirement.exposed_shown);
  return requirement;
}

std::vector<Flip> find_flips(const ClaimFrame& frame, std::span<const Finding> findings, Tag tag, const Weigh& weigh) {
  std::map<std::string, std::set<Pmid>> families;
  for (const Finding& finding : findings) {
    const bool counts = takes_side(finding) || finding.reported == Reported::gap_stated;
    if (counts && is_weighed(finding)) families[finding.family].insert(finding.pmid);
  }
  std::vector<Flip> flips;
  // One copy, with each family's findings put last in turn: the order of findings changes no verdict.
  std::vector<Finding> arranged(findings.begin(), findings.end());
  for (const auto& [family, pmids] : families) {
    const auto rest_end = std::partition(arranged.begin(), arranged.end(),
                                         [&name = family](const Finding& finding) { return finding.family != name; });
    const Verdict without = weigh(frame, {arranged.begin(), rest_end});
    if (without.tag != tag) flips.push_back({family, {pmids.begin(), pmids.end()}, without.tag, without.sub_tag});
  }
  return flips;
}

std::vector<ScopeDimension> map_scope(const ClaimFrame& frame, std::span<const Finding> findings) {
  std::vector<ScopeDimension> scope;
  for (const ScopeAxis& axis : scope_axes()) {
    ScopeDimension dimension = map_axis(frame, axis, findings);
    if (!tells_nothing(dimension)) scope.push_back(std::move(dimension));
  }
  return scope;
}

}  // namespace claimcheck
