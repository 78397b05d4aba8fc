#include "report/evidence_rows.h"

#include <gtest/gtest.h>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

Finding finding(Pmid pmid, Stance stance, bool weighed) {
  Finding result;
  result.pmid = pmid;
  result.stance = stance;
  result.reliability = weighed ? 0.9 : 0.1;
  return result;
}

TEST(ListEvidence, HasOneRowAPaperWithItsWeighedFindingFirst) {
  Report report;
  report.findings = {finding(1, Stance::opposes, false), finding(2, Stance::opposes, true),
                     finding(1, Stance::supports, true), finding(3, Stance::inconclusive, true),
                     finding(2, Stance::opposes, true)};
  const std::vector<EvidenceRow> rows = list_evidence(report);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].findings, (std::vector<const Finding*>{&report.findings[2], &report.findings[0]}));
  EXPECT_EQ(rows[1].findings, (std::vector<const Finding*>{&report.findings[1], &report.findings[4]}));
  EXPECT_EQ(rows[2].findings, (std::vector<const Finding*>{&report.findings[3]}));
  EXPECT_EQ(rows[0].citation, nullptr);
}

TEST(WasWeighed, NeedsASideAndNoObjection) {
  EXPECT_TRUE(was_weighed(finding(1, Stance::supports, true)));
  EXPECT_FALSE(was_weighed(finding(1, Stance::supports, false)));
  EXPECT_FALSE(was_weighed(finding(1, Stance::inconclusive, true)));
}

TEST(DescribeSource, SaysWhereAQuoteComesFrom) {
  const claimcheck::Run run = sample_run();
  const Finding& cohort = run.reports[0].findings[1];
  const Citation& citation = run.reports[0].citations[0];
  EXPECT_EQ(describe_source(cohort, &citation), "PMID 90000001, J Invent Hepatol, 2021, cohort study, n = 812");
  EXPECT_EQ(describe_source(finding(7, Stance::supports, true), nullptr), "PMID 7, design not stated");
  EXPECT_EQ(describe_quote_place(cohort, &citation), "RESULTS, characters 42–159");
  EXPECT_EQ(source_level(&citation), "abstract");
}

}  // namespace
}  // namespace claimcheck
