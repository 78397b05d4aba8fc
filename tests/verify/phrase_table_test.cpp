#include "verify/phrase_table.h"

#include <gtest/gtest.h>

#include "concepts/vocabulary.h"
#include "core/error.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

TEST(PhraseTable, MatchesFormsStemsAndHyphens) {
  const PhraseTable table =
      PhraseTable::parse("[kind]\nopen label = x\nreduce~ the risk # comment\n\n[other]\nopen\n", "test");
  const auto categories = [&](std::string_view text) {
    std::string joined;
    for (const PhraseMatch& match : table.find(tokenize(text))) joined += std::string(match.category) + " ";
    return joined;
  };
  EXPECT_EQ(categories("an open-label trial"), "kind other ");
  EXPECT_EQ(categories("It reduced the risk."), "kind ");
  EXPECT_EQ(categories("It will be open."), "other ");
  EXPECT_EQ(categories("nothing here"), "");
}

TEST(PhraseTable, PrefersTheLongestPhraseOfACategory) {
  const PhraseTable table = PhraseTable::parse("[low]\nlow = 0.01\nvery low = 0.001\n[low2]\nvery = 5", "test");
  const std::vector<PhraseMatch> found = table.find(tokenize("very low"));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].value, "0.001");
}

TEST(PhraseTable, RefusesAPhraseOutsideACategory) {
  EXPECT_THROW(PhraseTable::parse("stray", "test"), Error);
}

TEST(ConceptRoots, AllExistInTheVocabulary) {
  for (const std::string_view id : {kAdverseEffects, kSeriousHarm, kMedicalUse, kRecreationalUse, kControl, kLowDose,
                                    kHighDose, kShortTerm, kLongTerm, kDrugUsers, kOverdose, kMortality}) {
    EXPECT_NE(builtin_vocabulary().find(id), nullptr) << id;
  }
}

TEST(ClaimWords, EveryOutcomeThatAWordImpliesExists) {
  for (const char* text : {"safe", "harmless", "non-addictive", "toxic", "hepatotoxic", "neurotoxic", "addictive"}) {
    const std::vector<PhraseMatch> found = claim_words().find(tokenize(text));
    ASSERT_FALSE(found.empty()) << text;
    EXPECT_NE(builtin_vocabulary().find(found.front().value), nullptr) << text << " → " << found.front().value;
  }
}

}  // namespace
}  // namespace claimcheck
