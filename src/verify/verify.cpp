#include "verify/verify.h"

#include <memory>
#include <utility>

#include "verify/analysed_citation.h"
#include "verify/frame.h"
#include "verify/gather.h"
#include "verify/plan.h"
#include "verify/rank.h"
#include "verify/read.h"
#include "verify/weigh.h"

namespace claimcheck {
namespace {

void refuse(const ClaimFrame& frame, Report& report) {
  ReasonCode code = ReasonCode::needs_context;
  if (frame.kind == ClaimKind::regulatory) code = ReasonCode::out_of_scope;
  if (frame.kind == ClaimKind::opinion) code = ReasonCode::not_checkable;
  report.status = ClaimStatus::not_assessed;
  report.status_reasons.push_back({code, "Not assessed: " + frame.unresolved + "."});
}

}  // namespace

Stages default_stages(const Vocabulary& vocabulary) {
  Stages stages;
  stages.frame = [&vocabulary](const Claim& claim) { return read_frame(claim, vocabulary); };
  stages.plan = [&vocabulary](const ClaimFrame& frame) { return plan_queries(frame, vocabulary); };
  const auto analyser = std::make_shared<CitationAnalyser>(vocabulary);
  stages.rank = [analyser](const ClaimFrame& frame, std::vector<Citation> citations) {
    return rank_citations(frame, std::move(citations), *analyser);
  };
  stages.read = [analyser](const ClaimFrame& frame, std::span<const Citation> citations) {
    return read_citations_for(frame, citations, *analyser);
  };
  stages.weigh = weigh_findings;
  return stages;
}

Report verify(const Claim& claim, CitationSource& source, const Stages& stages) {
  Report report;
  report.claim = claim;
  report.frame = stages.frame(claim);
  if (!report.frame.unresolved.empty()) {
    refuse(report.frame, report);
    return report;
  }
  Gathering gathering(source, stages, report);
  gathering.search();
  if (gathering.is_complete()) gathering.follow_links();
  gathering.finish();
  if (!gathering.is_complete()) {
    report.status = ClaimStatus::incomplete;
    report.status_reasons.push_back(
        {ReasonCode::search_incomplete, "Could not check: the literature could not be searched or read completely."});
    return report;
  }
  report.status = ClaimStatus::tagged;
  report.verdict = stages.weigh(report.frame, report.findings);
  return report;
}

}  // namespace claimcheck
