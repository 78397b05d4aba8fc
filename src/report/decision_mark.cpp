#include "report/decision_mark.h"

#include <fmt/core.h>

#include <array>

#include "report/review_words.h"

namespace claimcheck {
namespace {

constexpr std::string_view kUndecided = "undecided";
constexpr std::array<std::string_view, 4> kWords{"Supported", "Contested", "Unsupported", "Cannot be checked"};
static_assert(kWords.size() == EnumNames<Judgement>::values.size());

bool takes_part(const Run& run) {
  return run.review && !run.review->reviewers.empty();
}

// A claim that the literature cannot tell is what the tool calls not assessed; where a search failed there is no tag
// to judge otherwise than.
bool is_as_tagged(const Report& report, Judgement judgement) {
  if (report.verdict) return to_string(report.verdict->tag) == to_string(judgement);
  return report.status == ClaimStatus::incomplete || judgement == Judgement::not_checkable;
}

}  // namespace

std::optional<DecisionMark> decision_mark(const Run& run, const Report& report) {
  if (!takes_part(run)) return std::nullopt;
  const ReviewOutcome outcome = outcome_of(*run.review, report.claim.id);
  if (!outcome.judgement) {
    return DecisionMark{"", outcome.kind == OutcomeKind::disagreed ? "Reviewers differ" : kOpenWord, kUndecided, false};
  }
  return DecisionMark{icon_of(*outcome.judgement), kWords[static_cast<std::size_t>(*outcome.judgement)],
                      style_of(*outcome.judgement), !is_as_tagged(report, *outcome.judgement)};
}

std::string describe_decision_mark(const DecisionMark& mark) {
  return fmt::format("{}{}{}{}", mark.icon, mark.icon.empty() ? "" : " ", mark.word,
                     mark.overrides ? " · overrides the tag" : "");
}

std::vector<DecisionCount> count_decisions(const Run& run) {
  if (!takes_part(run)) return {};
  std::vector<DecisionCount> counts;
  for (const Judgement judgement : enum_values<Judgement>()) {
    counts.push_back({icon_of(judgement), word_for(judgement), style_of(judgement), 0});
  }
  const std::size_t differ = counts.size();
  counts.push_back({"", "where reviewers differ", kUndecided, 0});
  counts.push_back({"", "open", kUndecided, 0});
  for (const Report& report : run.reports) {
    const ReviewOutcome outcome = outcome_of(*run.review, report.claim.id);
    const std::size_t place = outcome.judgement ? static_cast<std::size_t>(*outcome.judgement)
                                                : differ + (outcome.kind == OutcomeKind::disagreed ? 0 : 1);
    ++counts.at(place).count;
  }
  return counts;
}

std::string describe_decision_counts(const Run& run) {
  std::string text;
  for (const DecisionCount& entry : count_decisions(run)) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", entry.count, entry.name);
  }
  return text;
}

}  // namespace claimcheck
