#include "verify/arms.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

const SlotMatcher& ketamine() {
  static const SlotMatcher matcher({"ketamine", {}, {"ketamine"}}, builtin_vocabulary());
  return matcher;
}

std::string compared(const std::string& text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  const TokenRange all{0, sentence.tokens.size()};
  const auto told = compare_arms(sentence, all, ketamine(), read_statistics(sentence, all));
  return told ? std::string(to_string(told->reported)) : "nothing";
}

std::string estimated(const std::string& text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  const TokenRange all{0, sentence.tokens.size()};
  const auto told = read_estimate(sentence, all, ketamine(), read_statistics(sentence, all));
  return told ? std::string(to_string(told->reported)) : "nothing";
}

TEST(CompareArms, GivesEachShareToItsArm) {
  const struct {
    const char* text;
    const char* expected;
  } rows[] = {
      {"Response was reached by 58 % with ketamine and by 21 % with placebo (P < .001).", "increase"},
      {"Response was reached by 58 % with placebo and by 21 % with ketamine (P < .001).", "decrease"},
      {"Ketamine 58 %, placebo 21 % (P < .001).", "increase"},
      {"With placebo 58 % and with ketamine 21 % had a response (P < .001).", "decrease"},
      {"Relapse occurred in 12 of 60 patients on ketamine and in 27 of 58 on placebo.", "decrease"},
      {"Ketamine and placebo led to response in 58 % and 21 %, respectively (P < .001).", "increase"},
      {"Compared with placebo, response was more frequent with ketamine (58 % vs 21 %, P < .001).", "increase"},
      {"Response was 58 % in the ketamine arm and 21 % in controls (P < .001).", "increase"},
  };
  for (const auto& row : rows) EXPECT_EQ(compared(row.text), row.expected) << row.text;
}

TEST(CompareArms, SaysNothingWhereTheSharesAreNotThoseOfTwoArms) {
  for (const char* text : {"Response was reached by 58 % with ketamine.",                  // one share
                           "Response was 34 % with ketamine and 29 % with placebo.",       // close, no test
                           "After ketamine, 2 of 8 had relapsed, and later 5 of 8 did.",   // one arm, two times
                           "Response was 58 %, 40 % and 21 % with ketamine and placebo.",  // three shares
                           "Women made up 58 % and smokers 21 %."}) {                      // no arm
    EXPECT_EQ(compared(text), "nothing") << text;
  }
}

TEST(ReadEstimate, TakesTheSideOfTheNullOnWhichTheIntervalLies) {
  const struct {
    const char* text;
    const char* expected;
  } rows[] = {
      {"Relapse with ketamine: hazard ratio 0.47 (95% CI 0.24 to 0.92).", "decrease"},
      {"Remission with ketamine: odds ratio 3.7 (95% CI 1.9 to 7.3).", "increase"},
      {"The mean difference between ketamine and placebo was -4.1 (95% CI -6.0 to -2.2).", "decrease"},
      {"Placebo versus ketamine: hazard ratio 0.47 (95% CI 0.24 to 0.92).", "increase"},
      {"Relapse with ketamine: hazard ratio 0.87 (95% CI 0.64 to 1.12).", "nothing"},
      {"The mean difference with ketamine was 4.1 (95% CI 2.2 to 6.0).", "nothing"},  // of an improvement, perhaps
      {"Relapse with ketamine: hazard ratio 0.47.", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(estimated(row.text), row.expected) << row.text;
}

std::optional<ChangeContrast> contrasted(const std::string& text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  const TokenRange all{0, sentence.tokens.size()};
  return contrast_changes(sentence, all, ketamine(), read_statistics(sentence, all));
}

TEST(ContrastChanges, HoldsTheChangesOfTwoArmsAgainstEachOther) {
  EXPECT_EQ(contrasted("Pain fell from 7 to 4 with ketamine, and from 7 to 4 with placebo."), ChangeContrast::alike);
  EXPECT_EQ(contrasted("Pain fell by 3.1 with ketamine and by 3.0 with placebo."), ChangeContrast::alike);
  EXPECT_EQ(contrasted("Pain fell by 3.1 with ketamine and by 3.0 with placebo (P = .01)."), ChangeContrast::more);
  EXPECT_EQ(contrasted("Pain fell by 3.9 with ketamine and by 1.1 with placebo."), ChangeContrast::more);
  EXPECT_EQ(contrasted("Pain fell by 3.9 with placebo and by 1.1 with ketamine."), ChangeContrast::less);
  EXPECT_EQ(contrasted("Pain fell in 30 % with ketamine and 32 % with placebo."), ChangeContrast::alike);
  EXPECT_EQ(contrasted("Pain was 3 with ketamine and 5 with placebo."), std::nullopt);
  EXPECT_EQ(contrasted("Pain fell from 7 to 4 with ketamine."), std::nullopt);
}

}  // namespace
}  // namespace claimcheck
