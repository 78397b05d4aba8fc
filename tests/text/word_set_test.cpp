#include "text/word_set.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(WordFilter, NeverDeniesWhatWasAdded) {
  WordFilter filter;
  for (const char* word : {"", "a", "pain", "\xC3\xA9t\xC3\xA9", "a-very-long-word-of-many-parts"}) {
    EXPECT_FALSE(filter.may_hold(word)) << word;
    filter.add(word);
    EXPECT_TRUE(filter.may_hold(word)) << word;
  }
}

TEST(WordSet, HoldsItsWordsAndNoneThatOnlyLooksLikeThem) {
  const WordSet words{"pain", "sleep"};
  EXPECT_TRUE(words.contains("pain"));
  EXPECT_TRUE(words.contains("sleep"));
  EXPECT_FALSE(words.contains("plin"));
  EXPECT_FALSE(words.contains("pxin")) << "alike in all that the filter looks at";
  EXPECT_FALSE(words.contains(""));
}

}  // namespace
}  // namespace claimcheck
