#include "verify/null_result.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

double score_of(std::string_view text) {
  return null_result_score(analyse_sentence(text, builtin_vocabulary()));
}

bool has(const Features& features, std::string_view feature) {
  return std::count(features.begin(), features.end(), Feature(std::string(feature))) == 1;
}

Features features_of(std::string_view text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  return null_result_features({&sentence, 1});
}

TEST(NullResultScore, IsAboveZeroWhereNothingChanged) {
  for (const char* sentence : {
           "Heartburn did not differ between the groups (P = 0.64).",
           "There was no significant difference in sleep between almorin and placebo.",
           "Pain scores were similar in both groups.",
           "The hazard ratio for relapse was 0.97 (95% CI 0.71 to 1.32; P = 0.84).",
           "The mean difference in weight was 0.2 kg (95% CI -0.9 to 1.3).",
           "The two groups were comparable in length of stay (P > 0.05).",
           "Almorin had no effect on blood pressure.",
           "Neither relapse nor death was significantly affected by almorin.",
           "No significant differences were found in any secondary outcome (all P > 0.2).",
           "The odds ratio was 1.08 (95% CI, 0.80-1.45), which was not statistically significant.",
       }) {
    EXPECT_GT(score_of(sentence), 0) << sentence;
  }
}

TEST(NullResultScore, IsBelowZeroWhereSomethingDid) {
  for (const char* sentence : {
           "Heartburn fell significantly more with almorin than with placebo (P < 0.001).",
           "Sleep was significantly longer in the almorin group (P = 0.004).",
           "The hazard ratio for relapse was 0.52 (95% CI 0.36 to 0.74; P < 0.001).",
           "Weight fell significantly with almorin: mean difference -3.1 kg (95% CI -4.6 to -1.6; P < 0.001).",
           "Almorin significantly reduced the number of attacks compared with placebo.",
           "Scores were significantly higher in the trained group than in the control group (P = 0.01).",
           "The odds of recovery were greater with almorin (odds ratio 2.3, 95% CI 1.5-3.6).",
           "Relapse was significantly less frequent with almorin (12% vs 31%, P = 0.002).",
           "Almorin was superior to placebo (P = 0.02).",
           "A significant improvement in sleep was observed with almorin (P < 0.05).",
       }) {
    EXPECT_LT(score_of(sentence), 0) << sentence;
  }
}

TEST(NullResultScore, FollowsTheNumbersWhereTheWordsAreTheSame) {
  EXPECT_GT(score_of("Weight was 70 kg with almorin and 71 kg with placebo (P = 0.60)."),
            score_of("Weight was 70 kg with almorin and 71 kg with placebo (P = 0.006)."));
  EXPECT_GT(score_of("The relative risk was 0.80 (95% CI 0.50 to 1.30)."),
            score_of("The relative risk was 0.80 (95% CI 0.70 to 0.90)."));
  EXPECT_GT(score_of("The mean difference in weight was -3.1 kg (95% CI -7.6 to 1.4)."),
            score_of("The mean difference in weight was -3.1 kg (95% CI -4.6 to -1.6)."));
}

TEST(NullResultFeatures, TellPValuesAndIntervals) {
  EXPECT_TRUE(has(features_of("Pain fell (P = 0.05)."), "p significant"));
  EXPECT_TRUE(has(features_of("Pain fell (P < 0.05)."), "p significant"));
  EXPECT_TRUE(has(features_of("Pain fell (P > 0.05)."), "p not significant"));
  EXPECT_TRUE(has(features_of("Pain fell (P = 0.06)."), "p not significant"));
  EXPECT_TRUE(has(features_of("The odds ratio was 1.2 (95% CI 0.9 to 1.6)."), "interval of a ratio includes null"));
  EXPECT_TRUE(has(features_of("The odds ratio was 1.4 (95% CI 1.1 to 1.8)."), "interval of a ratio excludes null"));
  EXPECT_TRUE(
      has(features_of("The mean difference was 0.4 (95% CI 0.1 to 0.7)."), "interval of a difference excludes null"));
  EXPECT_TRUE(
      has(features_of("The mean difference was 0.4 (95% CI -0.1 to 0.9)."), "interval of a difference includes null"));
}

TEST(NullResultFeatures, AreSortedUniqueAndHoldNoDigits) {
  const Features features = features_of("Pain fell by 12 and 12 points, pain fell by 34.");
  EXPECT_TRUE(std::is_sorted(features.begin(), features.end()));
  EXPECT_EQ(std::adjacent_find(features.begin(), features.end()), features.end());
  for (const Feature& feature : features) EXPECT_EQ(feature.name.find_first_of("0123456789"), std::string::npos);
  EXPECT_EQ(null_result_features({}), Features{"^"});
}

}  // namespace
}  // namespace claimcheck
