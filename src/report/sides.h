#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// The findings of a report, sorted to the side that they stand on. Within a side those that may be weighed come first;
/// otherwise the order of the report (strongest first) is kept.
struct Sides {
  std::vector<const Finding*> supporting;
  std::vector<const Finding*> opposing;
  std::vector<const Finding*> inconclusive;
};

/// Points into `report`, which must outlive the result.
Sides split_sides(const Report& report);

/// The "n for, m against" of every report.
struct StudyCounts {
  std::size_t supporting = 0;
  std::size_t opposing = 0;
  bool operator==(const StudyCounts&) const = default;
};

/// The study families that the verdict weighed on each side; for a claim without a verdict those of the findings that
/// may be weighed. Findings can outnumber them: several may come from one family, and some are listed only.
StudyCounts count_studies(const Report& report);

/// Why a finding is listed but not weighed, a phrase without a full stop; empty when it may be weighed.
std::string why_not_weighed(const Finding& finding);

/// The citation that a finding quotes; null when the report does not hold it.
const Citation* cited_by(const Report& report, const Finding& finding);

}  // namespace claimcheck
