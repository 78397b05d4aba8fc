#include "report/review_summary.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "report/agreement.h"
#include "report/review_words.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

std::string name_outcome(const ReviewState& state, const std::string& claim, const ReviewOutcome& outcome) {
  const auto who = [&](ReviewRole role) {
    const auto found = std::find_if(state.reviewers.begin(), state.reviewers.end(), [&](const Reviewer& each) {
      const Opinion* const opinion = state.find(claim, each.name);
      return each.role == role && opinion != nullptr && opinion->judgement;
    });
    return found == state.reviewers.end() ? std::string() : to_line(found->name);
  };
  switch (outcome.kind) {
    case OutcomeKind::open:
      return "open";
    case OutcomeKind::disagreed:
      return "the reviewers differ";
    case OutcomeKind::single:
      return fmt::format("{}, as {} judged", word_for(*outcome.judgement), who(ReviewRole::reviewer));
    case OutcomeKind::agreed:
      return fmt::format("{}, as both judged", word_for(*outcome.judgement));
    case OutcomeKind::adjudicated:
      break;
  }
  return fmt::format("{}, as {} decided between the two", word_for(*outcome.judgement), who(ReviewRole::adjudicator));
}

// The reason of those whose judgement is the outcome, when it is one and the same.
std::string reason_of(const std::vector<NamedOpinion>& opinions, const ReviewOutcome& outcome) {
  std::set<std::string> reasons;
  for (const NamedOpinion& each : opinions) {
    const bool decides = (each.reviewer->role == ReviewRole::adjudicator) == (outcome.kind == OutcomeKind::adjudicated);
    if (!outcome.judgement || !decides || each.opinion->judgement != outcome.judgement) continue;
    reasons.insert(describe_reason(each.opinion->reason, each.opinion->text));
  }
  return reasons.size() == 1 ? *reasons.begin() : std::string();
}

std::vector<std::string> list_comments(const std::vector<NamedOpinion>& opinions, bool named) {
  std::vector<std::pair<std::int64_t, std::string>> comments;
  for (const NamedOpinion& each : opinions) {
    for (const ReviewComment& comment : each.opinion->comments) {
      comments.emplace_back(comment.entry,
                            named ? name_comment(each.reviewer->name, comment.text) : to_line(comment.text));
    }
  }
  std::sort(comments.begin(), comments.end());
  std::vector<std::string> lines;
  lines.reserve(comments.size());
  for (auto& [entry, line] : comments) lines.push_back(std::move(line));
  return lines;
}

std::string describe_progress(const Run& run) {
  static constexpr std::array<std::string_view, 5> kWords{"open", "by one reviewer alone", "by two who agree",
                                                          "two who differ and nobody decided between",
                                                          "by an adjudicator"};
  const std::array<std::size_t, 5> counts = count_outcomes(run);
  const auto of = [&](OutcomeKind kind) { return counts.at(static_cast<std::size_t>(kind)); };
  const std::size_t decided = of(OutcomeKind::single) + of(OutcomeKind::agreed) + of(OutcomeKind::adjudicated);
  std::string ways;
  for (const OutcomeKind kind : {OutcomeKind::single, OutcomeKind::agreed, OutcomeKind::adjudicated}) {
    if (of(kind) > 0) {
      ways += fmt::format("{}{} {}", ways.empty() ? " (" : ", ", of(kind), kWords[static_cast<std::size_t>(kind)]);
    }
  }
  if (!ways.empty()) ways += ')';
  std::string text = fmt::format("People decided {} of {}{}; {} open", decided,
                                 count_words(run.reports.size(), "claim", "claims"), ways, of(OutcomeKind::open));
  if (of(OutcomeKind::disagreed) > 0) {
    text += fmt::format("; on {} the reviewers differ and nobody decided yet", of(OutcomeKind::disagreed));
  }
  return text + '.';
}

// Of somebody of whom nothing is shown it is not said that they did nothing: their judgements may be hidden.
std::string describe_person(const Run& run, const Reviewer& reviewer) {
  std::size_t judged = 0;
  std::size_t deferred = 0;
  std::size_t comments = 0;
  for (const Report& report : run.reports) {
    const Opinion* const opinion = run.review->find(report.claim.id, reviewer.name);
    if (opinion == nullptr) continue;
    judged += opinion->judgement ? 1 : 0;
    deferred += opinion->deferred ? 1 : 0;
    comments += opinion->comments.size();
  }
  std::string text = fmt::format("{} ({}, {})", to_line(reviewer.name), word_for(reviewer.role),
                                 reviewer.finished ? "finished" : "not finished");
  if (judged + deferred + comments == 0) return text + '.';
  text += fmt::format(": {} judged", judged);
  if (deferred > 0) text += fmt::format(", {} put off", deferred);
  if (comments > 0) text += ", " + count_words(comments, "comment", "comments");
  return text + '.';
}

}  // namespace

std::string describe_agreement(const Agreement& agreement) {
  if (agreement.claims == 0) return "No claim was judged by both yet.";
  const double percent = 100.0 * static_cast<double>(agreement.same) / static_cast<double>(agreement.claims);
  std::string text =
      fmt::format("{} and {} both judged {} and agree on {} ({:.1f} %).", to_line(agreement.first),
                  to_line(agreement.second), count_words(agreement.claims, "claim", "claims"), agreement.same, percent);
  const Kappa& kappa = agreement.kappa;
  if (kappa.value) {
    text += fmt::format(" Cohen's kappa {:.2f}", *kappa.value);
    if (kappa.low && kappa.high) text += fmt::format(" (95 % interval {:.2f} to {:.2f})", *kappa.low, *kappa.high);
    text += '.';
  }
  return kappa.note.empty() ? text : text + ' ' + kappa.note;
}

std::string name_comment(std::string_view name, std::string_view text) {
  return to_line(name) + ": " + to_line(text);
}

std::vector<NamedOpinion> list_opinions(const Run& run, const std::string& claim) {
  std::vector<NamedOpinion> opinions;
  for (const Reviewer& reviewer : run.review->reviewers) {
    const Opinion* const opinion = run.review->find(claim, reviewer.name);
    const bool shows = opinion != nullptr && (opinion->judgement || opinion->deferred || !opinion->comments.empty());
    if (shows) opinions.push_back({&reviewer, opinion});
  }
  return opinions;
}

Decision decide(const Run& run, const Report& report) {
  if (!run.review) return {};
  const ReviewState& state = *run.review;
  Decision decision;
  decision.outcome = outcome_of(state, report.claim.id);
  decision.words = name_outcome(state, report.claim.id, decision.outcome);
  const std::vector<NamedOpinion> opinions = list_opinions(run, report.claim.id);
  decision.reason = reason_of(opinions, decision.outcome);
  decision.comments = list_comments(opinions, state.reviewers.size() > 1);
  return decision;
}

std::string describe_stand(const Opinion& opinion) {
  if (opinion.judgement) return std::string(word_for(*opinion.judgement));
  return opinion.deferred ? "put off" : "no judgement";
}

std::string describe_opinion(const Opinion& opinion) {
  const std::string reason = describe_reason(opinion.reason, opinion.text);
  return reason.empty() ? describe_stand(opinion) : fmt::format("{} ({})", describe_stand(opinion), reason);
}

std::string describe_entry(const Opinion& opinion) {
  if (opinion.entry == 0) return {};
  const std::string origin = to_line(opinion.origin);
  const bool says_how = origin.empty() || origin.starts_with("carried from ");
  return to_line(describe_moment(opinion.date)) + (origin.empty() ? "" : ", ") + (says_how ? "" : "from ") + origin;
}

std::array<std::size_t, 5> count_outcomes(const Run& run) {
  std::array<std::size_t, 5> counts{};
  if (!run.review) return counts;
  for (const Report& report : run.reports) {
    ++counts.at(static_cast<std::size_t>(outcome_of(*run.review, report.claim.id).kind));
  }
  return counts;
}

std::vector<std::string> describe_review(const Run& run) {
  if (!run.review) return {};
  if (run.review->reviewers.empty()) return {"Nobody has reviewed the claims yet."};
  std::vector<std::string> lines{describe_progress(run)};
  for (const Reviewer& reviewer : run.review->reviewers) lines.push_back(describe_person(run, reviewer));
  const std::optional<Agreement> agreement = measure_agreement(run, *run.review);
  if (agreement && agreement->claims > 0) lines.push_back(describe_agreement(*agreement));
  return lines;
}

std::vector<std::string> describe_differences(const Run& run) {
  std::vector<std::string> lines;
  const std::optional<Agreement> agreement = run.review ? measure_agreement(run, *run.review) : std::nullopt;
  if (!agreement) return lines;
  for (const Difference& each : agreement->differences) {
    lines.push_back(fmt::format("{}: {} {}, {} {}", to_line(each.claim), to_line(agreement->first),
                                word_for(each.first), to_line(agreement->second), word_for(each.second)));
  }
  return lines;
}

}  // namespace claimcheck
