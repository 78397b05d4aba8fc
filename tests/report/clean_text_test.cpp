#include "report/clean_text.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(CleanText, KeepsTextTabsAndLines) {
  EXPECT_EQ(clean_text("naïve\t10 µg/kg\n日本語 😀"), "naïve\t10 µg/kg\n日本語 😀");
  EXPECT_EQ(clean_text(""), "");
}

TEST(CleanText, MakesEveryLineBreakOne) {
  EXPECT_EQ(clean_text("a\r\nb\rc\nd\u2028e\r"), "a\nb\nc\nd\ne\n");
}

TEST(CleanText, ShowsWhatOtherProgramsCannotRead) {
  EXPECT_EQ(clean_text("a\x1b[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(clean_text("a\xC3(b\x80"), "a\uFFFD(b\uFFFD");
  EXPECT_EQ(clean_text("a\u202Eb\u2066c\uFFFEd\uFDD0e\u0085f"), "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\nf");
  EXPECT_EQ(clean_text("\xF0\x9F\xBF\xBF"), "\uFFFD");  // U+1FFFF is no character
}

}  // namespace
}  // namespace claimcheck
