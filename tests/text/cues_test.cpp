#include "text/cues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

/// The cues of a text as "kind: words".
std::vector<std::string> cues_of(std::string_view text) {
  std::vector<std::string> found;
  for (const Cue& cue : find_cues(tokenize(text))) {
    found.push_back(std::string(to_string(cue.kind)) + ": " + std::string(slice(text, cue.span)));
  }
  return found;
}

/// The words of a text that stand under a negation.
std::vector<std::string> negated_words(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  const std::vector<Cue> cues = find_cues(tokens);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind == TokenKind::word && is_negated(tokens, cues, at)) found.push_back(tokens[at].norm);
  }
  return found;
}

TEST(FindCues, FindsNothingInPlainWords) {
  EXPECT_THAT(cues_of(""), IsEmpty());
  EXPECT_THAT(cues_of("Tea tins stood on a shelf."), IsEmpty());
}

TEST(FindCues, ReportsAPhraseOnceAndDropsTheShorterOnesInsideIt) {
  EXPECT_THAT(cues_of("There was no significant difference."), ElementsAre("null_result: no significant difference"));
  EXPECT_THAT(cues_of("It is not only warm."), ElementsAre("pseudo_negation: not only"));
  EXPECT_THAT(cues_of("Its value remains unknown."), ElementsAre("gap: remains unknown"));
}

TEST(FindCues, KeepsThePartsOfADirectionApartFromTheWhole) {
  EXPECT_THAT(cues_of("Tea was less effective."), ElementsAre("worsen: less effective"));
  EXPECT_THAT(cues_of("Tea was more effective."), ElementsAre("improve: more effective"));
  EXPECT_THAT(cues_of("Colds were more likely."), ElementsAre("increase: more likely"));
  EXPECT_THAT(cues_of("Colds were likely."), ElementsAre("hedge: likely"));
}

TEST(FindCues, LooksThroughHyphens) {
  EXPECT_THAT(cues_of("Tea was well-tolerated."), ElementsAre("safe: well-tolerated"));
  EXPECT_THAT(cues_of("Tea was well tolerated."), ElementsAre("safe: well tolerated"));
  EXPECT_THAT(cues_of("It was non-significant."), ElementsAre("null_result: non-significant"));
  EXPECT_THAT(cues_of("There was no between-group difference."),
              ElementsAre("null_result: no between-group difference"));
}

TEST(FindCues, DoesNotReachAcrossPunctuationOrBut) {
  EXPECT_THAT(cues_of("No, a difference."), ElementsAre("negation: No"));
  EXPECT_THAT(cues_of("no tea but difference"), ElementsAre("negation: no", "scope_end: but"));
}

TEST(FindCues, ReachesOverAtMostThreeWords) {
  EXPECT_THAT(cues_of("no one two three differences"), ElementsAre("null_result: no one two three differences"));
  EXPECT_THAT(cues_of("no one two three four differences"), ElementsAre("negation: no"));
}

TEST(FindCues, ReachesOverTwiceAsManyWhereTwoGapsFollow) {
  EXPECT_THAT(cues_of("no significant a b c d e f differences"),
              ElementsAre("null_result: no significant a b c d e f differences"));
  EXPECT_THAT(cues_of("no significant difference"), ElementsAre("null_result: no significant difference"));
  EXPECT_THAT(cues_of("no significant a b c d e f g differences"),
              ElementsAre("negation: no", "significance: significant"));
}

TEST(FindCues, ListsCuesByPosition) {
  EXPECT_THAT(cues_of("Tea may reduce colds, but milk does not."),
              ElementsAre("hedge: may", "decrease: reduce", "scope_end: but", "negation: not"));
}

TEST(FindCues, GivesTokensAndBytesOfAPhrase) {
  const std::string text = "Überall: did not differ";
  const std::vector<Cue> cues = find_cues(tokenize(text));
  ASSERT_EQ(cues.size(), 1U);
  EXPECT_EQ(cues[0].first, 3U);
  EXPECT_EQ(cues[0].last, 5U);
  EXPECT_EQ(slice(text, cues[0].span), "not differ");
}

TEST(FindCues, TakesNoCueFromNamesThatLookLikeOne) {
  for (const std::string_view text :
       {"low back pain", "high-density lipoprotein", "the small intestine", "the inferior vena cava", "the common cold",
        "more than 30 cups", "in May", "on May 5", "major depression", "lower limb", "higher education", "low-dose tea",
        "cost-effective", "effective dose", "i.v. tea"}) {
    EXPECT_THAT(cues_of(text), IsEmpty()) << text;
  }
}

TEST(FindCues, TakesDenialsOfEvidenceAsNullResultAndAsNegation) {
  EXPECT_THAT(cues_of("There was no sign of gout."),
              UnorderedElementsAreArray({"negation: no sign of", "null_result: no sign of"}));
}

struct Scope {
  std::string_view text;
  std::vector<std::string> negated;
};

class IsNegated : public testing::TestWithParam<Scope> {};

TEST_P(IsNegated, HoldsUntilTheClauseEnds) {
  EXPECT_EQ(negated_words(GetParam().text), GetParam().negated);
}

INSTANTIATE_TEST_SUITE_P(
    Clauses, IsNegated,
    testing::Values(
        Scope{"Nobody coughed and slept.", {"coughed", "and", "slept"}}, Scope{"Coughs came without fever.", {"fever"}},
        Scope{"Tea caused no cough, rash or gout.", {"cough", "rash", "or", "gout"}},
        Scope{"No cough, but a rash, came.", {"cough"}}, Scope{"No cough; a rash came.", {"cough"}},
        Scope{"No cough: a rash came.", {"cough"}}, Scope{"No cough came, whereas rashes stayed.", {"cough", "came"}},
        Scope{"The cup (no milk) caused gout.", {"milk"}},
        Scope{"No cup (with milk) caused gout.", {"cup", "with", "milk", "caused", "gout"}},
        Scope{"No cough came. Gout did.", {"cough", "came"}}, Scope{"No milk vs. tea.", {"milk", "vs", "tea"}},
        Scope{"Tea is not only hot but wet.", {}}, Scope{"Tea no longer helps gout.", {}},
        Scope{"Gout cannot be excluded.", {}}, Scope{"With or without milk gout came.", {}},
        Scope{"There is no evidence of gout.", {"gout"}}, Scope{"Tea failed to cure gout.", {"cure", "gout"}},
        Scope{"Gout was not seen.", {"seen"}}, Scope{"The absence of gout was noted.", {"gout", "was", "noted"}},
        Scope{"No one two three four five six seven eight nine.",
              {"one", "two", "three", "four", "five", "six", "seven", "eight"}}));

TEST(IsNegatedAt, IsFalseForTheNegationItselfAndForWhatStandsBefore) {
  const std::vector<Token> tokens = tokenize("Gout never came");
  const std::vector<Cue> cues = find_cues(tokens);
  EXPECT_FALSE(is_negated(tokens, cues, 0));
  EXPECT_FALSE(is_negated(tokens, cues, 1));
  EXPECT_TRUE(is_negated(tokens, cues, 2));
}

}  // namespace
}  // namespace claimcheck
