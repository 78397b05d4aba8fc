#include "report/flow.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/evidence_rows.h"
#include "report/sides.h"
#include "report/words.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNamedReasons = 6;

struct Totals {
  std::size_t found = 0;
  std::size_t taken = 0;
  std::size_t read = 0;  ///< a record for each query that found it
};

Totals sum_queries(const Run& run) {
  Totals totals;
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) {
      totals.found += std::max(query.found, query.taken);
      totals.taken += query.taken;
      totals.read += std::min(query.read, query.taken);
    }
  }
  return totals;
}

// Reasons that differ in a number or a PMID alone are one reason; it is said of many records.
std::string broad_reason(const Finding& finding) {
  if (finding.retracted) return "retracted";
  const std::string why = why_not_weighed(finding);
  if (why.empty()) return "speak neither for nor against a claim";
  if (finding.excluded.empty()) return "read with too little reliability";
  if (finding.by_words) return "read by their words alone";
  const std::string common = why.substr(0, why.find(" PMID "));
  return common.starts_with("its ") ? "their " + common.substr(4) : common;
}

/// What became of each record that was read, over all claims.
struct Records {
  std::set<Pmid> read;
  std::set<Pmid> counted;
  std::map<Pmid, std::string> set_aside;  ///< with a finding and not counted: why, of the finding that came nearest
};

Records sort_records(const Run& run) {
  Records records;
  for (const Report& report : run.reports) {
    for (const SilentCitation& citation : report.silent) records.read.insert(citation.pmid);
    for (const EvidenceRow& row : list_evidence(report)) {
      const Finding& lead = *row.findings.front();
      records.read.insert(lead.pmid);
      if (was_weighed(lead)) {
        records.counted.insert(lead.pmid);
      } else {
        records.set_aside.emplace(lead.pmid, broad_reason(lead));
      }
    }
  }
  std::erase_if(records.set_aside, [&](const auto& entry) { return records.counted.contains(entry.first); });
  return records;
}

// The most frequent reasons by name, then the rest as one.
std::vector<FlowLoss> list_reasons(const Records& records) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [pmid, why] : records.set_aside) ++counts[why];
  std::vector<FlowLoss> losses;
  losses.reserve(counts.size());
  for (const auto& [why, count] : counts) losses.push_back({count, why});
  std::stable_sort(losses.begin(), losses.end(),
                   [](const FlowLoss& a, const FlowLoss& b) { return a.count > b.count; });
  if (losses.size() <= kNamedReasons) return losses;
  FlowLoss rest{0, "for other reasons, told with each finding"};
  for (std::size_t i = kNamedReasons; i < losses.size(); ++i) rest.count += losses[i].count;
  losses.resize(kNamedReasons);
  losses.push_back(std::move(rest));
  return losses;
}

void add_loss(FlowStep& step, std::size_t count, std::string why) {
  if (count > 0) step.lost.push_back({count, std::move(why)});
}

void add_date(SearchTotals& totals, const std::string& date) {
  if (date.empty()) return;
  totals.first_date = totals.first_date.empty() ? date : std::min(totals.first_date, date);
  totals.last_date = std::max(totals.last_date, date);
}

void add_source(SearchTotals& totals, const std::string& source) {
  const bool is_known = std::find(totals.sources.begin(), totals.sources.end(), source) != totals.sources.end();
  if (!is_known && !source.empty()) totals.sources.push_back(source);
}

void add_query(SearchTotals& totals, const QueryRecord& query) {
  const bool is_linked = query.aim == QueryAim::similar || query.aim == QueryAim::cited_by;
  ++totals.queries;
  totals.against += query.aim == QueryAim::counter ? 1 : 0;
  totals.linked += is_linked ? 1 : 0;
  totals.republished += query.aim == QueryAim::republished ? 1 : 0;
  totals.unanswered += query.complete ? 0 : 1;
  totals.cut += query.taken < query.found ? 1 : 0;
  add_date(totals, query.date);
  add_source(totals, query.source);
}

}  // namespace

SearchTotals count_searches(const Run& run) {
  SearchTotals totals;
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) add_query(totals, query);
  }
  return totals;
}

std::vector<FlowStep> count_flow(const Run& run) {
  const Totals totals = sum_queries(run);
  const Records records = sort_records(run);
  const std::size_t with_finding = records.counted.size() + records.set_aside.size();
  const std::size_t read = records.read.size();
  // A report that was put together by hand may hold more records than its queries account for.
  const std::size_t read_by_queries = std::max(totals.read, read);
  const std::size_t taken = std::max(totals.taken, read_by_queries);
  const std::size_t found = std::max(totals.found, taken);
  FlowStep first{"Records found", found, "a record counts for each query that found it", {}};
  add_loss(first, found - taken, "ranked below the number that was taken of a query");
  FlowStep screened{"Records screened", taken, "title, abstract and headings, by program", {}};
  add_loss(screened, taken - read_by_queries, "not on the subject of the claim, or not to be had");
  add_loss(screened, read_by_queries - read, "the same record again, for another query or claim");
  FlowStep abstracts{"Abstracts read", read, "each record once; no full text is read", {}};
  add_loss(abstracts, read - with_finding, "report no result on any claim");
  FlowStep eligible{"Records eligible", with_finding, "report a result on a claim", list_reasons(records)};
  FlowStep counted{"Records counted", records.counted.size(), "weighed for or against a claim", {}};
  return {first, screened, abstracts, eligible, counted};
}

}  // namespace claimcheck
