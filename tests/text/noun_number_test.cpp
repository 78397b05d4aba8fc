#include "text/noun_number.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

using Words = std::vector<std::string>;

TEST(OtherNumbers, GivesThePluralOfASingularNounAndTheOtherWayRound) {
  const std::vector<std::pair<std::string, std::string>> nouns{
      {"statin", "statins"},        {"biopsy", "biopsies"},   {"day", "days"},         {"rash", "rashes"},
      {"abscess", "abscesses"},     {"virus", "viruses"},     {"reflex", "reflexes"},  {"diagnosis", "diagnoses"},
      {"metastasis", "metastases"}, {"dose", "doses"},        {"disease", "diseases"}, {"headache", "headaches"},
      {"child", "children"},        {"woman", "women"},       {"thrombus", "thrombi"}, {"criterion", "criteria"},
      {"stomach", "stomachs"},      {"organism", "organisms"}};
  for (const auto& [singular, plural] : nouns) {
    const Words plurals = other_numbers(singular);
    EXPECT_EQ(plurals.front(), plural) << singular;
    const Words singulars = other_numbers(plural);
    EXPECT_NE(std::find(singulars.begin(), singulars.end(), singular), singulars.end()) << plural;
  }
}

TEST(OtherNumbers, MakesNoOtherWords) {
  EXPECT_EQ(other_numbers("ion"), Words{"ions"});
  EXPECT_EQ(other_numbers("ionised"), Words{"ioniseds"});
  EXPECT_EQ(other_numbers("ions"), Words{"ion"});
}

TEST(OtherNumbers, LeavesNounsOfOneNumberAndNamesWithDigitsAlone) {
  for (const char* word : {"diabetes", "series", "cystitis", "vs", "cd4", "b12", "", "s", "α"}) {
    EXPECT_TRUE(other_numbers(word).empty()) << word;
  }
}

TEST(OtherNumbersOfPhrase, ChangesTheHead) {
  const std::vector<std::pair<std::string, Words>> phrases{{"kidney injury", {"kidney injuries"}},
                                                           {"loss of appetite", {"losses of appetite"}},
                                                           {"statins", {"statin"}},
                                                           {"NSAID", {"NSAIDs"}},
                                                           {"SSRIs", {"SSRI"}},
                                                           {"drug-eluting stent", {"drug-eluting stents"}},
                                                           {"vomiting", {}},
                                                           {"muscle weakness", {}},
                                                           {"tachyphylaxis", {}},
                                                           {"alcoholism", {}},
                                                           {"AIDS", {}},
                                                           {"well tolerated", {}}};
  for (const auto& [phrase, others] : phrases) EXPECT_EQ(other_numbers_of_phrase(phrase), others) << phrase;
}

}  // namespace
}  // namespace claimcheck
