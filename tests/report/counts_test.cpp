#include "report/counts.h"

#include <gtest/gtest.h>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

Report make_report(std::string id, std::string document = "") {
  Report report;
  report.claim.id = std::move(id);
  if (!document.empty()) {
    report.claim.origin.emplace();
    report.claim.origin->document = std::move(document);
  }
  return report;
}

TEST(CountClaims, TellsTheSixCountsApart) {
  EXPECT_EQ(count_claims(sample_run()), (ClaimCounts{1, 2, 1, 1, 1, 6}));
  EXPECT_EQ(count_claims(claimcheck::Run{}), ClaimCounts{});
}

TEST(CollectProblems, NamesEachProblemOnceThoseOfTheRunFirst) {
  claimcheck::Run run;
  run.problems = {"no index"};
  run.reports = {make_report("A"), make_report("B"), make_report("C")};
  run.reports[0].problems = {"no answer", "no answer"};
  run.reports[2].problems = {"cut off", "no answer"};
  const std::vector<ProblemLine> expected{{"no index", {}}, {"no answer", {"A", "C"}}, {"cut off", {"C"}}};
  EXPECT_EQ(collect_problems(run), expected);
}

TEST(NameClaims, SaysHowManyAreNotNamed) {
  EXPECT_EQ(name_claims({"x", {}}), "");
  EXPECT_EQ(name_claims({"x", {"1", "2"}}), "1, 2");
  EXPECT_EQ(name_claims({"x", {"1", "2", "3", "4", "5", "6"}}), "1, 2, 3, 4, 5, 6");
  EXPECT_EQ(name_claims({"x", {"1", "2", "3", "4", "5", "6", "7", "8"}}), "1, 2, 3, 4, 5, 6 and 2 more");
}

TEST(DigestBanner, StandsWheneverADigestIsCited) {
  claimcheck::Run run;
  EXPECT_EQ(digest_banner(run), "");
  run.reports = {make_report("A")};
  run.reports[0].citations.resize(1);
  EXPECT_EQ(digest_banner(run), "");
  run.reports[0].citations[0].digest = true;
  EXPECT_NE(digest_banner(run), "");
  run.reports.clear();
  run.provenance.digest_citations = 1;
  EXPECT_NE(digest_banner(run), "");
}

TEST(GroupByDocument, GathersClaimsOfOneDocumentInOrder) {
  claimcheck::Run run;
  run.reports = {make_report("1", "a.md"), make_report("2", "b.md"), make_report("3", "a.md"), make_report("4")};
  run.provenance.documents = {{"claims.json", "", 4}};
  const std::vector<DocumentGroup> groups = group_by_document(run);
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].name, "a.md");
  ASSERT_EQ(groups[0].reports.size(), 2U);
  EXPECT_EQ(groups[0].reports[1]->claim.id, "3");
  EXPECT_EQ(groups[1].name, "b.md");
  EXPECT_EQ(groups[2].name, "claims.json");
}

TEST(GroupByDocument, GoesByInputFilesWhereClaimsHaveNoOrigin) {
  claimcheck::Run run;
  run.reports = {make_report("1"), make_report("2"), make_report("3")};
  run.provenance.documents = {{"x.json", "", 1}, {"y.json", "", 2}};
  const std::vector<DocumentGroup> groups = group_by_document(run);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].reports.size(), 1U);
  EXPECT_EQ(groups[1].name, "y.json");
  EXPECT_EQ(groups[1].reports.size(), 2U);
}

TEST(GroupByDocument, NamesNothingWhenTheCountsDoNotAddUp) {
  claimcheck::Run run;
  run.reports = {make_report("1"), make_report("2")};
  run.provenance.documents = {{"x.json", "", 1}};
  const std::vector<DocumentGroup> groups = group_by_document(run);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].name, "");
}

}  // namespace
}  // namespace claimcheck
