#include "report/evidence_picture.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/sides.h"

namespace claimcheck {
namespace {

struct Records {
  std::set<std::pair<int, Pmid>> supporting;
  std::set<std::pair<int, Pmid>> opposing;
  std::set<Pmid> neither;
};

void add_finding(Records& records, const Finding& finding) {
  if (finding.stance == Stance::inconclusive) {
    records.neither.insert(finding.pmid);
    return;
  }
  if (!why_not_weighed(finding).empty()) return;
  (finding.stance == Stance::supports ? records.supporting : records.opposing).insert({finding.year, finding.pmid});
}

DesignCount count_design(Design design, const Records& records) {
  std::map<int, YearCount> years;
  for (const auto& [year, pmid] : records.supporting) ++years[year].supporting;
  for (const auto& [year, pmid] : records.opposing) ++years[year].opposing;
  DesignCount count{design, records.supporting.size(), records.opposing.size(), records.neither.size(), {}};
  for (auto& [year, year_count] : years) {
    year_count.year = year;
    if (year > 0) count.years.push_back(year_count);
  }
  return count;
}

}  // namespace

std::vector<DesignCount> count_evidence(const Run& run) {
  std::map<Design, Records> designs;
  for (const Report& report : run.reports) {
    for (const Finding& finding : report.findings) add_finding(designs[finding.design], finding);
  }
  std::vector<DesignCount> counts;
  for (const auto& [design, records] : designs) {
    const DesignCount count = count_design(design, records);
    if (count.supporting + count.opposing + count.neither > 0) counts.push_back(count);
  }
  return counts;
}

}  // namespace claimcheck
