#include "verify/caveat.h"

#include <gtest/gtest.h>

#include "verify/contest.h"
#include "verify/frame.h"
#include "verify/own_numbers.h"
#include "verify/rival.h"

namespace claimcheck {
namespace {

SlotMatcher match_concept(const std::string& id) {
  Slot slot;
  slot.concepts.push_back(id);
  return {slot, builtin_vocabulary()};
}

/// The caveat on what `text` says of `outcome` with ketamine.
std::optional<Caveat> caveat_on(std::string_view text, const std::string& outcome, bool happening = false) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  const SlotMatcher subject = match_concept("ketamine");
  const std::vector<SlotMatch> outcomes = match_concept(outcome).find(sentence);
  EXPECT_FALSE(outcomes.empty()) << text;
  if (outcomes.empty()) return std::nullopt;
  const OutcomeContext context{outcomes.front(), Valence::bad, happening, !happening, true, subject};
  return find_caveat(sentence, clause_around(sentence, outcomes.front().tokens.first), context, happening);
}

TEST(Caveat, IsNoneOnAPlainFinding) {
  EXPECT_FALSE(caveat_on("Pain was lower with ketamine than with placebo.", "pain"));
  EXPECT_FALSE(caveat_on("Ketamine given before surgery was found to reduce pain.", "pain"));
  EXPECT_FALSE(caveat_on("Pain was lower with ketamine than without ketamine.", "pain"));
}

TEST(Caveat, NothingIsFoundWhereTheTreatmentWasNotGiven) {
  for (const char* text :
       {"Despite ketamine, pain increased.", "Pain fell in patients not treated with ketamine.",
        "Pain fell after ketamine was stopped.", "Pain fell before ketamine was started.",
        "At baseline, pain was worse in the ketamine group.", "Ketamine would reduce pain.",
        "Ketamine was given in order to reduce pain.", "Previous studies have shown that ketamine reduces pain."}) {
    const auto caveat = caveat_on(text, "pain");
    ASSERT_TRUE(caveat) << text;
    EXPECT_EQ(caveat->kind, Caveat::Kind::no_finding) << text;
  }
}

TEST(Caveat, ArmsAreAlike) {
  for (const char* text : {"Pain was reduced in neither group.", "Ketamine reduced pain no more than placebo.",
                           "Ketamine was linked to less pain, but the association disappeared after adjustment."}) {
    const auto caveat = caveat_on(text, "pain");
    ASSERT_TRUE(caveat) << text;
    EXPECT_EQ(caveat->kind, Caveat::Kind::alike) << text;
  }
}

TEST(Caveat, IsPartialForSomeOfThePeopleStudiesOrEndPoints) {
  for (const char* text :
       {"Ketamine reduced pain only in women.", "Two of nine trials reported less pain with ketamine.",
        "The composite of pain and nausea fell with ketamine."}) {
    const auto caveat = caveat_on(text, "pain");
    ASSERT_TRUE(caveat) << text;
    EXPECT_EQ(caveat->kind, Caveat::Kind::partial) << text;
  }
  EXPECT_FALSE(caveat_on("Pain fell only in the ketamine group.", "pain"));
  EXPECT_FALSE(caveat_on("Eight of nine trials reported less pain with ketamine.", "pain"));
}

TEST(Caveat, NamesItsWords) {
  const auto caveat = caveat_on("Pain was reduced in neither group.", "pain");
  ASSERT_TRUE(caveat);
  EXPECT_EQ(caveat->cue, (FindingCue{"no arm changed", "in neither"}));
}

TEST(FindTakingBack, SeesWhatWentWithAdjustment) {
  const auto taken_back = [](std::string_view text) {
    return find_taking_back(analyse_sentence(text, builtin_vocabulary())).has_value();
  };
  EXPECT_TRUE(taken_back("This association disappeared after adjustment for age."));
  EXPECT_TRUE(taken_back("After adjustment, the difference was no longer significant."));
  EXPECT_FALSE(taken_back("The association remained significant after adjustment."));
  EXPECT_FALSE(taken_back("The effect disappeared within a week."));
}

TEST(FindContests, SeesWhoDidBetter) {
  const auto contests = [](std::string_view text) {
    return find_contests(analyse_sentence(text, builtin_vocabulary()));
  };
  ASSERT_EQ(contests("Ketamine was superior to midazolam.").size(), 1U);
  EXPECT_TRUE(contests("Ketamine was superior to midazolam.").front().first_wins);
  EXPECT_FALSE(contests("Ketamine was inferior to midazolam.").front().first_wins);
  EXPECT_TRUE(contests("Ketamine was not superior to midazolam.").empty());
  EXPECT_TRUE(contests("Ketamine was non-inferior to midazolam.").empty());
  EXPECT_TRUE(contests("Ketamine was no better than midazolam.").empty());
}

TEST(FindRival, IsWhatTheClaimComparesWith) {
  const auto rival = [](const char* text) {
    return find_rival(read_frame({"T", text, std::nullopt, {}}, builtin_vocabulary()), builtin_vocabulary());
  };
  const Sentence midazolam = analyse_sentence("Midazolam was given.", builtin_vocabulary());
  ASSERT_TRUE(rival("Ketamine is superior to midazolam for depression."));
  EXPECT_TRUE(rival("Ketamine is superior to midazolam for depression.")->matches(midazolam));
  EXPECT_FALSE(rival("Ketamine reduces depression."));
}

TEST(OwnNumbers, APValueBelongsToTheOutcomeThatItFollows) {
  const auto p_value = [](std::string_view text, const std::string& outcome) {
    const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
    const std::vector<SlotMatch> outcomes = match_concept(outcome).find(sentence);
    if (outcomes.empty()) return std::optional(-1.0);
    return read_own_statistics(sentence, {0, sentence.tokens.size()}, outcomes.front()).numbers.p_value;
  };
  EXPECT_EQ(p_value("Pain was lower (P = .01) and nausea was similar (P = .7).", "pain"), 0.01);
  EXPECT_EQ(p_value("Pain was lower (P = .01) and nausea was similar (P = .7).", "nausea_vomiting"), 0.7);
  EXPECT_EQ(p_value("Pain was lower and nausea was rarer (P = .01).", "pain"), std::nullopt);
  EXPECT_EQ(p_value("Pain and nausea were rarer (P = .01).", "pain"), 0.01);
}

}  // namespace
}  // namespace claimcheck
