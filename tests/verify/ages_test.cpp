#include "verify/ages.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "text/tokens.h"

namespace claimcheck {
namespace {

std::vector<AgeRange> ages_in(const std::string& text) {
  std::vector<AgeRange> ages;
  for (const AgeMention& mention : find_ages(tokenize(text))) ages.push_back(mention.ages);
  return ages;
}

TEST(FindAges, ReadsRangesMeansAndOpenEnds) {
  const std::vector<std::pair<std::string, AgeRange>> cases{
      {"patients aged 18 to 65 years", {18, 65}},
      {"patients (aged 18-65)", {18, 65}},
      {"the mean age was 44.3 years", {44.3, 44.3}},
      {"median age, 51", {51, 51}},
      {"aged between 6 and 12", {6, 12}},
      {"adults over 65", {65, kOldest}},
      {"adults over 65 years", {65, kOldest}},
      {"adults aged 65 years and older", {65, kOldest}},
      {"patients aged ≥ 60", {60, kOldest}},
      {"people 75 years or over", {75, kOldest}},
      {"children under 5", {0, 5}},
      {"infants aged 6 to 24 months", {0.5, 2}},
      {"a 7-year-old girl", {7, 7}},
      {"18 to 25 years of age", {18, 25}},
  };
  for (const auto& [text, ages] : cases) EXPECT_EQ(ages_in(text), std::vector{ages}) << text;
}

TEST(FindAges, TakesNoOtherNumberForAnAge) {
  for (const char* text : {"adults took 65 mg", "adults over 65 mg", "pain fell over 12 weeks in adults",
                           "40 adults aged well", "patients were followed over 2 years", "patients over 12 weeks",
                           "mean age 40 was not given for 12", "over 65% of adults", "age 200"}) {
    for (const AgeRange& ages : ages_in(text)) EXPECT_EQ(ages, (AgeRange{40, 40})) << text;
  }
}

TEST(FindAges, GivesTheWordsThatTellTheAge) {
  const std::string text = "Pain fell in adults over 65 years.";
  const std::vector<Token> tokens = tokenize(text);
  const std::vector<AgeMention> ages = find_ages(tokens);
  ASSERT_EQ(ages.size(), 1U);
  EXPECT_EQ(tokens[ages[0].tokens.first].norm, "adults");
  EXPECT_EQ(tokens[ages[0].tokens.last - 1].norm, "years");
}

}  // namespace
}  // namespace claimcheck
