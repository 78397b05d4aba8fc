#include "text/abbreviations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> defined_in(std::string_view text) {
  std::vector<std::string> found;
  for (const Abbreviation& abbreviation : find_abbreviations(text)) {
    found.push_back(abbreviation.short_form + " = " + abbreviation.long_form);
  }
  return found;
}

struct Definition {
  std::string_view text;
  std::string_view found;
};

class FindAbbreviations : public testing::TestWithParam<Definition> {};

TEST_P(FindAbbreviations, FindsTheWordsOfAShortForm) {
  EXPECT_THAT(defined_in(GetParam().text), ElementsAre(GetParam().found)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Definitions, FindAbbreviations,
    testing::Values(Definition{"Users with strong tea disorder (STD) slept.", "STD = strong tea disorder"},
                    Definition{"We used the Tea and Cup Scale (TCS).", "TCS = Tea and Cup Scale"},
                    Definition{"Hot-cup syndrome (HCS) is rare.", "HCS = Hot-cup syndrome"},
                    Definition{"The neurotransmitter glutamate (GLU; 5 mM) rose.", "GLU = glutamate"},
                    Definition{"TCS (tea and cup scale) fell, GLU (blood) rose.", "TCS = tea and cup scale"},
                    Definition{"A tea tasting score (TTS) was used.", "TTS = tea tasting score"},
                    Definition{"A tea test (TT) was used.", "TT = tea test"},
                    Definition{"Interleukin 6 (IL-6) rose.", "IL-6 = Interleukin 6"},
                    Definition{"They drank (in a tea house) black tea mixture (BTM).", "BTM = black tea mixture"}));

TEST(FindAbbreviationsIn, FindsNothingWhereNothingIsDefined) {
  for (const std::string_view text :
       {"", "(", "()", "(AB)", "tea (n = 12)", "tea (P < .01)", "tea (see below)", "tea (2019)", "tea (A)",
        "the cup (XYZ) broke", "TCS (TCS)", "the TCS score (TCS)", "tea (95% CI)", "a very long tail of tea (abc)"}) {
    EXPECT_THAT(defined_in(text), IsEmpty()) << text;
  }
}

TEST(FindAbbreviationsIn, GivesTheSpanFromTheFirstFormToTheBracket) {
  const std::string text = "Naïve users of strong tea (ST; black) and HC (hot cups) slept.";
  const std::vector<Abbreviation> found = find_abbreviations(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(slice(text, found[0].definition), "strong tea (ST; black)");
  EXPECT_EQ(slice(text, found[1].definition), "HC (hot cups)");
}

TEST(FindAbbreviationsIn, LooksOnlySoFarBack) {
  // Two letters: at most four words.
  EXPECT_THAT(defined_in("strong one two three four tea (ST)"), IsEmpty());
  EXPECT_THAT(defined_in("strong one two tea (ST)"), ElementsAre("ST = strong one two tea"));
}

TEST(FindAbbreviationsIn, DoesNotReachAcrossAClauseOrAnotherBracket) {
  EXPECT_THAT(defined_in("strong; big tea (ST)"), IsEmpty());
  EXPECT_THAT(defined_in("strong (hot) tea (ST)"), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
