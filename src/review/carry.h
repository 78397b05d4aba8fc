#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"
#include "core/review.h"

namespace claimcheck {

/// A draft under review.
struct ReviewedDraft {
  const Run& run;                    ///< `review` is what `log` comes to
  const std::vector<LogEntry>& log;  ///< whole
};

/// How a claim of the new draft, or one that is gone, stands to the old one. `same`: the same words, read in the same
/// way, with the same tag: what people decided holds. `reconfirm`: the nearest claim of the old draft says something
/// else, or is read or tagged otherwise.
enum class CarryKind { same, reconfirm, added, gone };

struct CarryLine {
  CarryKind kind = CarryKind::same;
  const Report* before = nullptr;  ///< unset for `added`
  const Report* after = nullptr;   ///< unset for `gone`
  bool decided = false;            ///< somebody whose decisions are carried judged or commented on it in the old draft
  std::vector<std::string> why;    ///< of `reconfirm`: what is another (claim_changes.h), or why it is not known
};

/// What becomes of one person's judgements and comments.
struct CarryCount {
  std::string name;
  std::size_t carried = 0;  ///< now
  std::size_t there = 0;    ///< carried before, or decided by them in the new draft already
  std::string refused;      ///< why nothing, or not all, could be carried; else empty
};

struct CarryPlan {
  std::vector<LogEntry> entries;  ///< for the new draft's log, to be appended together after entry `last`
  std::int64_t last = 0;
  std::vector<CarryLine> lines;    ///< in the order of the new draft, then those that are gone
  std::vector<CarryCount> people;  ///< in the order of joining
};

/// How the entries are written.
struct CarryLabel {
  std::string from;                 ///< name of the old draft's project
  std::string date;                 ///< ISO 8601, UTC
  std::vector<std::string> people;  ///< whose judgements are carried; empty: everybody's
};

/// Moves judgements and comments from the claims of an old draft to the same claims of a new one: on the very same
/// bytes, read in the same way (same_frame) and with the same tag of the rules, and never else. A text that stands
/// several times is known by its order, when it stands as often in both drafts. Each entry says where it comes from
/// ("carried from may.project (entry 4 of 2026-05-02T10:00:00Z)") and is carried once: what a person took back, changed
/// or decided in the new draft is left alone. What was put off is not carried. Pure; carrying again plans nothing.
CarryPlan plan_carry(const ReviewedDraft& before, const ReviewedDraft& after, const CarryLabel& label);

}  // namespace claimcheck
