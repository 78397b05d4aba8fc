#include "text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

std::vector<std::string> norms(std::string_view text) {
  std::vector<std::string> result;
  for (const Token& token : tokenize(text)) result.push_back(token.norm);
  return result;
}

struct Tokens {
  std::string_view text;
  std::vector<std::string> norms;
};

class Tokenize : public testing::TestWithParam<Tokens> {};

TEST_P(Tokenize, CutsWordsNumbersAndMarks) {
  EXPECT_THAT(norms(GetParam().text), ElementsAreArray(GetParam().norms));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Tokenize,
    testing::Values(
        Tokens{"", {}}, Tokens{" \n\t\u00A0 ", {}}, Tokens{"Pain fell.", {"pain", "fell", "."}},
        Tokens{"follow-up", {"follow", "-", "up"}}, Tokens{"dose\u2011response", {"dose", "-", "response"}},
        Tokens{"drug–drug", {"drug", "–", "drug"}}, Tokens{"didn't", {"didn't"}}, Tokens{"didn’t", {"didn't"}},
        Tokens{"patients' diaries", {"patients", "'", "diaries"}}, Tokens{"'quoted'", {"'", "quoted", "'"}},
        Tokens{"Crohn's", {"crohn's"}}, Tokens{"0.5 mg/kg", {"0.5", "mg", "/", "kg"}}, Tokens{"10mg", {"10", "mg"}},
        Tokens{"CD4 and IL6", {"cd4", "and", "il6"}}, Tokens{"P<.001", {"p", "<", ".001"}},
        Tokens{"19·45 and ·05", {"19.45", "and", ".05"}}, Tokens{"1,285 or 12,345,678", {"1285", "or", "12345678"}},
        Tokens{"12\u2009345", {"12345"}}, Tokens{"1,28 and 2,3", {"1", ",", "28", "and", "2", ",", "3"}},
        Tokens{"p=0,05", {"p", "=", "0.05"}}, Tokens{"refs 1,2,3", {"refs", "1", ",", "2", ",", "3"}},
        Tokens{"It was 5.", {"it", "was", "5", "."}}, Tokens{"3.4.5", {"3.4", ".", "5"}},
        Tokens{"-4 and −5", {"-", "4", "and", "-", "5"}}, Tokens{"95% CI", {"95", "%", "ci"}},
        Tokens{"m² 10⁵", {"m2", "10", "5"}}, Tokens{"ﬁbre ÜBER", {"fibre", "über"}},
        Tokens{"co\u00ADoperate", {"cooperate"}}, Tokens{"a\u200Bb", {"ab"}}, Tokens{"\uFEFFtext", {"text"}},
        Tokens{"i.v. vs.", {"i", ".", "v", ".", "vs", "."}}, Tokens{"bad\xFF byte", {"bad", "\uFFFD", "byte"}}));

TEST(Tokenize, GivesTheBytesOfEachToken) {
  const std::string text = "Ünder 5 µg";
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) words.emplace_back(slice(text, token.span));
  EXPECT_THAT(words, ElementsAre("Ünder", "5", "µg"));
}

TEST(Tokenize, TellsWordsNumbersAndMarksApart) {
  std::vector<TokenKind> kinds;
  for (const Token& token : tokenize("IL6 rose 2.5 ² %")) kinds.push_back(token.kind);
  EXPECT_THAT(kinds, ElementsAre(TokenKind::word, TokenKind::word, TokenKind::number, TokenKind::number,
                                 TokenKind::punctuation));
}

TEST(Tokenize, StemsWordsAndLeavesNumbersAlone) {
  const std::vector<Token> tokens = tokenize("Reductions, 1,200");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].stem, "reduct");
  EXPECT_EQ(tokens[1].stem, ",");
  EXPECT_EQ(tokens[2].stem, "1200");
}

TEST(StemWord, BringsFormsOfAWordTogether) {
  EXPECT_EQ(stem_word("increases"), stem_word("increasing"));
  EXPECT_EQ(stem_word("crohn's"), "crohn");
  EXPECT_NE(stem_word("reduce"), stem_word("reduction"));
  EXPECT_EQ(stem_word(""), "");
}

TEST(StemWord, LeavesOverlongWordsAsTheyAre) {
  const std::string sequence(65, 's');
  EXPECT_EQ(stem_word(sequence), sequence);
}

TEST(StemWord, GivesTheSameAnswersInManyThreads) {
  std::vector<std::string> words;
  for (int i = 0; i < 40000; ++i)
    words.push_back("reporting" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + "ings");
  std::vector<std::string> alone;
  std::transform(words.begin(), words.end(), std::back_inserter(alone), stem_word);
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (auto& stems : found) {
    threads.emplace_back([&] { std::transform(words.begin(), words.end(), std::back_inserter(stems), stem_word); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& stems : found) EXPECT_EQ(stems, alone);
}

TEST(IsStopWord, HoldsFunctionWordsOnly) {
  for (const std::string_view word : {"the", "of", "was", "with", "not", "than"})
    EXPECT_TRUE(is_stop_word(word)) << word;
  for (const std::string_view word : {"pain", "placebo", "The", "", "lower"}) EXPECT_FALSE(is_stop_word(word)) << word;
}

}  // namespace
}  // namespace claimcheck
