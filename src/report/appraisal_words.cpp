#include "report/appraisal_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "report/words.h"

namespace claimcheck {
namespace {

constexpr int kDaysAYear = 365;
constexpr int kDaysAMonth = 30;
constexpr int kDaysAWeek = 7;
constexpr std::size_t kNamedStudies = 4;
constexpr std::string_view kNotStated = "not stated";  // as core/appraisal.h has it

std::string count_units(int count, std::string_view one, std::string_view many) {
  return count_words(static_cast<std::size_t>(count), one, many);
}

std::string round_days(int days, int unit, std::string_view one, std::string_view many) {
  return "about " + count_units(static_cast<int>(std::lround(static_cast<double>(days) / unit)), one, many);
}

std::string spaced(std::string_view words) {
  std::string text(words);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string join(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += ", ";
    text += word_for_value(value);
  }
  return text;
}

// Flips to the same tag stand together.
struct FlipGroup {
  Tag tag = Tag::unsupported;
  SubTag sub_tag = SubTag::none;
  std::vector<const Flip*> flips;
};

std::vector<FlipGroup> group_flips(const std::vector<Flip>& flips) {
  std::vector<FlipGroup> groups;
  for (const Flip& flip : flips) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const FlipGroup& g) { return g.tag == flip.tag && g.sub_tag == flip.sub_tag; });
    if (group == groups.end()) group = groups.insert(group, {flip.tag, flip.sub_tag, {}});
    group->flips.push_back(&flip);
  }
  return groups;
}

std::string name_study(const Flip& flip, const PmidNamer& name_pmid) {
  if (flip.pmids.empty()) return "one study";
  std::string text = name_pmid(flip.pmids.front());
  if (flip.pmids.size() > 1) {
    text += fmt::format(" (and {} of the same study)",
                        count_words(flip.pmids.size() - 1, "further record", "further records"));
  }
  return text;
}

std::string name_studies(const std::vector<const Flip*>& flips, const PmidNamer& name_pmid) {
  std::vector<std::string> names;
  for (const Flip* flip : flips) {
    if (names.size() < kNamedStudies) names.push_back(name_study(*flip, name_pmid));
  }
  if (flips.size() > kNamedStudies) names.push_back(fmt::format("one of {} others", flips.size() - kNamedStudies));
  std::string text = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) text += (i + 1 == names.size() ? " or " : ", ") + names[i];
  return text;
}

}  // namespace

std::string group_digits(int number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string describe_days(int days) {
  if (days >= kDaysAYear) {
    return days % kDaysAYear == 0 ? count_units(days / kDaysAYear, "year", "years")
                                  : fmt::format("about {:.1f} years", static_cast<double>(days) / kDaysAYear);
  }
  if (days >= kDaysAMonth && days % kDaysAMonth == 0) return count_units(days / kDaysAMonth, "month", "months");
  if (days >= kDaysAWeek && days % kDaysAWeek == 0) return count_units(days / kDaysAWeek, "week", "weeks");
  if (days >= 3 * kDaysAMonth) return round_days(days, kDaysAMonth, "month", "months");
  return count_units(days, "day", "days");
}

std::string describe_frequency(double rate) {
  if (rate <= 0) return "none";
  if (rate >= 0.5) return fmt::format("{:.0f} %", rate * 100);
  return "1 in " + group_digits(static_cast<int>(std::lround(1 / rate)));
}

std::string describe_needed(const Requirement& requirement) {
  std::string text = group_digits(requirement.exposed_needed) + " people followed ";
  if (requirement.follow_up_needed) text += fmt::format("for {} ", describe_days(*requirement.follow_up_needed));
  return text + "without a case";
}

std::string describe_shown(const Requirement& requirement) {
  if (!requirement.exposed_shown) return "no study that was weighed followed people without a case";
  std::string text = count_words(static_cast<std::size_t>(*requirement.exposed_shown), "person", "people");
  if (*requirement.exposed_shown >= 1000) text = group_digits(*requirement.exposed_shown) + " people";
  if (requirement.follow_up_shown) {
    text += fmt::format(", the longest for {}", describe_days(*requirement.follow_up_shown));
  } else if (requirement.follow_up_needed) {
    text += ", with no time told";
  }
  if (!requirement.upper_bound) return text + ": too few to bound how often it happens";
  if (*requirement.upper_bound <= requirement.highest_rate) return text;
  return text + fmt::format(", which leaves room for {}", describe_frequency(*requirement.upper_bound));
}

std::string describe_requirement(const Requirement& requirement) {
  return fmt::format("{} (at most {}); shown: {}", describe_needed(requirement),
                     describe_frequency(requirement.highest_rate),
                     requirement.exposed_shown ? describe_shown(requirement) : "none");
}

std::string describe_flips(const std::vector<Flip>& flips, const PmidNamer& name_pmid) {
  if (flips.empty()) return {};
  std::string text = flips.size() == 1 ? "one study makes the difference"
                                       : fmt::format("each of {} studies alone makes the difference", flips.size());
  char mark = ':';
  for (const FlipGroup& group : group_flips(flips)) {
    text += fmt::format("{} without {} the tag would be {}", mark, name_studies(group.flips, name_pmid),
                        to_string(group.tag));
    if (!word_for(group.sub_tag).empty()) text += fmt::format(" ({})", word_for(group.sub_tag));
    mark = ';';
  }
  return text;
}

std::string name_pmid(Pmid pmid) {
  return fmt::format("PMID {}", pmid);
}

std::string word_for_axis(std::string_view axis) {
  return axis == "follow_up" ? "follow-up" : spaced(axis);
}

std::string word_for_value(std::string_view value) {
  return spaced(value);
}

std::vector<const ScopeValue*> order_values(const ScopeDimension& dimension) {
  std::vector<const ScopeValue*> values;
  for (const ScopeValue& value : dimension.values) values.push_back(&value);
  const auto rank = [](const ScopeValue& value) {
    return std::tuple(!value.claimed, value.value == kNotStated, -(value.families_for + value.families_against));
  };
  std::stable_sort(values.begin(), values.end(),
                   [&](const ScopeValue* a, const ScopeValue* b) { return rank(*a) < rank(*b); });
  return values;
}

std::string_view describe_claimed(const ScopeDimension& dimension, const ScopeValue& value) {
  if (value.claimed) return "named";
  return dimension.open && value.value != kNotStated ? "covered" : "";
}

std::vector<ScopeFact> list_scope(const StudyScope& scope) {
  std::vector<ScopeFact> facts{{"population", join(scope.populations)},
                               {"route", join(scope.routes)},
                               {"dose", join(scope.doses)},
                               {"course", join(scope.courses)},
                               {"follow-up", scope.follow_up_days ? describe_days(*scope.follow_up_days) : ""}};
  facts.erase(std::remove_if(facts.begin(), facts.end(), [](const ScopeFact& fact) { return fact.words.empty(); }),
              facts.end());
  return facts;
}

std::vector<FindingFlag> list_warnings(const Finding& finding) {
  std::vector<FindingFlag> flags;
  const auto add = [&](bool holds, std::string_view words, bool alarm) {
    if (holds) flags.push_back({words, alarm});
  };
  add(finding.retracted, "Retracted", true);
  add(finding.concern, "Expression of concern", true);
  add(finding.spin, "Concludes more than its results show", true);
  add(finding.erratum, "Corrected", false);
  add(finding.preprint, "Preprint", false);
  add(finding.risk_of_bias, "Risk of bias", false);
  add(finding.mixed_designs, "Pools trials with other studies", false);
  add(finding.heterogeneous, "Its studies disagree", false);
  add(finding.own_baseline, "Compared with the start only", false);
  add(finding.by_words, "Read by its words alone", false);
  return flags;
}

std::vector<std::string_view> list_strengths(const Finding& finding) {
  std::vector<std::string_view> strengths;
  if (finding.randomised_evidence) strengths.emplace_back("randomised evidence");
  if (finding.dose_response) strengths.emplace_back("more of the dose, more of the effect");
  if (finding.looked_for) strengths.emplace_back("looked for the outcome");
  return strengths;
}

std::string describe_rating(const Finding& finding) {
  if (finding.rated == Certainty::none) return {};
  return fmt::format("{} certainty, say its authors", word_for(finding.rated));
}

}  // namespace claimcheck
