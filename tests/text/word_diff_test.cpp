#include "text/word_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/tokens.h"

namespace claimcheck {
namespace {

std::string side(const std::vector<DiffPiece>& pieces, DiffKind kind) {
  std::string text;
  for (const DiffPiece& piece : pieces) {
    if (piece.kind == DiffKind::kept || piece.kind == kind) text += piece.text;
  }
  return text;
}

/// "[-no-]{+few+}" for what is removed and added.
std::string marked(std::string_view before, std::string_view after) {
  std::string text;
  for (const DiffPiece& piece : diff_words(before, after)) {
    if (piece.kind == DiffKind::kept) text += piece.text;
    if (piece.kind == DiffKind::removed) text += "[-" + piece.text + "-]";
    if (piece.kind == DiffKind::added) text += "{+" + piece.text + "+}";
  }
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) words.emplace_back(slice(text, token.span));
  return words;
}

/// The slow reference: the most words that two texts share in order, by trying all that may be left out.
std::size_t most_common(const std::vector<std::string>& one, const std::vector<std::string>& other, std::size_t i = 0,
                        std::size_t j = 0) {
  if (i == one.size() || j == other.size()) return 0;
  std::size_t most = std::max(most_common(one, other, i + 1, j), most_common(one, other, i, j + 1));
  if (one[i] == other[j]) most = std::max(most, 1 + most_common(one, other, i + 1, j + 1));
  return most;
}

std::size_t kept_words(const std::vector<DiffPiece>& pieces) {
  std::size_t kept = 0;
  for (const DiffPiece& piece : pieces) {
    if (piece.kind == DiffKind::kept) kept += words_of(piece.text).size();
  }
  return kept;
}

/// Empty when every promise of the header that can be checked in linear time holds.
std::string broken_promise(std::string_view before, std::string_view after) {
  const std::vector<DiffPiece> pieces = diff_words(before, after);
  if (side(pieces, DiffKind::removed) != before) return "kept and removed are not the text before";
  if (side(pieces, DiffKind::added) != after) return "kept and added are not the text after";
  if (pieces != diff_words(before, after)) return "two runs differ";
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].text.empty()) return "an empty piece";
    if (i == 0) continue;
    if (pieces[i].kind == pieces[i - 1].kind) return "two pieces of one kind stand side by side";
    if (pieces[i - 1].kind == DiffKind::added && pieces[i].kind == DiffKind::removed) return "added before removed";
    const bool inside = i + 1 < pieces.size() && pieces[i].kind == DiffKind::kept;
    if (inside && words_of(pieces[i].text).empty() && pieces[i].text.find_first_not_of(' ') == std::string::npos) {
      return "white space alone is kept between two changes";
    }
  }
  return {};
}

TEST(DiffWords, MarksWhatIsRemovedAndAdded) {
  EXPECT_EQ(marked("Ketamine causes no organ damage.", "Ketamine causes little organ damage."),
            "Ketamine causes [-no-]{+little+} organ damage.");
  EXPECT_EQ(marked("Ketamine is safe.", "Ketamine is probably safe."), "Ketamine is {+probably +}safe.");
  EXPECT_EQ(marked("Ketamine is completely safe.", "Ketamine is safe."), "Ketamine is [-completely -]safe.");
  EXPECT_EQ(marked("It never hurts.", "It does not hurt."), "It [-never hurts-]{+does not hurt+}.");
  EXPECT_EQ(marked("It is safe", "It is safe."), "It is safe{+.+}");
}

TEST(DiffWords, TakesWordsWholeAndByTheirBytes) {
  EXPECT_EQ(marked("It relieves pain.", "It relieved pain."), "It [-relieves-]{+relieved+} pain.");
  EXPECT_EQ(marked("Safe?", "safe?"), "[-Safe-]{+safe+}?");
  EXPECT_EQ(marked("0.5 mg", "0.25 mg"), "[-0.5-]{+0.25+} mg");
  EXPECT_EQ(marked("naïve ﬁne µg", "naïve fine µg"), "naïve [-ﬁne-]{+fine+} µg");
  EXPECT_EQ(marked("don't", "do not"), "[-don't-]{+do not+}");
}

TEST(DiffWords, ShowsWhiteSpaceThatChanged) {
  EXPECT_EQ(marked("a  b", "a b"), "a[-  -]{+ +}b");
  EXPECT_EQ(marked("a b\n", "a b"), "a b[-\n-]");
}

TEST(DiffWords, TakesEmptyAndEqualTexts) {
  EXPECT_TRUE(diff_words("", "").empty());
  EXPECT_EQ(marked("", "a b"), "{+a b+}");
  EXPECT_EQ(marked("a b", ""), "[-a b-]");
  EXPECT_EQ(marked(" ", " "), " ");
  EXPECT_EQ(marked("Same words.", "Same words."), "Same words.");
}

TEST(DiffWords, KeepsAsManyWordsAsTheSlowReference) {
  const std::vector<std::string> parts{"a", "b", "no", "No", ".", "-", "("};
  std::mt19937 random(11);  // fixed: a failure must come back
  const auto text = [&] {
    std::string words;
    for (auto count = random() % 8; count > 0; --count) {
      words += parts[random() % parts.size()];
      if (random() % 4 != 0) words += random() % 5 == 0 ? "  " : " ";
    }
    return words;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string before = text();
    const std::string after = text();
    ASSERT_EQ(broken_promise(before, after), "") << before << '|' << after;
    ASSERT_EQ(kept_words(diff_words(before, after)), most_common(words_of(before), words_of(after)))
        << before << '|' << after;
  }
}

TEST(DiffWords, KeepsItsPromisesOnRandomBytes) {
  std::mt19937 random(20260101);
  const auto text = [&] {
    std::string bytes(random() % 48, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    return bytes;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string before = text();
    const std::string after = random() % 2 == 0 ? text() : before + text();
    const std::vector<DiffPiece> pieces = diff_words(before, after);
    ASSERT_EQ(side(pieces, DiffKind::removed), before) << testing::PrintToString(before);
    ASSERT_EQ(side(pieces, DiffKind::added), after) << testing::PrintToString(after);
  }
}

TEST(DiffWords, ReplacesWhatLongTextsDoNotShareAtTheirEnds) {
  std::string before = "Begin ";
  std::string after = "Begin ";
  for (int i = 0; i < 400; ++i) {
    before += "a" + std::to_string(i) + " same ";
    after += "b" + std::to_string(i) + " same ";
  }
  before += "end.";
  after += "end.";
  EXPECT_EQ(broken_promise(before, after), "");
  const std::vector<DiffPiece> pieces = diff_words(before, after);
  ASSERT_EQ(pieces.size(), 4U);
  EXPECT_EQ(pieces.front().text, "Begin ");
  EXPECT_EQ(pieces.back().text, " same end.");
}

TEST(DiffWords, TakesHostileTextsInReasonableTime) {
  std::string before;
  std::string after;
  while (before.size() < 400000) {
    before += "a b ";
    after += "b . a ";
  }
  EXPECT_EQ(broken_promise(before, after), "");
}

TEST(IsSmallChange, AsksForHalfOfEachText) {
  const auto is_small = [](std::string_view before, std::string_view after) {
    return is_small_change(diff_words(before, after));
  };
  EXPECT_TRUE(is_small("Ketamine causes organ damage.", "Ketamine may cause organ damage."));
  EXPECT_TRUE(is_small("Same.", "Same."));
  EXPECT_FALSE(is_small("Ketamine is safe.", "Limited evidence suggests that ketamine is safe in adults."));
  EXPECT_FALSE(is_small("", "New."));
  EXPECT_FALSE(is_small("", ""));
}

}  // namespace
}  // namespace claimcheck
