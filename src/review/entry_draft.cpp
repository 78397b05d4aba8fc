#include "review/entry_draft.h"

#include <algorithm>
#include <utility>

#include "review/rules.h"

namespace claimcheck {

EntryDraft::EntryDraft(const Run& run, std::vector<LogEntry> log)
    : run_(&run),
      log_(std::move(log)),
      last_(log_.empty() ? 0 : log_.back().number),
      known_(log_.size()),
      state_(read_review(log_)) {}

std::string EntryDraft::add(LogEntry entry) {
  std::string why = refuse_entry(state_, entry, find_report(*run_, entry.claim));
  if (!why.empty()) return why;
  entry.number = (log_.empty() ? 0 : log_.back().number) + 1;
  const bool on_claim = !entry.claim.empty();
  log_.push_back(std::move(entry));
  // The rules look at who takes part alone, and reading the log again for every entry would take its square.
  if (!on_claim) state_ = read_review(log_);
  return {};
}

std::vector<LogEntry> EntryDraft::taken() const {
  return {log_.begin() + static_cast<std::ptrdiff_t>(known_), log_.end()};
}

const Report* find_report(const Run& run, std::string_view claim) {
  const auto found = std::find_if(run.reports.begin(), run.reports.end(),
                                  [claim](const Report& each) { return each.claim.id == claim; });
  return found == run.reports.end() ? nullptr : &*found;
}

}  // namespace claimcheck
