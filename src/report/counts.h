#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// The six counts of every summary. The first five add up to the number of claims.
struct ClaimCounts {
  std::size_t supported = 0;
  std::size_t contested = 0;
  std::size_t unsupported = 0;
  std::size_t not_assessed = 0;
  std::size_t could_not_check = 0;
  /// Claims, with a tag or without, that somebody who takes part in the review has still to judge; all of them where
  /// nobody does.
  std::size_t not_reviewed = 0;
  bool operator==(const ClaimCounts&) const = default;
};

ClaimCounts count_claims(const Run& run);

/// A problem, or a warning on a query, with the claims that it befell; no ids when it befell the run as a whole.
struct ProblemLine {
  std::string text;
  std::vector<std::string> claim_ids;
  bool operator==(const ProblemLine&) const = default;
};

/// Every problem once, those of the run first, then in the order of the claims.
std::vector<ProblemLine> collect_problems(const Run& run);

/// What sources ignored or changed in the queries, each sentence once, in the order of the claims.
std::vector<ProblemLine> collect_warnings(const Run& run);

/// "C-01, C-02, C-03 and 9 more" or an empty string; what comes before a problem's text.
std::string name_claims(const ProblemLine& problem);

/// What has to stand above everything else when a cited abstract is a digest; else empty.
std::string digest_banner(const Run& run);

/// Claims that stand under one heading: the document that they came from, else the file that they were read from.
struct DocumentGroup {
  std::string name;  ///< may be empty when neither is known
  std::vector<const Report*> reports;
};

/// In the order in which documents first occur; within a group the order of the claims. Points into `run`.
std::vector<DocumentGroup> group_by_document(const Run& run);

}  // namespace claimcheck
