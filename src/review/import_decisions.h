#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"
#include "core/review.h"
#include "review/decision_file.h"

namespace claimcheck {

/// Whose decisions the file holds, and how they are taken.
struct ImportSeat {
  std::string name;
  std::string origin;    ///< name of the file, as the log gives it
  std::string date;      ///< ISO 8601, UTC, of the entries
  bool replace = false;  ///< another judgement of this person is replaced; else it stays and is told
};

/// What importing a file comes to.
struct ImportPlan {
  std::vector<LogEntry> entries;  ///< to be appended together after entry `last`, joining included
  std::int64_t last = 0;          ///< number of the last entry of the log that was looked at
  std::vector<std::string> left;  ///< what is not taken, and why, one line each
  bool joins = false;             ///< the person takes part for the first time
  std::size_t judged = 0;         ///< new judgements
  std::size_t replaced = 0;       ///< judgements that replace one of the same person
  std::size_t commented = 0;
  std::size_t same = 0;  ///< claims on which the file says what is there already
};

/// Holds what the file says against what `seat.name` holds already, claim by claim. An empty cell says nothing, and so
/// does what is there already: the same judgement with the same reason, a comment line that the claim has. A judgement
/// other than that of the rules needs a reason of the list, or words, which are then the reason `other`. Not taken: an
/// id or text that the project does not have, a word that is no judgement, a second row on a claim, what the rules
/// refuse, and, without `replace`, another judgement than the person gave before. Pure; importing again plans nothing.
/// `run.review` is what `log` comes to.
ImportPlan plan_import(const Run& run, const std::vector<LogEntry>& log, const DecisionFile& file,
                       const ImportSeat& seat);

}  // namespace claimcheck
