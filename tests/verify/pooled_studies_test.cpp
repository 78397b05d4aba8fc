#include "verify/pooled_studies.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "verify/frame.h"

namespace claimcheck {
namespace {

Sentence told(std::string_view text, SectionRole role = SectionRole::results) {
  Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  sentence.role = role;
  return sentence;
}

bool pools(std::string_view text, SectionRole role = SectionRole::methods) {
  const std::vector<Sentence> sentences{told(text, role)};
  return pools_other_studies(sentences);
}

TEST(PoolsOtherStudies, WhereAReviewSaysThatItTookTrialsAndOthers) {
  EXPECT_TRUE(pools("Nine studies were pooled: six RCTs and three non-randomised studies."));
  EXPECT_TRUE(pools("We searched for randomised controlled trials or cohort studies of gabapentin."));
  EXPECT_TRUE(pools("Nine randomised trials and four cohort studies, not limited by language, were pooled."));
  EXPECT_TRUE(pools("Seven RCTs and four observational studies, excluding case reports, were pooled."));
  EXPECT_TRUE(pools("Four observational studies and seven randomized trials were included.", SectionRole::results));
}

TEST(PoolsOtherStudies, NotWhereItLeftThemOutOrOnlyNamesThem) {
  EXPECT_FALSE(pools("Randomised trials were included and observational studies were excluded."));
  EXPECT_FALSE(pools("We pooled twelve randomised trials."));
  EXPECT_FALSE(pools("We pooled twelve cohort studies."));
  EXPECT_FALSE(pools("Randomised trials and cohort studies have disagreed.", SectionRole::background));
  EXPECT_FALSE(pools("Databases and trial registries were searched for randomised controlled trials."));
  EXPECT_FALSE(pools("Randomised trials that measured pain before and after treatment were pooled."));
  EXPECT_FALSE(pools("No cohort studies and two RCTs were found."));
}

bool at_odds(std::string_view quote, std::string_view other = "Ten trials were pooled.") {
  const std::vector<Sentence> sentences{told(quote), told(other)};
  return are_studies_at_odds(sentences.front(), sentences);
}

TEST(AreStudiesAtOdds, OfTheSentenceItself) {
  EXPECT_TRUE(at_odds("Pain fell with gabapentin, with considerable heterogeneity."));
  EXPECT_TRUE(at_odds("Pain fell with gabapentin (SMD -0.4, 95% CI -0.6 to -0.2; I2 = 84%)."));
  EXPECT_FALSE(at_odds("Pain fell with gabapentin, without significant heterogeneity."));
  EXPECT_FALSE(at_odds("Pain fell with gabapentin (SMD -0.4, 95% CI -0.6 to -0.2; I2 = 42%)."));
  EXPECT_TRUE(at_odds("Pain fell with gabapentin; there was no publication bias but considerable heterogeneity."));
  EXPECT_TRUE(at_odds("Results on pain were highly heterogeneous (I-squared = 91%)."));
  EXPECT_TRUE(at_odds("Pain fell with gabapentin (SMD -0.4; I(2) = 88%)."));
  EXPECT_FALSE(at_odds("Gabapentin significantly reduced pain (heterogeneity I2 = 0%)."));
  EXPECT_FALSE(at_odds("Pain fell in 84% of patients with gabapentin."));
}

TEST(AreStudiesAtOdds, OfTheWholeOnlyWhereItIsSaidOfAll) {
  constexpr std::string_view quote = "Pain fell with gabapentin.";
  EXPECT_TRUE(at_odds(quote, "Heterogeneity was high in all analyses."));
  EXPECT_TRUE(at_odds(quote, "The heterogeneity between the studies was substantial."));
  EXPECT_FALSE(at_odds(quote, "Heterogeneity was considerable for minor events."));
  EXPECT_FALSE(at_odds(quote, "Across studies the heterogeneity for nausea was high."));
  EXPECT_FALSE(at_odds(quote, "Heterogeneity between the studies was low."));
}

TEST(ComparesWithOwnStart, WhereNobodyElseIsTold) {
  EXPECT_TRUE(compares_with_own_start(told("Pain was lower than at baseline after ketamine.")));
  EXPECT_TRUE(compares_with_own_start(told("Compared with their own baseline, people had less pain after ketamine.")));
  EXPECT_FALSE(compares_with_own_start(told("Pain fell from baseline more with ketamine than with placebo.")));
  EXPECT_FALSE(compares_with_own_start(told("The difference in change from baseline was 4 points.")));
  EXPECT_FALSE(compares_with_own_start(told("Pain fell more with naproxen than with celecoxib from baseline.")));
  EXPECT_FALSE(compares_with_own_start(told("Naproxen reduced pain from baseline by 3.1 versus 0.4 points.")));
  EXPECT_FALSE(compares_with_own_start(told("Naproxen lowered pain in patients with high baseline pain.")));
  EXPECT_FALSE(compares_with_own_start(told("Pain was lower with ketamine.")));
}

}  // namespace
}  // namespace claimcheck
