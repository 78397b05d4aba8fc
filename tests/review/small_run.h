#pragma once

#include <string>
#include <utility>

#include "core/report.h"

namespace claimcheck {

/// The report on a claim with this tag.
inline Report tagged_report(std::string id, Tag tag) {
  Report report;
  report.claim.id = std::move(id);
  report.status = ClaimStatus::tagged;
  report.verdict.emplace().tag = tag;
  return report;
}

/// A report without a verdict.
inline Report untagged_report(std::string id, ClaimStatus status) {
  Report report;
  report.claim.id = std::move(id);
  report.status = status;
  return report;
}

/// Claims A (supported), B (contested), C (not assessed) and D (could not be checked).
inline Run small_run() {
  Run run;
  run.reports = {tagged_report("A", Tag::supported), tagged_report("B", Tag::contested),
                 untagged_report("C", ClaimStatus::not_assessed), untagged_report("D", ClaimStatus::incomplete)};
  return run;
}

}  // namespace claimcheck
