#pragma once

#include <cstddef>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// Records of one design that were published in one year. A record counts once on a side, however many claims it bears
/// on.
struct YearCount {
  int year = 0;
  std::size_t supporting = 0;
  std::size_t opposing = 0;
  bool operator==(const YearCount&) const = default;
};

/// The evidence of one design, over all claims of a run.
struct DesignCount {
  Design design = Design::other;
  std::size_t supporting = 0;    ///< records with a weighed finding for a claim
  std::size_t opposing = 0;      ///< records with a weighed finding against a claim
  std::size_t neither = 0;       ///< records with a finding that speaks neither way
  std::vector<YearCount> years;  ///< of the first two, ascending; without records of an unknown year
  bool operator==(const DesignCount&) const = default;
};

/// Strongest design first; designs without a finding are left out.
std::vector<DesignCount> count_evidence(const Run& run);

}  // namespace claimcheck
