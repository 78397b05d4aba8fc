#include "verify/polarity.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

Sentence analyse(std::string_view text) {
  return analyse_sentence(text, builtin_vocabulary());
}

// The polar words of a text, each with "-" (less) or "+" (more) before it.
std::vector<std::string> polar_words_of(std::string_view text) {
  const Sentence sentence = analyse(text);
  std::vector<std::string> words;
  for (const PolarWord& word : find_polar_words(sentence)) {
    words.push_back((word.less ? "-" : "+") + sentence.tokens[word.at].norm);
  }
  return words;
}

Benefit benefit_of(std::string_view text) {
  const Sentence sentence = analyse(text);
  return find_benefit(sentence, {0, sentence.tokens.size()});
}

Features polarity_of(std::string_view claim, std::string_view sentence) {
  Features features;
  add_polarity_features("x", analyse(claim), analyse(sentence), features);
  return features;
}

bool has(const Features& features, std::string_view feature) {
  return std::find(features.begin(), features.end(), Feature(std::string(feature))) != features.end();
}

TEST(FindPolarWords, FindsWordsForMoreAndLessInTheirOrder) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(polar_words_of("Loss of GRB1 prevents growth and increases repair."),
            (Words{"-loss", "-prevents", "+increases"}));
  EXPECT_EQ(polar_words_of("Gribble does not reduce attacks."), (Words{"-not", "-reduce"}));
  EXPECT_EQ(polar_words_of("Mortality and pain were measured."), Words{}) << "what is bad is neither more nor less";
  EXPECT_EQ(polar_words_of(""), Words{});
}

TEST(FindBenefit, TellsGoodFromBad) {
  const struct {
    const char* text;
    bool good;
    bool bad;
  } rows[] = {
      {"Sleep improved.", true, false},
      {"Almorin reduced mortality.", true, false},
      {"Almorin reduced the overall burden.", true, false},
      {"Function worsened.", false, true},
      {"Almorin increased the risk of falls.", false, true},
      {"Sleep improved and the risk of falls increased the mortality.", true, true},
      {"Almorin reduced height.", false, false},
      {"Almorin reduced height, weight, girth and stature, mortality aside.", false, false},
      {"Height was measured.", false, false},
      {"Sleep did not improve.", false, false},
      {"", false, false},
  };
  for (const auto& row : rows) {
    const Benefit benefit = benefit_of(row.text);
    EXPECT_EQ(benefit.good, row.good) << row.text;
    EXPECT_EQ(benefit.bad, row.bad) << row.text;
  }
}

TEST(FindBenefit, SaysWhereTheFirstStands) {
  const Sentence sentence = analyse("In 40 adults sleep worsened, then mood improved and almorin reduced mortality.");
  const Benefit benefit = find_benefit(sentence, {0, sentence.tokens.size()});
  EXPECT_TRUE(benefit.good);
  EXPECT_TRUE(benefit.bad);
  EXPECT_EQ(sentence.tokens[benefit.first].norm, "worsened");
}

TEST(FindBenefit, LooksOnlyInItsRange) {
  const Sentence sentence = analyse("Sleep worsened, then mood improved.");
  const auto comma = static_cast<std::size_t>(std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                                           [](const Token& token) { return token.norm == ","; }) -
                                              sentence.tokens.begin());
  const Benefit before = find_benefit(sentence, {0, comma});
  EXPECT_TRUE(before.bad && !before.good);
  const Benefit after = find_benefit(sentence, {comma, sentence.tokens.size()});
  EXPECT_TRUE(after.good && !after.bad);
  EXPECT_EQ(sentence.tokens[after.first].norm, "improved");
}

TEST(AddPolarityFeatures, TellsWhetherBothGoTheSameWay) {
  const char* claim = "Gribble increases flimflamol uptake";
  const Features same = polarity_of(claim, "Gribble increases flimflamol uptake");
  EXPECT_TRUE(has(same, "x more for more"));
  EXPECT_TRUE(has(same, "x agrees 0.9"));
  EXPECT_TRUE(has(same, "x whole less 0,0"));
  EXPECT_TRUE(has(same, "x whole parity 0"));
  const Features turned = polarity_of(claim, "Gribble reduces flimflamol uptake");
  EXPECT_TRUE(has(turned, "x less for more"));
  EXPECT_FALSE(has(turned, "x more for more"));
  EXPECT_FALSE(has(turned, "x agrees -0.9"));
  EXPECT_TRUE(has(turned, "x whole less 1,0"));
  EXPECT_TRUE(has(turned, "x whole parity 1"));
}

TEST(AddPolarityFeatures, CountsTwoDenialsAsNone) {
  const Features features = polarity_of("Gribble increases uptake", "Loss of gribble reduces uptake");
  EXPECT_TRUE(has(features, "x whole less 2,0"));
  EXPECT_TRUE(has(features, "x whole parity 0"));
}

TEST(AddPolarityFeatures, DoesNotCountWhatBothSay) {
  const Features features = polarity_of("Loss of gribble prevents growth", "Growth is prevented by loss of gribble");
  EXPECT_TRUE(has(features, "x whole less 0,0"));
}

TEST(AddPolarityFeatures, SaysThatNothingIsShared) {
  EXPECT_EQ(polarity_of("Gribble reduces uptake", "Sleep improved in adults."), Features{"x shares nothing"});
  EXPECT_EQ(polarity_of("Gribble reduces uptake", ""), Features{"x shares nothing"});
  EXPECT_EQ(polarity_of("", ""), Features{"x shares nothing"});
}

TEST(AddPolarityFeatures, TakesNoSharedPolarWordForATopic) {
  EXPECT_EQ(polarity_of("Gribble reduces uptake", "Rest reduces weight"), Features{"x shares nothing"});
}

}  // namespace
}  // namespace claimcheck
