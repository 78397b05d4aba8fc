#include "report/review_summary.h"

#include <gmock/gmock.h>

#include "report/counts.h"
#include "report/sample_review.h"
#include "report/sample_run.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Decide, SaysHowAClaimStandsAndWhy) {
  const claimcheck::Run run = reviewed_sample();
  EXPECT_EQ(decide(run, run.reports[0]).words, "contested, as both judged");
  EXPECT_EQ(decide(run, run.reports[0]).reason, "");
  EXPECT_THAT(decide(run, run.reports[0]).comments, ElementsAre("Ada Ödön: Soften \"no\"."));
  EXPECT_EQ(decide(run, run.reports[1]).words, "the reviewers differ");
  EXPECT_EQ(decide(run, run.reports[1]).reason, "");
  EXPECT_EQ(decide(run, run.reports[2]).words, "contested, as Cleo decided between the two");
  EXPECT_EQ(decide(run, run.reports[2]).reason, "evidence missing");
  EXPECT_EQ(decide(run, run.reports[3]).words, "open");
}

TEST(Decide, OfOnePersonGivesTheirReasonAndUnnamedComments) {
  claimcheck::Run run = reviewed_sample();
  run.review->reviewers.resize(1);
  EXPECT_EQ(decide(run, run.reports[2]).words, "contested, as Ada Ödön judged");
  EXPECT_EQ(decide(run, run.reports[2]).reason, "evidence missing: A trial of 2019 | <b>speaks</b> against it.");
  EXPECT_THAT(decide(run, run.reports[0]).comments, ElementsAre("Soften \"no\"."));
}

TEST(DescribeReview, TellsProgressPeopleAndAgreement) {
  const claimcheck::Run run = reviewed_sample();
  EXPECT_THAT(describe_review(run),
              ElementsAre("People decided 2 of 6 claims (1 by two who agree, 1 by an adjudicator); 3 open; on 1 the "
                          "reviewers differ and nobody decided yet.",
                          "Ada Ödön (reviewer, finished): 4 judged, 1 comment.",
                          "Ben (reviewer, finished): 3 judged, 1 put off, 1 comment.",
                          "Cleo (adjudicator, not finished): 1 judged.",
                          "Ada Ödön and Ben both judged 3 claims and agree on 1 (33.3 %). Cohen's kappa 0.14. No "
                          "interval is shown: with fewer than 32 claims its formula is not reliable."));
  EXPECT_THAT(describe_differences(run),
              ElementsAre("C-02: Ada Ödön supported, Ben unsupported", "C-03: Ada Ödön contested, Ben unsupported"));
}

TEST(DescribeReview, DoesNotSayThatSomebodyDidNothing) {
  claimcheck::Run run = sample_run();
  EXPECT_THAT(describe_review(run), IsEmpty());
  run.review.emplace();
  EXPECT_THAT(describe_review(run), ElementsAre("Nobody has reviewed the claims yet."));
  run.review->reviewers = {{"Ada", ReviewRole::reviewer, false}};
  EXPECT_THAT(describe_review(run),
              ElementsAre("People decided 0 of 6 claims; 6 open.", "Ada (reviewer, not finished)."));
}

TEST(CountClaims, CountsAsNotReviewedWhatSomebodyHasStillToJudge) {
  claimcheck::Run run = reviewed_sample();
  EXPECT_EQ(count_claims(run).not_reviewed, 3U);  // C-04, C-05 (not judged by Ben) and "C 06/ä", which he put off
  run.review->reviewers.clear();
  EXPECT_EQ(count_claims(run).not_reviewed, 6U);
}

}  // namespace
}  // namespace claimcheck
