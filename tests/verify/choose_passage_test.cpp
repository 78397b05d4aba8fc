#include "verify/choose_passage.h"

#include <gtest/gtest.h>

#include <string>

#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

std::string chosen(const Citation& citation, std::string_view outcome) {
  const std::vector<Sentence> sentences = analyse_abstract(citation, builtin_vocabulary());
  const auto passage = choose_passage({"almorin", "placebo", outcome, Valence::bad}, citation, sentences);
  return passage ? std::string(passage->text) : "";
}

Citation abstract_of(std::string text) {
  Citation citation;
  citation.abstract = {{"", SectionRole::unassigned, std::move(text)}};
  return citation;
}

TEST(ChoosePassage, HeedsHeadingsInsideTheText) {
  const Citation citation = abstract_of(
      "BACKGROUND: Pain is common. METHODS: Pain was compared between almorin and placebo in 90 adults. Pain was asked "
      "for weekly. RESULTS: Pain was lower with almorin. Sleep did not differ. No one died.");
  EXPECT_EQ(chosen(citation, "pain"), "RESULTS: Pain was lower with almorin.");
}

TEST(ChoosePassage, PrefersTheSentenceThatComparesTheArms) {
  Citation citation;
  citation.abstract = {{"RESULTS", SectionRole::results,
                        "Pain was asked for by telephone. Of 90 adults, 80 came. Pain was lower with almorin than with "
                        "placebo. Sleep did not differ. No one died."}};
  EXPECT_EQ(chosen(citation, "pain"), "Pain was lower with almorin than with placebo.");
}

TEST(ChoosePassage, KnowsShortFormsThatTheAbstractDefines) {
  Citation citation;
  citation.abstract = {
      {"METHODS", SectionRole::methods, "We measured quality of life (QOL) in 90 adults."},
      {"RESULTS", SectionRole::results, "Of 90 adults, 80 came. Pain fell. QOL improved with almorin. No one died."}};
  EXPECT_EQ(chosen(citation, "quality of life"), "QOL improved with almorin.");
}

TEST(ChoosePassage, TakesTheNextSentenceWhenItGoesOn) {
  Citation citation;
  citation.abstract = {{"RESULTS", SectionRole::results,
                        "Of 90 adults, 80 came. Pain was 2 with almorin and 4 with placebo. The difference was not "
                        "significant. Sleep did not differ. No one died."}};
  EXPECT_EQ(chosen(citation, "pain"),
            "Pain was 2 with almorin and 4 with placebo. The difference was not significant.");
}

TEST(ChoosePassage, ReadsNoLongTextWhole) {
  std::string text = "Pain was lower with almorin than with placebo";
  while (text.size() < 5000) text += ", and so it went on";
  const Citation citation = abstract_of(text + ". No one died.");
  EXPECT_LT(chosen(citation, "pain").size(), 4100U);
}

TEST(ChoosePassage, NeedsAWordOfTheOutcomeItself) {
  Citation citation;
  citation.abstract = {{"RESULTS", SectionRole::results,
                        "The pain score fell by week 12. Of 90 adults, 80 came. Sleep did not differ. No one died. All "
                        "were well."}};
  EXPECT_EQ(chosen(citation, "fatigue score at week 12"), "");
}

}  // namespace
}  // namespace claimcheck
