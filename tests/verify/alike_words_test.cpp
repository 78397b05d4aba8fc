#include "verify/alike_words.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

bool names(const AlikeWords& words, std::string_view text, std::string_view word) {
  return words.names(analyse_sentence(text, builtin_vocabulary()), stem_word(word));
}

TEST(AlikeWords, NamesTheWordItselfAndOthersOfItsGroup) {
  const AlikeWords words = AlikeWords::parse("# body\nwomb; uterus; uterine\nneck; cervical\ncervix; cervical\n");
  EXPECT_TRUE(names(words, "Pain in the uterus.", "womb"));
  EXPECT_TRUE(names(words, "Pain in the womb.", "womb"));
  EXPECT_TRUE(names(words, "Cervical pain.", "neck"));
  EXPECT_FALSE(names(words, "Pain in the knee.", "womb"));
}

TEST(AlikeWords, GroupsThatShareAWordAreNotJoined) {
  const AlikeWords words = AlikeWords::parse("neck; cervical\ncervix; cervical\n");
  EXPECT_FALSE(names(words, "Cancer of the cervix.", "neck"));
}

TEST(AlikeWords, ShippedGroupsTellSidesAndOppositesApart) {
  EXPECT_TRUE(names(alike_words(), "Uterine pain.", "womb"));
  EXPECT_FALSE(names(alike_words(), "Pain in the morning.", "evening"));
  EXPECT_FALSE(names(alike_words(), "Low doses.", "high"));
  EXPECT_FALSE(names(alike_words(), "Acute pain.", "chronic"));
}

}  // namespace
}  // namespace claimcheck
