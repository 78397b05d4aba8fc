#include "verify/short_forms.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "verify/citations.h"

namespace claimcheck {
namespace {

bool names(const Sentence& sentence, const char* id) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [id](const ConceptMention& mention) { return mention.concept_ptr->id == id; });
}

TEST(FindShortForms, KeepsThoseThatStandForAConceptAsAWhole) {
  const Citation citation =
      make_citation(1, "Ketamine", "Suicidal ideation (SI) and days in hospital (DIH) were kept.");
  const ShortForms forms = find_short_forms(citation, builtin_vocabulary());
  ASSERT_TRUE(forms.contains("SI"));
  EXPECT_EQ(forms.at("SI").front()->id, "suicidal_ideation");
  EXPECT_FALSE(forms.contains("DIH"));
}

TEST(FindShortForms, TakesNoStatisticForOne) {
  const Citation citation =
      make_citation(1, "Naltrexone", "It reduced return to drinking (RD, -0.1; 95% CI -0.2 to 0).");
  EXPECT_TRUE(find_short_forms(citation, builtin_vocabulary()).empty());
}

TEST(AddShortForms, NamesTheConceptInOtherSentencesAndOnlyAsWritten) {
  const ShortForms forms =
      find_short_forms(make_citation(1, "Ketamine", "Suicidal ideation (SI) was rated."), builtin_vocabulary());
  Sentence sentence = analyse_sentence("Ketamine reduced SI.", builtin_vocabulary());
  EXPECT_FALSE(names(sentence, "suicidal_ideation"));
  add_short_forms(forms, sentence);
  EXPECT_TRUE(names(sentence, "suicidal_ideation"));
  EXPECT_TRUE(std::is_sorted(sentence.mentions.begin(), sentence.mentions.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; }));
  Sentence other = analyse_sentence("Si was measured.", builtin_vocabulary());
  add_short_forms(forms, other);
  EXPECT_FALSE(names(other, "suicidal_ideation"));
}

TEST(AnalyseAbstract, ReadsTheRecordsOwnAbbreviations) {
  const Citation citation = make_citation(1, "Ketamine", "Suicidal ideation (SI) was rated. Ketamine reduced SI.");
  const std::vector<Sentence> sentences = analyse_abstract(citation, builtin_vocabulary());
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_TRUE(names(sentences[1], "suicidal_ideation"));
}

}  // namespace
}  // namespace claimcheck
