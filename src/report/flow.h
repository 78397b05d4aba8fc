#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// Why records did not get to the next step.
struct FlowLoss {
  std::size_t count = 0;
  std::string why;
  bool operator==(const FlowLoss&) const = default;
};

/// One step of the records' way through a run, as in the PRISMA 2020 flow diagram (BMJ 2021;372:n71).
struct FlowStep {
  std::string name;
  std::size_t count = 0;
  std::string note;            ///< what the number counts; a phrase
  std::vector<FlowLoss> lost;  ///< before the next step; count minus these is the next count
  bool operator==(const FlowStep&) const = default;
};

/// How the searches of a run were answered.
struct SearchTotals {
  std::size_t queries = 0;
  std::size_t against = 0;      ///< of these, the ones that try to refute the claim
  std::size_t linked = 0;       ///< of these, the ones that followed PubMed's links from the strongest evidence
  std::size_t republished = 0;  ///< of these, the ones for what has replaced a record
  std::size_t unanswered = 0;
  std::size_t cut = 0;  ///< of which not all that was found was taken
  std::string first_date;
  std::string last_date;
  std::vector<std::string> sources;  ///< each once, in order
};

SearchTotals count_searches(const Run& run);

/// Found, screened, read, eligible, counted: always these five. The first two count a record for each query that found
/// it, because PubMed tells how many it found and not which; the others count each record once, whatever the number of
/// claims that it was read for.
std::vector<FlowStep> count_flow(const Run& run);

}  // namespace claimcheck
