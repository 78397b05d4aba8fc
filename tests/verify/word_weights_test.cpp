#include "verify/word_weights.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(WordWeight, IsLessForCommonWords) {
  EXPECT_LT(word_weight("patient"), word_weight("pain"));
  EXPECT_LT(word_weight("pain"), word_weight("heartburn"));
  EXPECT_LT(word_weight("studi"), word_weight("placebo"));
  EXPECT_GE(word_weight("the"), 0);
}

TEST(WordWeight, IsThatOfTheRarestForUnknownWords) {
  const double unknown = word_weight("flimflamol");
  EXPECT_DOUBLE_EQ(word_weight("gribble"), unknown);
  EXPECT_DOUBLE_EQ(word_weight(""), unknown);
  EXPECT_DOUBLE_EQ(word_weight("# a comment"), unknown);
  for (const char* stem : {"patient", "pain", "placebo", "heartburn", "ketamin", "insulin", "stroke"}) {
    EXPECT_LE(word_weight(stem), unknown) << stem;
    EXPECT_GT(word_weight(stem), 0) << stem;
  }
  EXPECT_GT(unknown, 4);
}

}  // namespace
}  // namespace claimcheck
