#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace claimcheck {
namespace {

TEST(IsValidUtf8, AcceptsWellFormedText) {
  for (const std::string_view text : {"", "plain", "naïve", "µg", "日本", "😀", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
}

struct BrokenBytes {
  std::string_view what;
  std::string_view bytes;
  std::string_view repaired;
};

class IllFormedUtf8 : public testing::TestWithParam<BrokenBytes> {};

TEST_P(IllFormedUtf8, IsRefusedAndRepaired) {
  EXPECT_FALSE(is_valid_utf8(GetParam().bytes)) << GetParam().what;
  EXPECT_EQ(repair_utf8(GetParam().bytes), GetParam().repaired) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, IllFormedUtf8,
    testing::Values(BrokenBytes{"lone continuation byte", "a\x80z", "a\uFFFDz"},
                    BrokenBytes{"truncated two bytes", "a\xC3", "a\uFFFD"},
                    BrokenBytes{"truncated four bytes are one sequence", "\xF0\x9F\x98z", "\uFFFDz"},
                    BrokenBytes{"overlong slash", "\xC0\xAF", "\uFFFD\uFFFD"},
                    BrokenBytes{"overlong in three bytes", "\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},
                    BrokenBytes{"surrogate half", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
                    BrokenBytes{"past the last code point", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
                    BrokenBytes{"Latin-1 in the middle of a word", "na\xEFve", "na\uFFFDve"}));

TEST(RepairUtf8, LeavesValidTextAlone) {
  EXPECT_EQ(repair_utf8("5 µg \uFFFD 😀"), "5 µg \uFFFD 😀");
}

TEST(CountCodePoints, CountsCharactersAndNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  EXPECT_EQ(count_code_points("5 µg 😀"), 6U);
}

struct SpanPair {
  Span bytes;
  Span points;
};

TEST(CodePointSpans, TranslateBothWays) {
  const std::string_view text = "µ = 😀 ok";  // 2 + 3 + 4 + 3 bytes
  for (const SpanPair& pair : {SpanPair{{0, 2}, {0, 1}}, SpanPair{{2, 5}, {1, 4}}, SpanPair{{5, 9}, {4, 5}},
                               SpanPair{{9, 12}, {5, 8}}, SpanPair{{0, 12}, {0, 8}}, SpanPair{{12, 12}, {8, 8}}}) {
    EXPECT_EQ(to_code_points(text, pair.bytes), pair.points);
    EXPECT_EQ(to_bytes(text, pair.points), pair.bytes);
  }
}

TEST(ToBytes, CutsWhatLiesPastTheEnd) {
  EXPECT_EQ(to_bytes("µg", {1, 99}), (Span{2, 3}));
  EXPECT_EQ(to_bytes("µg", {50, 99}), (Span{3, 3}));
  EXPECT_EQ(to_code_points("µg", {50, 99}), (Span{2, 2}));
}

struct Folding {
  std::string_view text;
  std::string_view folded;
};

class FoldCase : public testing::TestWithParam<Folding> {};

TEST_P(FoldCase, MakesEqualWhatReadersTakeForEqual) {
  EXPECT_EQ(fold_case(GetParam().text), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(Words, FoldCase,
                         testing::Values(Folding{"", ""}, Folding{"Mixed CASE 12", "mixed case 12"},
                                         Folding{"ÜBER", "über"}, Folding{"Straße", "strasse"},
                                         Folding{"\uFB01bre", "fibre"}, Folding{"\uFF21\uFF22\uFF23", "abc"},
                                         Folding{"\u0130", "i\u0307"}, Folding{"µ", "μ"}, Folding{"ΑΣ", "ασ"},
                                         Folding{"e\u0301", "é"}, Folding{"co\u00ADoperate", "cooperate"},
                                         Folding{"Å", "å"}, Folding{"x²", "x2"}));

TEST(StripAccents, LeavesTheLettersThemselves) {
  EXPECT_EQ(strip_accents("barr\u00E9"), "barre");
  EXPECT_EQ(strip_accents("sj\u00F6gren me\u0301nie\u0300re \u03B2"), "sjogren meniere \u03B2");
  EXPECT_EQ(strip_accents("plain 12"), "plain 12");
  EXPECT_EQ(strip_accents("\u0301"), "");
  EXPECT_EQ(strip_accents("na\xEFve"), "na\uFFFDve");
}

TEST(FoldCase, ReplacesIllFormedBytes) {
  EXPECT_EQ(fold_case("NA\xEFVE"), "na\uFFFDve");
}

TEST(FoldCase, IsStableUnderRepetition) {
  for (const std::string_view text : {"İSTANBUL", "ﬃ", "Ⅷ", "ſ", "ẞ", "№ 5"}) {
    EXPECT_EQ(fold_case(fold_case(text)), fold_case(text)) << text;
  }
}

}  // namespace
}  // namespace claimcheck
