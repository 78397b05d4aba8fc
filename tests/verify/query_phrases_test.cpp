#include "verify/query_phrases.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Concept concept_of(std::vector<std::string> terms) {
  Concept meaning;
  meaning.terms = std::move(terms);
  return meaning;
}

std::vector<std::vector<std::string>> choose(const std::vector<Concept>& concepts, std::size_t share) {
  std::vector<const Concept*> family;
  for (const Concept& meaning : concepts) family.push_back(&meaning);
  return choose_phrases(family, share);
}

TEST(ChoosePhrases, LeavesOutWhatAnotherPhraseFinds) {
  const auto chosen = choose({concept_of({"cancer", "tumour"}), concept_of({"breast cancer", "breast carcinoma"})}, 5);
  EXPECT_THAT(chosen, ElementsAre(ElementsAre("cancer", "tumour"), ElementsAre("breast carcinoma")));
}

TEST(ChoosePhrases, GivesThePlaceToTheNextTerm) {
  const auto chosen =
      choose({concept_of({"liver failure", "acute liver failure", "hepatic failure", "liver loss"})}, 2);
  EXPECT_THAT(chosen, ElementsAre(ElementsAre("liver failure", "hepatic failure")));
}

TEST(ChoosePhrases, LooksAtLaterPhrasesToo) {
  const auto chosen = choose({concept_of({"drug-induced hepatitis"}), concept_of({"Hepatitis"})}, 2);
  EXPECT_THAT(chosen, ElementsAre(IsEmpty(), ElementsAre("Hepatitis")));
}

TEST(ChoosePhrases, KeepsWordsThatStandInAnotherOrderOrInside) {
  const auto chosen = choose({concept_of({"pain", "painful joints", "weight loss", "loss of weight"})}, 9);
  EXPECT_THAT(chosen, ElementsAre(ElementsAre("pain", "painful joints", "weight loss", "loss of weight")));
}

}  // namespace
}  // namespace claimcheck
