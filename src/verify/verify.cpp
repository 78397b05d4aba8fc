#include "verify/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "verify/certainty.h"
#include "verify/frame.h"
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

// Runs every query; returns the PMIDs found by each, and whether all searches of both sides were answered.
bool run_searches(const std::vector<Query>& queries, CitationSource& source, Report& report,
                  std::vector<std::vector<Pmid>>& found) {
  bool complete = true;
  bool has_claim_side = false;
  bool has_counter_side = false;
  for (const Query& query : queries) {
    SearchResult result = source.search(query);
    QueryRecord record{query.side,
                       std::move(result.as_run),
                       result.found,
                       0,
                       result.complete,
                       std::move(result.source),
                       std::move(result.date),
                       std::move(result.translation),
                       std::move(result.warnings)};
    report.queries.push_back(std::move(record));
    std::vector<Pmid>& pmids = found.emplace_back();
    for (const SearchHit& hit : result.hits) pmids.push_back(hit.pmid);
    complete = complete && result.complete;
    if (!result.complete) report.problems.push_back(result.problem);
    (query.side == QuerySide::claim ? has_claim_side : has_counter_side) = true;
  }
  return complete && has_claim_side && has_counter_side;
}

// Every PMID once, in ascending order, so that the answer does not depend on how the searches ranked them.
std::vector<Pmid> unite(const std::vector<std::vector<Pmid>>& found) {
  std::set<Pmid> all;
  for (const std::vector<Pmid>& pmids : found) all.insert(pmids.begin(), pmids.end());
  return {all.begin(), all.end()};
}

void count_read(const std::vector<std::vector<Pmid>>& found, const std::vector<Citation>& read, Report& report) {
  std::set<Pmid> pmids;
  for (const Citation& citation : read) pmids.insert(citation.pmid);
  for (std::size_t i = 0; i < found.size(); ++i) {
    report.queries[i].read = static_cast<std::size_t>(
        std::count_if(found[i].begin(), found[i].end(), [&](Pmid pmid) { return pmids.contains(pmid); }));
  }
}

// The citations that a finding quotes stay in the report, the others are named as silent.
void keep_quoted(std::vector<Citation>&& citations, Report& report) {
  std::set<Pmid> quoted;
  for (const Finding& finding : report.findings) quoted.insert(finding.pmid);
  for (Citation& citation : citations) {
    if (quoted.contains(citation.pmid)) {
      report.citations.push_back(std::move(citation));
    } else {
      report.silent.push_back(citation.pmid);
    }
  }
  std::sort(report.citations.begin(), report.citations.end(),
            [](const Citation& a, const Citation& b) { return a.pmid < b.pmid; });
  std::sort(report.silent.begin(), report.silent.end());
}

// Fetches all records; false when any of them could not be had.
bool fetch_records(std::span<const Pmid> pmids, CitationSource& source, Report& report,
                   std::vector<Citation>& citations) {
  if (pmids.empty()) return true;
  FetchResult fetched = source.fetch(pmids);
  citations = std::move(fetched.citations);
  for (std::string& problem : fetched.problems) report.problems.push_back(std::move(problem));
  if (!fetched.missing.empty()) {
    report.problems.push_back(
        fmt::format("{} of {} records found are no longer in the source.", fetched.missing.size(), pmids.size()));
  }
  return fetched.failed.empty();
}

}  // namespace

Stages default_stages(const Vocabulary& vocabulary) {
  Stages stages;
  stages.frame = [&vocabulary](const Claim& claim) { return read_frame(claim, vocabulary); };
  stages.plan = [&vocabulary](const ClaimFrame& frame) { return plan_queries(frame, vocabulary); };
  stages.rank = [&vocabulary](const ClaimFrame& frame, std::vector<Citation> citations) {
    return rank_citations(frame, std::move(citations), vocabulary);
  };
  stages.read = [&vocabulary](const ClaimFrame& frame, std::span<const Citation> citations) {
    return read_citations_for(frame, citations, vocabulary);
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
  std::vector<std::vector<Pmid>> found;
  const bool searched = run_searches(stages.plan(report.frame), source, report, found);
  const std::vector<Pmid> pmids = unite(found);
  std::vector<Citation> citations;
  const bool fetched = fetch_records(pmids, source, report, citations);
  citations = stages.rank(report.frame, std::move(citations));
  count_read(found, citations, report);
  report.findings = stages.read(report.frame, citations);
  const bool rare = is_rare_or_long_term(report.frame);
  std::sort(report.findings.begin(), report.findings.end(),
            [rare](const Finding& a, const Finding& b) { return is_stronger(a, b, rare); });
  keep_quoted(std::move(citations), report);
  if (!searched || !fetched) {
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
