#include "review/agreement.h"

#include <gtest/gtest.h>

#include <string>

#include "core/review.h"

namespace claimcheck {
namespace {

ReviewState two_reviewers() {
  ReviewState state;
  state.reviewers = {{"Anna", ReviewRole::reviewer, true}, {"Ben", ReviewRole::reviewer, true}};
  return state;
}

void judge(ReviewState& state, int count, Judgement anna, Judgement ben) {
  const std::size_t before = state.opinions.size();
  for (int i = 0; i < count; ++i) {
    const std::string claim = "C-" + std::to_string(before + static_cast<std::size_t>(i));
    state.opinions[{claim, "Anna"}].judgement = anna;
    state.opinions[{claim, "Ben"}].judgement = ben;
  }
}

TEST(MeasureAgreement, NeedsTwoReviewers) {
  ReviewState state;
  EXPECT_FALSE(measure_agreement(state));
  state.reviewers = {{"Anna", ReviewRole::reviewer, true}, {"Eve", ReviewRole::adjudicator, false}};
  EXPECT_FALSE(measure_agreement(state));
}

TEST(MeasureAgreement, CountsTheClaimsThatBothJudged) {
  ReviewState state = two_reviewers();
  judge(state, 2, Judgement::supported, Judgement::supported);
  judge(state, 1, Judgement::supported, Judgement::contested);
  state.opinions[{"alone", "Anna"}].judgement = Judgement::supported;
  state.opinions[{"deferred", "Anna"}].judgement = Judgement::supported;
  state.opinions[{"deferred", "Ben"}].deferred = true;
  const Agreement agreement = *measure_agreement(state);
  EXPECT_EQ(agreement.claims, 3U);
  EXPECT_EQ(agreement.same, 2U);
  EXPECT_EQ(agreement.table[0][0], 2U);
  EXPECT_EQ(agreement.table[0][1], 1U);
}

// 20 + 15 agreeing of 50, margins 25/25 and 30/20: kappa = (0.7 - 0.5) / 0.5.
TEST(MeasureAgreement, GivesKappaWithTheIntervalOfFleissCohenAndEveritt) {
  ReviewState state = two_reviewers();
  judge(state, 20, Judgement::supported, Judgement::supported);
  judge(state, 5, Judgement::supported, Judgement::contested);
  judge(state, 10, Judgement::contested, Judgement::supported);
  judge(state, 15, Judgement::contested, Judgement::contested);
  const Agreement agreement = *measure_agreement(state);
  ASSERT_TRUE(agreement.kappa);
  EXPECT_NEAR(*agreement.kappa, 0.4, 1e-12);
  EXPECT_NEAR(agreement.low, 0.151092, 1e-5);
  EXPECT_NEAR(agreement.high, 0.648908, 1e-5);
}

TEST(MeasureAgreement, GivesNoKappaWhereChanceAloneWouldAgree) {
  ReviewState state = two_reviewers();
  EXPECT_FALSE(measure_agreement(state)->kappa);
  judge(state, 4, Judgement::supported, Judgement::supported);
  EXPECT_EQ(measure_agreement(state)->same, 4U);
  EXPECT_FALSE(measure_agreement(state)->kappa);
}

TEST(MeasureAgreement, IsOneForTwoWhoAlwaysAgree) {
  ReviewState state = two_reviewers();
  judge(state, 4, Judgement::supported, Judgement::supported);
  judge(state, 4, Judgement::contested, Judgement::contested);
  const Agreement agreement = *measure_agreement(state);
  EXPECT_NEAR(*agreement.kappa, 1, 1e-12);
  EXPECT_NEAR(agreement.low, 1, 1e-6);
  EXPECT_NEAR(agreement.high, 1, 1e-6);
}

}  // namespace
}  // namespace claimcheck
