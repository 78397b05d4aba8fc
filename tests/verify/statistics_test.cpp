#include "verify/statistics.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

FindingNumbers numbers_in(std::string_view text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  return read_statistics(sentence, {0, sentence.tokens.size()}).numbers;
}

TEST(ReadStatistics, GivesTheIntervalOfARateInTheUnitOfTheRate) {
  const FindingNumbers percent = numbers_in("Gout occurred in 0.05 % (95% CI 0.02 to 0.09) of users.");
  EXPECT_NEAR(percent.rate.value_or(0), 5e-4, 1e-12);
  EXPECT_NEAR(percent.rate_low.value_or(0), 2e-4, 1e-12);
  EXPECT_NEAR(percent.rate_high.value_or(0), 9e-4, 1e-12);
  const FindingNumbers round = numbers_in("Gout occurred at 1.0 per 10,000 person-years (95% CI 0.6-1.5).");
  EXPECT_NEAR(round.rate.value_or(0), 1e-4, 1e-12);
  EXPECT_NEAR(round.rate_high.value_or(0), 1.5e-4, 1e-12);
  EXPECT_FALSE(round.exposed.has_value());
}

TEST(ReadStatistics, TheIntervalOfARatioIsNotThatOfARate) {
  const FindingNumbers ratio = numbers_in("Gout came in 3% of users (hazard ratio 1.4, 95% CI 1.1 to 1.9).");
  EXPECT_NEAR(ratio.rate.value_or(0), 0.03, 1e-12);
  EXPECT_FALSE(ratio.rate_low.has_value());
  EXPECT_DOUBLE_EQ(ratio.ci_low.value_or(0), 1.1);
  EXPECT_FALSE(numbers_in("Gout fell by 30% (95% CI 12 to 41).").rate_low.has_value());
}

TEST(ReadStatistics, ReadsThousandsApartBySpaces) {
  const FindingNumbers numbers = numbers_in("Gout occurred in 3 of 90 000 users.");
  EXPECT_EQ(numbers.events.value_or(0), 3);
  EXPECT_EQ(numbers.exposed.value_or(0), 90000);
}

}  // namespace
}  // namespace claimcheck
