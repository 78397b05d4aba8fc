#include "report/flow.h"

#include <gmock/gmock.h>

#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

QueryRecord query(std::size_t found, std::size_t taken, std::size_t read) {
  QueryRecord record;
  record.found = found;
  record.taken = taken;
  record.read = read;
  record.complete = true;
  return record;
}

Finding finding(Pmid pmid, Stance stance, std::string excluded = "") {
  Finding result;
  result.pmid = pmid;
  result.stance = stance;
  result.reliability = 0.9;
  result.excluded = std::move(excluded);
  return result;
}

std::vector<std::size_t> counts_of(const std::vector<FlowStep>& flow) {
  std::vector<std::size_t> counts;
  for (const FlowStep& step : flow) counts.push_back(step.count);
  return counts;
}

TEST(CountFlow, CountsEachRecordOnceFromReadingOn) {
  claimcheck::Run run;
  run.reports.resize(2);
  run.reports[0].queries = {query(500, 100, 4), query(10, 10, 3)};
  run.reports[0].findings = {finding(1, Stance::supports), finding(2, Stance::opposes, "its trial is part of PMID 9"),
                             finding(3, Stance::inconclusive)};
  run.reports[0].silent = {{4, "", 0, ""}, {5, "", 0, ""}};
  run.reports[1].queries = {query(3, 3, 3)};
  run.reports[1].findings = {finding(2, Stance::opposes), finding(4, Stance::opposes, "its trial is part of PMID 8")};
  run.reports[1].silent = {{1, "", 0, ""}};
  const std::vector<FlowStep> flow = count_flow(run);
  EXPECT_THAT(counts_of(flow), ElementsAre(513, 113, 5, 4, 2));
  EXPECT_THAT(flow[0].lost, ElementsAre(FlowLoss{400, "ranked below the number that was taken of a query"}));
  EXPECT_THAT(flow[1].lost, ElementsAre(FlowLoss{103, "not on the subject of the claim, or not to be had"},
                                        FlowLoss{5, "the same record again, for another query or claim"}));
  EXPECT_THAT(flow[2].lost, ElementsAre(FlowLoss{1, "report no result on any claim"}));
  EXPECT_THAT(flow[3].lost,
              ElementsAre(FlowLoss{1, "speak neither for nor against a claim"}, FlowLoss{1, "their trial is part of"}));
}

TEST(CountFlow, AddsUpFromStepToStep) {
  for (const claimcheck::Run& run : {sample_run(), claimcheck::Run{}}) {
    const std::vector<FlowStep> flow = count_flow(run);
    ASSERT_EQ(flow.size(), 5U);
    for (std::size_t i = 0; i + 1 < flow.size(); ++i) {
      std::size_t left = flow[i].count;
      for (const FlowLoss& loss : flow[i].lost) left -= loss.count;
      EXPECT_EQ(left, flow[i + 1].count) << flow[i].name;
    }
  }
}

TEST(CountFlow, NamesTheMostFrequentReasonsAndSumsTheRest) {
  claimcheck::Run run;
  run.reports.resize(1);
  for (Pmid pmid = 1; pmid <= 10; ++pmid) {
    run.reports[0].findings.push_back(finding(pmid, Stance::opposes, "reason " + std::to_string(std::min(pmid, 9U))));
  }
  const std::vector<FlowLoss> lost = count_flow(run)[3].lost;
  ASSERT_EQ(lost.size(), 7U);
  EXPECT_EQ(lost.front(), (FlowLoss{2, "reason 9"}));
  EXPECT_EQ(lost.back(), (FlowLoss{3, "for other reasons, told with each finding"}));
}

TEST(CountSearches, KeepsDatesSourcesAndWhatWasNotAnswered) {
  const SearchTotals totals = count_searches(sample_run());
  EXPECT_EQ(totals.queries, 8U);
  EXPECT_EQ(totals.against, 4U);
  EXPECT_EQ(totals.unanswered, 1U);
  EXPECT_EQ(totals.cut, 1U);
  EXPECT_EQ(totals.first_date, "2026-11-21");
  EXPECT_THAT(totals.sources, ElementsAre("local library", "PubMed"));
}

TEST(WriteFlow, IsOnePictureWithTitleAndDescriptionThatNeedsNothingElse) {
  const std::string svg = write_flow(sample_run());
  EXPECT_THAT(svg, AllOf(HasSubstr("role=\"img\""), HasSubstr("<title id=\"flow-title\">"),
                         HasSubstr("<desc id=\"flow-text\">Records found: "), HasSubstr("prefers-color-scheme: dark"),
                         HasSubstr("xmlns=\"http://www.w3.org/2000/svg\"")));
  EXPECT_THAT(svg, AllOf(Not(HasSubstr("href")), Not(HasSubstr("url(")), Not(HasSubstr("<script"))));
}

}  // namespace
}  // namespace claimcheck
