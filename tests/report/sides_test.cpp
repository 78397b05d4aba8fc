#include "report/sides.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimcheck {
namespace {

using testing::ElementsAre;

Finding make_finding(Pmid pmid, Stance stance, double reliability = 0.9) {
  Finding finding;
  finding.pmid = pmid;
  finding.stance = stance;
  finding.reliability = reliability;
  finding.family = std::to_string(pmid);
  return finding;
}

std::vector<Pmid> pmids(const std::vector<const Finding*>& side) {
  std::vector<Pmid> result;
  for (const Finding* finding : side) result.push_back(finding->pmid);
  return result;
}

TEST(SplitSides, KeepsTheOrderAndPutsWeighedFindingsFirst) {
  Report report;
  report.findings = {make_finding(1, Stance::opposes, 0.2), make_finding(2, Stance::supports),
                     make_finding(3, Stance::opposes), make_finding(4, Stance::opposes),
                     make_finding(5, Stance::inconclusive)};
  const Sides sides = split_sides(report);
  EXPECT_THAT(pmids(sides.supporting), ElementsAre(2));
  EXPECT_THAT(pmids(sides.opposing), ElementsAre(3, 4, 1));
  EXPECT_THAT(pmids(sides.inconclusive), ElementsAre(5));
}

TEST(CountStudies, CountsFamiliesOfWeighedFindings) {
  Report report;
  report.findings = {make_finding(1, Stance::supports), make_finding(2, Stance::supports),
                     make_finding(3, Stance::supports, 0.1), make_finding(4, Stance::supports)};
  report.findings[1].family = report.findings[0].family;
  report.findings[3].retracted = true;
  EXPECT_EQ(count_studies(report), (StudyCounts{1, 0}));
}

TEST(CountStudies, TakesThePmidWhereThereIsNoFamily) {
  Report report;
  report.findings = {make_finding(1, Stance::supports), make_finding(2, Stance::supports)};
  for (Finding& finding : report.findings) finding.family.clear();
  EXPECT_EQ(count_studies(report), (StudyCounts{2, 0}));
}

TEST(CountStudies, GoesByTheVerdictWhereThereIsOne) {
  Report report;
  report.findings = {make_finding(1, Stance::supports), make_finding(2, Stance::opposes)};
  report.verdict.emplace();
  report.verdict->families_against = 1;
  EXPECT_EQ(count_studies(report), (StudyCounts{0, 1}));
}

TEST(WhyNotWeighed, SaysTheFirstReason) {
  Finding finding = make_finding(1, Stance::opposes);
  EXPECT_EQ(why_not_weighed(finding), "");
  finding.reliability = 0.4;
  EXPECT_EQ(why_not_weighed(finding), "the reading is right too seldom (40 in 100; at least 50 are asked)");
  finding.retracted = true;
  EXPECT_EQ(why_not_weighed(finding), "retracted");
  finding.excluded = "a letter";
  EXPECT_EQ(why_not_weighed(finding), "a letter");
}

TEST(CitedBy, FindsTheCitationOrNothing) {
  Report report;
  report.citations.resize(2);
  report.citations[1].pmid = 7;
  EXPECT_EQ(cited_by(report, make_finding(7, Stance::supports)), &report.citations[1]);
  EXPECT_EQ(cited_by(report, make_finding(8, Stance::supports)), nullptr);
}

}  // namespace
}  // namespace claimcheck
