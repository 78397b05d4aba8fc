#pragma once

#include <set>
#include <span>
#include <vector>

#include "core/citation_source.h"
#include "core/report.h"
#include "verify/verify.h"

namespace claimcheck {

/// Collects what bears on one claim and reads it. Each query, what went wrong, and the findings, strongest first, go
/// into the report, whose frame must be there. `source`, `stages` and `report` must outlive it.
class Gathering {
 public:
  Gathering(CitationSource& source, const Stages& stages, Report& report)
      : source_(source), stages_(stages), report_(report) {}

  /// Runs the planned queries and reads what they find.
  void search();

  /// Follows PubMed's links from the seeds that the stages choose among the findings (expand.h), and reads again with
  /// what they lead to. Nothing happens when the stages choose none.
  void follow_links();

  /// What the citations say on another frame of the same claim, strongest first.
  [[nodiscard]] std::vector<Finding> read_as(const ClaimFrame& frame) const;

  /// Files the citations: those that are quoted stay in the report, the others are named as silent. The last call.
  void finish();

  /// Every query of both sides was answered, and all that was found could be had.
  [[nodiscard]] bool is_complete() const { return complete_; }

 private:
  void run(const Query& query);
  void follow(LinkKind kind, std::span<const Pmid> seeds);
  void fetch_new();
  void fetch_taken();
  void read();

  CitationSource& source_;
  const Stages& stages_;
  Report& report_;
  bool complete_ = true;
  std::vector<std::vector<Pmid>> taken_;  ///< by each query of the report
  std::set<Pmid> asked_;                  ///< fetched so far, or tried
  std::vector<Citation> citations_;       ///< all that came
  std::vector<Citation> ranked_;          ///< those of them that bear on the subject
  std::set<Pmid> read_;                   ///< those of them that were read for the claim
};

}  // namespace claimcheck
