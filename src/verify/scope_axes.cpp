#include "verify/scope_axes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "verify/concept_roots.h"
#include "verify/study_scope.h"

namespace claimcheck {
namespace {

using Values = std::vector<std::string>;

Values settings_of(const Finding& finding) {
  switch (finding.setting) {
    case Setting::medical:
      return {std::string(kMedicalUse)};
    case Setting::recreational:
      return {std::string(kRecreationalUse)};
    case Setting::mixed:
      return {std::string(kMedicalUse), std::string(kRecreationalUse)};
    case Setting::unspecified:
      break;
  }
  return {};
}

// Bands as readers think of them; OCEBM tells short-term from long-term harms.
Values band_of(std::optional<int> days) {
  if (!days) return {};
  if (*days <= 31) return {"up to a month"};
  return {*days < 365 ? "up to a year" : "a year or more"};
}

// The concepts of a slot; its words where the vocabulary knows none.
Values named_by(const Slot& slot) {
  if (!slot.concepts.empty()) return slot.concepts;
  return slot.text.empty() ? Values{} : Values{slot.text};
}

// An outcome that is a disease ("depression", "addiction") tells no population.
Values claimed_population(const ClaimFrame& frame) {
  if (frame.population.span.overlaps(frame.outcome.span)) return {};
  return named_by(frame.population);
}

Values claimed_course(const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 3> courses{kSingleDose, kRepeatedDoses, kMaintenance};
  Values named;
  for (const std::string& id : frame.duration.concepts) {
    if (std::find(courses.begin(), courses.end(), id) != courses.end()) named.push_back(id);
  }
  return named;
}

constexpr std::array<ScopeAxis, 6> kAxes{{
    {"setting", settings_of, [](const ClaimFrame& frame) { return named_by(frame.setting); }},
    {"population", [](const Finding& finding) { return finding.scope.populations; }, claimed_population},
    {"dose", [](const Finding& finding) { return finding.scope.doses; },
     [](const ClaimFrame& frame) { return named_by(frame.dose); }},
    {"route", [](const Finding& finding) { return finding.scope.routes; },
     [](const ClaimFrame& frame) { return named_by(frame.route); }},
    {"course", [](const Finding& finding) { return finding.scope.courses; }, claimed_course},
    {"follow_up", [](const Finding& finding) { return band_of(finding.scope.follow_up_days); },
     [](const ClaimFrame& frame) { return band_of(claimed_horizon(frame)); }},
}};

constexpr ScopeAxis kEndPoint{
    "end_point", [](const Finding& finding) { return finding.outcome.empty() ? Values{} : Values{finding.outcome}; },
    [](const ClaimFrame& frame) { return named_by(frame.outcome); }};

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
