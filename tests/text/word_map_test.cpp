#include "text/word_map.h"

#include <gtest/gtest.h>

#include <string>

namespace claimcheck {
namespace {

TEST(WordMap, IsEmptyAtFirst) {
  const WordMap<int> map;
  EXPECT_EQ(map.size(), 0U);
  EXPECT_EQ(map.find(""), nullptr);
  EXPECT_EQ(map.find("pain"), nullptr);
}

TEST(WordMap, FindsWhatWasAddedAndNothingElse) {
  WordMap<int> map;
  constexpr int count = 5000;
  for (int i = 0; i < count; ++i) map["word" + std::to_string(i)] = i;
  map[""] = -1;
  ASSERT_EQ(map.size(), count + 1U);
  for (int i = 0; i < count; ++i) {
    const int* known = map.find("word" + std::to_string(i));
    ASSERT_NE(known, nullptr) << i;
    EXPECT_EQ(*known, i);
    EXPECT_EQ(map.find("ward" + std::to_string(i)), nullptr);
  }
  EXPECT_EQ(*map.find(""), -1);
}

TEST(WordMap, ChangesTheValueOfAWordThatItHas) {
  WordMap<std::string> map;
  map["a"] += "x";
  map["a"] += "y";
  EXPECT_EQ(map.size(), 1U);
  EXPECT_EQ(*map.find("a"), "xy");
}

}  // namespace
}  // namespace claimcheck
