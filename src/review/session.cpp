#include "review/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "core/error.h"
#include "intake/sha256.h"
#include "review/entry_draft.h"
#include "review/reviewer_name.h"
#include "review/rules.h"

namespace claimcheck {
namespace {

constexpr std::size_t kKeyLength = 16;  // 64 bits, to tell windows apart

// Nobody adjudicates before both have finished, so this hides nothing from an adjudicator.
bool hides_others(const ReviewState& state) {
  std::size_t reviewers = 0;
  std::size_t finished = 0;
  for (const Reviewer& each : state.reviewers) {
    if (each.role != ReviewRole::reviewer) continue;
    ++reviewers;
    if (each.finished) ++finished;
  }
  return reviewers > 1 && finished < reviewers;
}

/// What one word takes the place of: of two opinions on a claim the later counts.
enum class Word { opinion, comment, taking_part, other };

Word word_of(ReviewAction action) {
  switch (action) {
    case ReviewAction::judged:
    case ReviewAction::cleared:
    case ReviewAction::deferred:
      return Word::opinion;
    case ReviewAction::commented:
      return Word::comment;
    case ReviewAction::finished:
    case ReviewAction::reopened:
      return Word::taking_part;
    case ReviewAction::joined:
    case ReviewAction::undone:
      break;
  }
  return Word::other;
}

/// The entry by which the person has said the same as their last word already; nullptr when there is none.
const LogEntry* find_same(const std::vector<LogEntry>& log, const LogEntry& wanted) {
  std::unordered_set<std::int64_t> undone;
  for (std::size_t i = log.size(); i > 0; --i) {
    const LogEntry& entry = log[i - 1];
    if (entry.reviewer != wanted.reviewer) continue;
    if (entry.action == ReviewAction::undone) {
      if (wanted.action == ReviewAction::undone && entry.undoes == wanted.undoes) return &entry;
      undone.insert(entry.undoes);
    }
    const bool is_it = word_of(entry.action) == word_of(wanted.action) && word_of(entry.action) != Word::other &&
                       entry.claim == wanted.claim && !undone.contains(entry.number);
    if (!is_it) continue;
    const auto said = [](const LogEntry& each) {
      return std::tie(each.action, each.judgement, each.reason, each.text);
    };
    return said(entry) == said(wanted) ? &entry : nullptr;
  }
  return nullptr;
}

bool concerns_the_whole(const LogEntry& entry) {
  return entry.action == ReviewAction::joined || word_of(entry.action) == Word::taking_part;
}

std::string ask_first(const std::string& other) {
  return fmt::format("Say first, at the top of the page, whether you are {}.", other);
}

void throw_refusal(ErrorKind kind, const std::string& why) {
  if (!why.empty()) throw Error(kind, why);
}

}  // namespace

ReviewState hide_from(const ReviewState& state, const Seat& seat) {
  ReviewState seen = state;
  if (hides_others(state)) {
    // Who reads alone may have given any name.
    std::erase_if(seen.opinions, [&](const auto& each) { return seat.read_only || each.first.second != seat.name; });
  }
  return seen;
}

Run run_to_report(const Project& project) {
  Run run = project.run();
  if (run.review) run.review = hide_from(*run.review, {.name = {}, .read_only = true});
  return run;
}

ReviewSession::ReviewSession(Project& project, Seat seat, std::function<std::string()> now)
    : project_(project), seat_(std::move(seat)), now_(std::move(now)), run_(project.run()) {
  run_.review.reset();
  refresh();
  sit_as(seat_.name);
  if (seat_.read_only) return;
  const Reviewer* const known = state_.find(seat_.name);
  if (known == nullptr) {
    throw_refusal(ErrorKind::usage, refuse_entry(state_, entry_for({.action = ReviewAction::joined}), nullptr));
  } else if (known->role != seat_.role) {
    throw Error(ErrorKind::usage,
                seat_.name + " takes part in this review as " + std::string(to_string(known->role)) +
                    (known->role == ReviewRole::adjudicator ? ": add --adjudicate" : ": another person adjudicates"));
  }
}

void ReviewSession::sit_as(std::string name) {
  if (!seat_.read_only) {
    const Reviewer* const known = find_person(state_, name);
    name = known != nullptr ? known->name : tidy_name(name);
  }
  seat_.name = std::move(name);
  key_ = sha256_hex(fmt::format("{}\n{}\n{}\n{}", project_.run_hash(), to_string(seat_.role),
                                seat_.read_only ? "reads" : "writes", seat_.name))
             .substr(0, kKeyLength);
}

std::optional<std::string> ReviewSession::namesake() {
  if (seat_.read_only || is_name_meant_) return std::nullopt;
  refresh();
  const Reviewer* const other = find_namesake(state_, seat_.name);
  return other == nullptr ? std::nullopt : std::optional(other->name);
}

void ReviewSession::say_name(std::string_view name) {
  const std::optional<std::string> other = namesake();
  if (name == seat_.name) {
    is_name_meant_ = true;
    return;
  }
  if (!other || name != *other) throw Error(ErrorKind::input, "This is neither of the two names.");
  if (state_.find(*other)->role != seat_.role) {
    throw Error(ErrorKind::input,
                fmt::format("{} takes part in this review as {}.", *other, to_string(state_.find(*other)->role)));
  }
  sit_as(*other);
}

bool ReviewSession::has_joined() {
  refresh();
  return takes_part();
}

void ReviewSession::refresh() {
  const std::vector<LogEntry> added = project_.log(state_.last_entry);
  if (added.empty()) return;
  log_.insert(log_.end(), added.begin(), added.end());
  state_ = read_review(log_);
}

LogEntry ReviewSession::entry_for(const ReviewRequest& request) const {
  LogEntry entry{.date = now_(),
                 .reviewer = seat_.name,
                 .role = seat_.role,
                 .action = request.action,
                 .claim = request.claim,
                 .judgement = request.judgement,
                 .reason = request.reason,
                 .text = request.text,
                 .origin = request.origin};
  if (request.action == ReviewAction::undone) entry.undoes = find_undoable(log_, seat_.name).value_or(0);
  return entry;
}

bool ReviewSession::is_as_seen(const ReviewRequest& request) const {
  const Opinion* const own = state_.find(request.claim, seat_.name);
  if (request.seen && *request.seen != (own == nullptr ? 0 : own->entry)) return false;
  if (request.action != ReviewAction::undone || !request.undoes) return true;
  const std::optional<std::int64_t> undoable = find_undoable(log_, seat_.name);
  return !undoable || *undoable == *request.undoes;
}

std::optional<LogEntry> ReviewSession::write(const ReviewRequest& request) {
  if (seat_.read_only) throw Error(ErrorKind::input, "This page is open for reading alone.");
  while (true) {
    refresh();
    const LogEntry entry = entry_for(request);
    LogEntry asked = entry;
    asked.undoes = request.undoes.value_or(asked.undoes);
    if (const LogEntry* const same = find_same(log_, asked)) return *same;
    if (!is_as_seen(request)) return std::nullopt;
    EntryDraft draft(run_, log_);
    if (!takes_part()) {
      throw_refusal(ErrorKind::input, refuse_beginning(request.action));
      if (const auto other = namesake()) throw Error(ErrorKind::input, ask_first(*other));
      throw_refusal(ErrorKind::input, draft.add(entry_for({.action = ReviewAction::joined})));
    }
    throw_refusal(ErrorKind::input, draft.add(entry));
    // When another program was quicker it is looked at again what may be written.
    if (const auto added = project_.append_all(draft.taken(), draft.last())) return added->back();
  }
}

ReviewState ReviewSession::state_with_seat() const {
  ReviewState state = state_;
  if (!seat_.read_only && !takes_part()) state.reviewers.push_back({seat_.name, seat_.role});
  return state;
}

std::int64_t ReviewSession::last_known_entry() const {
  const auto last = std::find_if(log_.rbegin(), log_.rend(), [&](const LogEntry& entry) {
    return concerns_the_whole(entry) || (!seat_.read_only && entry.reviewer == seat_.name);
  });
  return last == log_.rend() ? 0 : last->number;
}

ReviewState ReviewSession::visible() {
  refresh();
  const ReviewState state = state_with_seat();
  ReviewState seen = hide_from(state, seat_);
  if (hides_others(state)) seen.last_entry = last_known_entry();
  return seen;
}

bool ReviewSession::is_blinded() {
  refresh();
  return hides_others(state_with_seat());
}

std::optional<LogEntry> ReviewSession::undoable() {
  if (seat_.read_only) return std::nullopt;
  refresh();
  return own_entry(find_undoable(log_, seat_.name).value_or(0));
}

std::optional<LogEntry> ReviewSession::own_entry(std::int64_t number) const {
  const auto found = std::find_if(log_.begin(), log_.end(), [&](const LogEntry& entry) {
    return entry.number == number && entry.reviewer == seat_.name;
  });
  return found == log_.end() ? std::nullopt : std::optional(*found);
}

const Report* ReviewSession::find(std::string_view claim) const {
  return find_report(run_, claim);
}

}  // namespace claimcheck
