#include "review/session.h"

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "review/rules.h"

namespace claimcheck {
namespace {

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

}  // namespace

ReviewState hide_from(const ReviewState& state, const Seat& seat) {
  ReviewState seen = state;
  if (hides_others(state)) {
    // Who reads alone may have given any name.
    std::erase_if(seen.opinions, [&](const auto& each) { return seat.read_only || each.first.second != seat.name; });
  }
  return seen;
}

ReviewSession::ReviewSession(Project& project, Seat seat, std::function<std::string()> now)
    : project_(project), seat_(std::move(seat)), now_(std::move(now)), run_(project.run()) {
  run_.review.reset();
  refresh();
  if (seat_.read_only) return;
  while (state_.find(seat_.name) == nullptr) {
    const LogEntry joined = entry_for({.action = ReviewAction::joined});
    const std::string why = refuse_entry(state_, joined, nullptr);
    if (!why.empty()) throw Error(ErrorKind::usage, why);
    // Unless another program was quicker: then it is looked at again what may be written.
    static_cast<void>(add(joined));
  }
  const ReviewRole role = state_.find(seat_.name)->role;
  if (role != seat_.role) {
    throw Error(ErrorKind::usage,
                seat_.name + " takes part in this review as " + std::string(to_string(role)) +
                    (role == ReviewRole::adjudicator ? ": add --adjudicate" : ": another person adjudicates"));
  }
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

std::optional<LogEntry> ReviewSession::add(const LogEntry& entry) {
  std::optional<LogEntry> added = project_.append(entry, state_.last_entry);
  refresh();
  return added;
}

std::optional<LogEntry> ReviewSession::write(const ReviewRequest& request) {
  if (seat_.read_only) throw Error(ErrorKind::input, "This page is open for reading alone.");
  while (true) {
    refresh();
    const Opinion* const own = state_.find(request.claim, seat_.name);
    const std::int64_t now_at = own == nullptr ? 0 : own->entry;
    if (request.seen && *request.seen != now_at) return std::nullopt;
    const LogEntry entry = entry_for(request);
    const std::string why = refuse_entry(state_, entry, find(request.claim));
    if (!why.empty()) throw Error(ErrorKind::input, why);
    if (std::optional<LogEntry> added = add(entry)) return added;
  }
}

ReviewState ReviewSession::visible() {
  refresh();
  return hide_from(state_, seat_);
}

bool ReviewSession::is_blinded() {
  refresh();
  return hides_others(state_);
}

const Report* ReviewSession::find(std::string_view claim) const {
  const auto found = std::find_if(run_.reports.begin(), run_.reports.end(),
                                  [claim](const Report& each) { return each.claim.id == claim; });
  return found == run_.reports.end() ? nullptr : &*found;
}

}  // namespace claimcheck
