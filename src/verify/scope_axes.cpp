#include "verify/scope_axes.h"

#include <algorithm>
#include <array>
#include <map>

namespace claimcheck {
namespace {

using Values = std::vector<std::string>;

Values settings_of(const Finding& finding) {
  switch (finding.setting) {
    case Setting::medical:
    case Setting::recreational:
      return {std::string(to_string(finding.setting)) + " use"};
    case Setting::mixed:
      return {"medical use", "recreational use"};
    case Setting::unspecified:
      break;
  }
  return {};
}

// Bands as readers think of them; OCEBM tells short-term from long-term harms.
Values follow_up_of(const Finding& finding) {
  if (!finding.scope.follow_up_days) return {};
  const int days = *finding.scope.follow_up_days;
  if (days <= 31) return {"up to a month"};
  if (days < 365) return {"up to a year"};
  return {"a year or more"};
}

constexpr std::array<ScopeAxis, 6> kAxes{{
    {"setting", settings_of, &ClaimFrame::setting},
    {"population", [](const Finding& finding) { return finding.scope.populations; }, &ClaimFrame::population},
    {"dose", [](const Finding& finding) { return finding.scope.doses; }, &ClaimFrame::dose},
    {"route", [](const Finding& finding) { return finding.scope.routes; }, &ClaimFrame::route},
    {"course", [](const Finding& finding) { return finding.scope.courses; }, &ClaimFrame::duration},
    {"follow_up", follow_up_of, &ClaimFrame::duration},
}};

constexpr ScopeAxis kEndPoint{
    "end_point", [](const Finding& finding) { return finding.outcome.empty() ? Values{} : Values{finding.outcome}; },
    &ClaimFrame::outcome};

using Findings = std::span<const Finding* const>;

bool has_value(const ScopeAxis& axis, const Finding& finding, const std::string& value) {
  const Values values = axis.values(finding);
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string most_frequent(const ScopeAxis& axis, Findings findings) {
  std::map<std::string, int> counts;
  for (const Finding* finding : findings) {
    for (const std::string& value : axis.values(*finding)) ++counts[value];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::string() : most->first;
}

std::optional<Moderator> separates(const ScopeAxis& axis, Findings common, Findings others, bool common_to_first) {
  const std::string value = common_value(axis, common);
  if (value.empty()) return std::nullopt;
  const bool apart = std::all_of(others.begin(), others.end(), [&](const Finding* finding) {
    return !axis.values(*finding).empty() && !has_value(axis, *finding, value);
  });
  if (!apart) return std::nullopt;
  return Moderator{std::string(axis.name), value, most_frequent(axis, others), common_to_first};
}

}  // namespace

std::span<const ScopeAxis> scope_axes() {
  return kAxes;
}

bool is_open(const ClaimFrame& frame, const ScopeAxis& axis) {
  const Slot& slot = frame.*axis.slot;
  const bool is_population = axis.slot == &ClaimFrame::population;
  return slot.empty() || (is_population && !slot.span.empty() && slot.span == frame.outcome.span);
}

std::string common_value(const ScopeAxis& axis, std::span<const Finding* const> findings) {
  if (findings.empty()) return {};
  for (const std::string& value : axis.values(*findings.front())) {
    const bool shared = std::all_of(findings.begin(), findings.end(),
                                    [&](const Finding* finding) { return has_value(axis, *finding, value); });
    if (shared) return value;
  }
  return {};
}

std::optional<Moderator> find_moderator(std::span<const Finding* const> first, std::span<const Finding* const> second) {
  if (first.empty() || second.empty()) return std::nullopt;
  std::vector<ScopeAxis> axes(kAxes.begin(), kAxes.end());
  axes.push_back(kEndPoint);
  for (const ScopeAxis& axis : axes) {
    if (auto found = separates(axis, first, second, true)) return found;
    if (auto found = separates(axis, second, first, false)) return found;
  }
  return std::nullopt;
}

}  // namespace claimcheck
