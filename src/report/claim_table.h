#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"
#include "report/sides.h"

namespace claimcheck {

/// What the row of a claim is made from.
struct ClaimRow {
  const Run& run;
  const Report& report;
  std::string document;  ///< the heading that the claim stands under (counts.h)
  Sides sides;
  std::string place;  ///< "line 12, column 5; characters 1204–1298"; empty where the claim has no origin
};

/// A column of the claims matrix, the same in every table of claims.
struct ClaimColumn {
  std::string_view title;
  int width = 12;       ///< characters, in a spreadsheet
  bool number = false;  ///< the value is a whole number
  std::string (*value)(const ClaimRow& row) = nullptr;
};

/// What a reader needs to decide on a claim; the first column is its id.
std::span<const ClaimColumn> main_claim_columns();

/// Decision, Reason and Comment: the outcome of a review, to be filled in where there is none, and read back by
/// `import-decisions`.
std::span<const ClaimColumn> decision_columns();

/// The rest: certainty, numbers, PMIDs, where the claim stands.
std::span<const ClaimColumn> more_claim_columns();

/// One row a claim, in the order of the run. Points into `run`.
std::vector<ClaimRow> list_claim_rows(const Run& run);

}  // namespace claimcheck
