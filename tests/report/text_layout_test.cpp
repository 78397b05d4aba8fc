#include "report/text_layout.h"

#include <gtest/gtest.h>

#include <sstream>

#include "text/utf8.h"

namespace claimcheck {
namespace {

TEST(ToLine, LeavesNothingThatATerminalObeys) {
  EXPECT_EQ(to_line("a\x1b[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(to_line("a\x07\x7f"), "a\uFFFD\uFFFD");
  EXPECT_EQ(to_line("a\u009b31m"), "a\uFFFD31m");
  EXPECT_EQ(to_line("a\u202Eb\u2066c"), "a\uFFFDb\uFFFDc");
  EXPECT_EQ(to_line("a\xFF"), "a\uFFFD");
}

TEST(ToLine, MakesOneLine) {
  EXPECT_EQ(to_line("  a\r\n\tb \u2028c  "), "a b c");
  EXPECT_EQ(to_line(""), "");
  EXPECT_EQ(to_line("n\u00A0=\u00A04"), "n\u00A0=\u00A04");
}

TEST(CountColumns, KnowsWideAndCombiningCharacters) {
  EXPECT_EQ(count_columns("abc"), 3U);
  EXPECT_EQ(count_columns("µ≥✓≷✕–…“"), 8U);
  EXPECT_EQ(count_columns("日本"), 4U);
  EXPECT_EQ(count_columns("e\u0301"), 1U);
  EXPECT_EQ(count_columns("😀"), 2U);
}

TEST(LayOut, WrapsAtTheWidthWithAHangingIndent) {
  EXPECT_EQ(lay_out({{"one two three four five six seven"}}, {2, 4}, {false, 24}),
            "  one two three four\n    five six seven\n");
}

TEST(LayOut, SetsPiecesApartAndKeepsWholeOnesTogether) {
  EXPECT_EQ(lay_out({{"tag", Ink::plain, true}, {"claim words"}}, {}, {}), "tag  claim words\n");
  EXPECT_EQ(lay_out({{"aaaaaaaaaa aaaaaaa"}, {"(3 for, 1 against)", Ink::plain, true}}, {}, {false, 30}),
            "aaaaaaaaaa aaaaaaa\n(3 for, 1 against)\n");
}

TEST(LayOut, PaintsOnlyWhenAsked) {
  EXPECT_EQ(lay_out({{"x", Ink::unsupported}}, {}, {false, 80}), "x\n");
  EXPECT_EQ(lay_out({{"x", Ink::unsupported}}, {}, {true, 80}), "\x1b[1;31mx\x1b[0m\n");
}

TEST(LayOut, ColoursTakeNoColumns) {
  const std::vector<Piece> pieces{{"one two three four five six", Ink::bold}};
  std::string painted = lay_out(pieces, {}, {true, 24});
  for (const std::string escape : {"\x1b[1m", "\x1b[0m"}) {
    for (std::size_t at = painted.find(escape); at != std::string::npos; at = painted.find(escape)) {
      painted.erase(at, escape.size());
    }
  }
  EXPECT_EQ(painted, lay_out(pieces, {}, {false, 24}));
}

TEST(LayOut, WritesNothingForNoWords) {
  EXPECT_EQ(lay_out({}, {2, 2}, {}), "");
  EXPECT_EQ(lay_out({{""}, {"   "}}, {2, 2}, {}), "");
}

TEST(LayOut, CutsLongWordsBetweenCharactersAtAnyWidth) {
  std::string word;
  for (int i = 0; i < 30; ++i) word += "日µe\u0301";
  for (std::size_t width = 0; width < 60; ++width) {
    const std::string text = lay_out({{"start " + word + " end"}}, {2, 6}, {false, width});
    std::istringstream lines(text);
    std::string joined;
    for (std::string line; std::getline(lines, line);) {
      EXPECT_TRUE(is_valid_utf8(line)) << width;
      EXPECT_LE(count_columns(line), std::max<std::size_t>(width, 24)) << width;
      for (const char c : line) {
        if (c != ' ') joined += c;
      }
    }
    EXPECT_EQ(joined, "start" + word + "end") << width;
  }
}

TEST(Shorten, CutsAtAWordAndSaysSo) {
  EXPECT_EQ(shorten("short", 10), "short");
  EXPECT_EQ(shorten("one two three", 10), "one two…");
  EXPECT_EQ(shorten("日本語日本語", 7), "日本語…");
}

}  // namespace
}  // namespace claimcheck
