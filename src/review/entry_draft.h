#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"
#include "core/review.h"

namespace claimcheck {

/// Entries that are to be written together, each held against the rules (rules.h) as they will hold when those before
/// it are written. Pure; the caller gives the entries to the project.
class EntryDraft {
 public:
  /// `run` outlives the draft. `log`: of the project, whole.
  EntryDraft(const Run& run, std::vector<LogEntry> log);

  /// Takes the entry, or says in one sentence why not (refuse_entry).
  std::string add(LogEntry entry);

  /// Who takes part, those who have just joined included; what is held of the claims is as the log has it.
  [[nodiscard]] const ReviewState& state() const { return state_; }
  /// Those that were taken, to be appended after `last`.
  [[nodiscard]] std::vector<LogEntry> taken() const;
  /// Number of the last entry of the log that the draft began with.
  [[nodiscard]] std::int64_t last() const { return last_; }

 private:
  const Run* run_;
  std::vector<LogEntry> log_;
  std::int64_t last_ = 0;
  std::size_t known_ = 0;  // entries of the log that the draft began with
  ReviewState state_;
};

/// The report on the claim with this id; nullptr where the run has none.
const Report* find_report(const Run& run, std::string_view claim);

}  // namespace claimcheck
