#include "core/review.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace claimcheck {
namespace {

/// Nobody takes back what another person did, whatever a log from elsewhere says.
std::unordered_set<std::int64_t> list_undone(std::span<const LogEntry> log) {
  std::unordered_map<std::int64_t, std::string_view> people;
  std::unordered_set<std::int64_t> undone;
  for (const LogEntry& entry : log) {
    people.emplace(entry.number, entry.reviewer);
    if (entry.action != ReviewAction::undone) continue;
    const auto taken_back = people.find(entry.undoes);
    if (taken_back != people.end() && taken_back->second == entry.reviewer) undone.insert(entry.undoes);
  }
  return undone;
}

bool is_on_claim(const LogEntry& entry) {
  switch (entry.action) {
    case ReviewAction::judged:
    case ReviewAction::cleared:
    case ReviewAction::deferred:
    case ReviewAction::commented:
      return true;
    case ReviewAction::joined:
    case ReviewAction::undone:
    case ReviewAction::finished:
    case ReviewAction::reopened:
      break;
  }
  return false;
}

void take_opinion(ReviewState& state, const LogEntry& entry) {
  Opinion& opinion = state.opinions[{entry.claim, entry.reviewer}];
  if (entry.action == ReviewAction::commented) {
    opinion.comments.push_back({entry.number, entry.date, entry.text});
    return;
  }
  std::vector<ReviewComment> comments = std::move(opinion.comments);
  opinion = {};
  opinion.comments = std::move(comments);
  if (entry.action == ReviewAction::cleared) return;
  if (entry.action == ReviewAction::judged) {
    opinion.judgement = entry.judgement;
    opinion.reason = entry.reason;
  }
  opinion.text = entry.text;
  opinion.deferred = entry.action == ReviewAction::deferred;
  opinion.entry = entry.number;
  opinion.date = entry.date;
  opinion.origin = entry.origin;
}

void take_part(ReviewState& state, const LogEntry& entry) {
  const auto known = std::find_if(state.reviewers.begin(), state.reviewers.end(),
                                  [&](const Reviewer& each) { return each.name == entry.reviewer; });
  if (known == state.reviewers.end()) {
    state.reviewers.push_back({entry.reviewer, entry.role, entry.action == ReviewAction::finished});
  } else if (entry.action == ReviewAction::finished || entry.action == ReviewAction::reopened) {
    known->finished = entry.action == ReviewAction::finished;
  }
}

}  // namespace

const Reviewer* ReviewState::find(std::string_view name) const {
  const auto found =
      std::find_if(reviewers.begin(), reviewers.end(), [name](const Reviewer& each) { return each.name == name; });
  return found == reviewers.end() ? nullptr : &*found;
}

const Opinion* ReviewState::find(std::string_view claim, std::string_view name) const {
  const auto found = opinions.find({std::string(claim), std::string(name)});
  return found == opinions.end() ? nullptr : &found->second;
}

ReviewState read_review(std::span<const LogEntry> log) {
  const std::unordered_set<std::int64_t> undone = list_undone(log);
  ReviewState state;
  for (const LogEntry& entry : log) {
    take_part(state, entry);
    if (is_on_claim(entry) && !undone.contains(entry.number)) take_opinion(state, entry);
    state.last_entry = entry.number;
  }
  std::erase_if(state.opinions, [](const auto& each) { return each.second == Opinion{}; });
  return state;
}

std::optional<std::int64_t> find_undoable(std::span<const LogEntry> log, std::string_view name) {
  const std::unordered_set<std::int64_t> undone = list_undone(log);
  const auto found = std::find_if(log.rbegin(), log.rend(), [&](const LogEntry& entry) {
    return entry.reviewer == name && is_on_claim(entry) && !undone.contains(entry.number);
  });
  return found == log.rend() ? std::nullopt : std::optional(found->number);
}

ReviewOutcome outcome_of(const ReviewState& state, std::string_view claim) {
  std::vector<Judgement> judgements;
  bool everybody = true;
  for (const Reviewer& reviewer : state.reviewers) {
    const Opinion* const opinion = state.find(claim, reviewer.name);
    const bool judged = opinion != nullptr && opinion->judgement;
    if (judged && reviewer.role == ReviewRole::adjudicator) return {OutcomeKind::adjudicated, opinion->judgement};
    if (reviewer.role == ReviewRole::adjudicator) continue;
    everybody = everybody && judged;
    if (judged) judgements.push_back(*opinion->judgement);
  }
  if (!everybody || judgements.empty()) return {};
  if (judgements.size() == 1) return {OutcomeKind::single, judgements.front()};
  const bool same =
      std::all_of(judgements.begin(), judgements.end(), [&](Judgement each) { return each == judgements[0]; });
  return same ? ReviewOutcome{OutcomeKind::agreed, judgements[0]} : ReviewOutcome{OutcomeKind::disagreed, {}};
}

}  // namespace claimcheck
