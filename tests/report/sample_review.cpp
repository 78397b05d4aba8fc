#include "report/sample_review.h"

#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

/// A log that is written as it would be.
class Log {
 public:
  void add(LogEntry entry) {
    entry.number = static_cast<std::int64_t>(entries_.size()) + 1;
    entry.date = fmt::format("2026-11-2{}T10:{:02}:00Z", entries_.size() / 10, entries_.size());
    entries_.push_back(std::move(entry));
  }
  void act(const std::string& name, ReviewAction action, ReviewRole role = ReviewRole::reviewer) {
    add({.reviewer = name, .role = role, .action = action});
  }
  void judge(const std::string& name, const std::string& claim, Judgement judgement) {
    add({.reviewer = name, .action = ReviewAction::judged, .claim = claim, .judgement = judgement});
  }
  [[nodiscard]] ReviewState state() const { return read_review(entries_); }

 private:
  std::vector<LogEntry> entries_;
};

}  // namespace

Run reviewed_sample() {
  Log log;
  log.act("Ada Ödön", ReviewAction::joined);
  log.judge("Ada Ödön", "C-01", Judgement::contested);
  log.judge("Ada Ödön", "C-02", Judgement::supported);
  log.add({.reviewer = "Ada Ödön",
           .action = ReviewAction::judged,
           .claim = "C-03",
           .judgement = Judgement::contested,
           .reason = OverrideReason::evidence_missing,
           .text = "A trial of 2019 | <b>speaks</b>\nagainst it."});
  log.judge("Ada Ödön", "C-04", Judgement::not_checkable);
  log.add({.reviewer = "Ada Ödön", .action = ReviewAction::commented, .claim = "C-01", .text = "Soften\n\"no\"."});
  log.act("Ben", ReviewAction::joined);
  log.judge("Ben", "C-01", Judgement::contested);
  log.add({.reviewer = "Ben",
           .action = ReviewAction::judged,
           .claim = "C-02",
           .judgement = Judgement::unsupported,
           .reason = OverrideReason::other,
           .text = "=one trial is too little",
           .origin = "claims.xlsx"});
  log.add({.reviewer = "Ben",
           .action = ReviewAction::judged,
           .claim = "C-03",
           .judgement = Judgement::unsupported,
           .origin = "carried from may.project (entry 4 of 2026-05-02T10:00:00Z)"});
  log.add({.reviewer = "Ben", .action = ReviewAction::commented, .claim = "C-05", .text = "Search again."});
  log.add({.reviewer = "Ben", .action = ReviewAction::deferred, .claim = "C 06/ä"});
  log.act("Ada Ödön", ReviewAction::finished);
  log.act("Ben", ReviewAction::finished);
  log.act("Cleo", ReviewAction::joined, ReviewRole::adjudicator);
  log.add({.reviewer = "Cleo",
           .role = ReviewRole::adjudicator,
           .action = ReviewAction::judged,
           .claim = "C-03",
           .judgement = Judgement::contested,
           .reason = OverrideReason::evidence_missing});
  Run run = sample_run();
  run.review = log.state();
  return run;
}

}  // namespace claimcheck
