#include "verify/number_pairs.h"

#include <gtest/gtest.h>

#include <string_view>

namespace claimcheck {
namespace {

constexpr ComparisonWords kPain{"almorin", "placebo", "pain", Valence::bad};

struct Expected {
  std::string_view passage;
  double first;
  double second;
};

TEST(FindNumberPairs, TellsWhoseNumbersTheyAre) {
  constexpr Expected kExpected[] = {
      {"Pain was 2.1 with almorin and 4.3 with placebo.", 2.1, 4.3},
      {"Pain was 4.3 with placebo and 2.1 with almorin.", 2.1, 4.3},
      {"Pain: almorin 12%, placebo 20%.", 12, 20},
      {"Pain was less with almorin than with placebo (12 vs 20).", 12, 20},
      {"Compared with placebo, almorin lessened pain (12 vs 20).", 12, 20},
      {"Pain was 12 and 20 with almorin and placebo, respectively.", 12, 20},
      {"Pain was 20 and 12 with placebo and almorin, respectively.", 12, 20},
      {"Almorin vs placebo: pain 3.2 (SD 1.0) vs 5.1 (1.2).", 3.2, 5.1},
      {"Pain was 3.2 ± 1.0 in the almorin group and 5.1 ± 1.2 in the placebo group.", 3.2, 5.1},
      {"Pain was more common with almorin (9 [50%]) than with placebo (2 [22%]).", 50, 22},
      {"Pain was felt by 12 of 40 on almorin and 3 of 30 on placebo.", 30, 10},
      {"Pain was felt by 9 patients on almorin and by none on placebo.", 9, 0},
  };
  for (const Expected& expected : kExpected) {
    const std::vector<NumberPair> pairs = find_number_pairs(MarkedPassage(expected.passage, kPain));
    ASSERT_EQ(pairs.size(), 1U) << expected.passage;
    EXPECT_DOUBLE_EQ(pairs.front().first, expected.first) << expected.passage;
    EXPECT_DOUBLE_EQ(pairs.front().second, expected.second) << expected.passage;
  }
}

TEST(FindNumberPairs, LeavesOutSizesTimesSpreadsAndTests) {
  for (const char* passage :
       {"Almorin (n = 40) and placebo (n = 38) were given.", "Almorin and placebo were given at 4 and 8 weeks.",
        "Almorin beat placebo on days 1, 2 and 5.", "Almorin and placebo differed (F = 4.2, t = 3.1).",
        "With almorin, pain fell from 7 to 4.", "Almorin and placebo changed MMP-8 and MMP-9."}) {
    EXPECT_TRUE(find_number_pairs(MarkedPassage(passage, kPain)).empty()) << passage;
  }
}

TEST(FindNumberPairs, TellsHowMuchFromHowHigh) {
  const auto by = find_number_pairs(MarkedPassage("Pain fell by 3 with almorin and by 5 with placebo.", kPain));
  const auto to = find_number_pairs(MarkedPassage("Pain was 3 with almorin and 5 with placebo.", kPain));
  ASSERT_EQ(by.size(), 1U);
  ASSERT_EQ(to.size(), 1U);
  EXPECT_TRUE(by.front().change);
  EXPECT_FALSE(to.front().change);
}

}  // namespace
}  // namespace claimcheck
