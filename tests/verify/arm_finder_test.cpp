#include "verify/arm_finder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace claimcheck {
namespace {

/// The marks of the arms in a passage, in order.
std::string marks(std::string_view passage, const ComparisonWords& words) {
  const std::vector<Token> tokens = tokenize(passage);
  const ArmFinder arms(passage, tokens, words);
  std::string found;
  for (std::size_t i = 0; i < tokens.size(); ++i) found += arms.at(i);
  return found;
}

TEST(ArmFinder, FindsTheWordsOfTheSlots) {
  EXPECT_EQ(marks("Almorin was compared with placebo.", {"almorin 5 mg", "placebo", "pain"}), "IC");
  EXPECT_EQ(marks("Nothing is named.", {"almorin", "placebo", "pain"}), "");
}

TEST(ArmFinder, FindsShortForms) {
  EXPECT_EQ(marks("LWH and warfarin", {"low weight heparin", "warfarin", "bleeding"}), "IC");
  EXPECT_EQ(marks("Hydroxyalmorin (HYAL) was given; HYAL helped.", {"hydroxyalmorin", "rest", "pain"}), "III");
}

TEST(ArmFinder, FindsGroupsByTheirLabels) {
  EXPECT_EQ(marks("group B, then group A", {"group A: almorin", "group B: placebo", "pain"}), "CI");
  EXPECT_EQ(marks("group 1, then group 2", {"almorin", "placebo", "pain"}), "IC");
  EXPECT_EQ(marks("group 1 (placebo), then group 2 (almorin)", {"almorin", "placebo", "pain"}), "CCII");
}

TEST(ArmFinder, FindsWordsForAnyTrial) {
  EXPECT_EQ(marks("the intervention group and the control group", {"yoga", "usual care", "stress"}), "IC");
  EXPECT_EQ(marks("the treatment and control groups", {"yoga", "usual care", "stress"}), "IC");
  EXPECT_EQ(marks("treatment was long; pain control and the standard deviation", {"yoga", "rest", "pain control"}), "");
}

TEST(ArmFinder, TurnsWhatIsDenied) {
  EXPECT_EQ(marks("with yoga, without yoga, the non-yoga group", {"yoga", "no yoga", "stress"}), "ICC");
  EXPECT_EQ(marks("the drain group and the non-drain group", {"drain", "without drain", "infection"}), "IC");
}

TEST(ArmFinder, TellsAPartFromTheWhole) {
  EXPECT_EQ(marks("almorin beat exercise alone", {"almorin plus exercise", "exercise", "fitness"}), "IC");
}

}  // namespace
}  // namespace claimcheck
