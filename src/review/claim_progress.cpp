#include "review/claim_progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "review/rules.h"

namespace claimcheck {

ClaimProgress progress_on(const ReviewState& seen, const Seat& seat, std::string_view claim) {
  const Opinion* const own = seen.find(claim, seat.name);
  if (own != nullptr && own->judgement) return ClaimProgress::judged;
  const OutcomeKind outcome = outcome_of(seen, claim).kind;
  const bool decided = outcome == OutcomeKind::single || outcome == OutcomeKind::agreed;
  if ((seat.role == ReviewRole::adjudicator || seat.read_only) && decided) return ClaimProgress::settled;
  if (seat.read_only && outcome == OutcomeKind::adjudicated) return ClaimProgress::settled;
  return own != nullptr && own->deferred ? ClaimProgress::deferred : ClaimProgress::open;
}

ProgressCounts count_progress(const ReviewState& seen, const ReviewSession& session) {
  ProgressCounts counts;
  for (const Report& report : session.run().reports) {
    switch (progress_on(seen, session.seat(), report.claim.id)) {
      case ClaimProgress::open:
        ++counts.open;
        break;
      case ClaimProgress::deferred:
        ++counts.deferred;
        break;
      case ClaimProgress::judged:
        ++counts.judged;
        break;
      case ClaimProgress::settled:
        if (!session.seat().read_only) continue;
        ++counts.judged;
        break;
    }
    ++counts.claims;
  }
  return counts;
}

std::string describe_progress(const ProgressCounts& counts) {
  std::string words = fmt::format("{} of {} judged", counts.judged, counts.claims);
  if (counts.deferred > 0) words += fmt::format(", {} deferred", counts.deferred);
  return words;
}

std::size_t count_reviewers(const ReviewState& seen) {
  return static_cast<std::size_t>(std::count_if(seen.reviewers.begin(), seen.reviewers.end(), [](const Reviewer& each) {
    return each.role == ReviewRole::reviewer;
  }));
}

bool reviewers_differ(const ReviewState& seen, std::string_view claim) {
  const Opinion* first = nullptr;
  for (const Reviewer& each : seen.reviewers) {
    const Opinion* const opinion = seen.find(claim, each.name);
    if (each.role != ReviewRole::reviewer || opinion == nullptr || !opinion->judgement) continue;
    if (first != nullptr && first->judgement != opinion->judgement) return true;
    first = opinion;
  }
  return false;
}

std::size_t count_differing(const ReviewState& seen, const Run& run) {
  return static_cast<std::size_t>(std::count_if(run.reports.begin(), run.reports.end(), [&](const Report& report) {
    return reviewers_differ(seen, report.claim.id);
  }));
}

bool differs_from_rules(const Report& report, const Opinion* opinion) {
  return opinion != nullptr && opinion->judgement && opinion->judgement != judgement_of(report);
}

}  // namespace claimcheck
