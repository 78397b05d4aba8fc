#include "verify/read_comparison.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

Citation trial() {
  Citation citation;
  citation.pmid = 7;
  citation.title = "Almorin for pain: a randomised trial";
  citation.publication_types = {{"D016449", "Randomized Controlled Trial"}};
  citation.abstract = {{"BACKGROUND", SectionRole::background,
                        "Sleep loss and pain are common. Almorin may lessen pain. It is new. It is cheap."},
                       {"RESULTS", SectionRole::results,
                        "Of 120 adults, 60 received almorin. Nausea was reported by 9 patients. Pain was significantly "
                        "lower with almorin "
                        "than with placebo (P = 0.001). Sleep did not differ. Weight did not change. No one died."}};
  return citation;
}

TEST(ReadComparison, QuotesTheSentenceThatNamesTheOutcome) {
  const CitationReading reading =
      read_comparison({"almorin", "placebo", "pain", Valence::bad}, trial(), builtin_vocabulary());
  ASSERT_EQ(reading.findings.size(), 1U);
  const Finding& finding = reading.findings.front();
  EXPECT_EQ(finding.quote.section, 1U);
  EXPECT_EQ(finding.quote.text, "Pain was significantly lower with almorin than with placebo (P = 0.001).");
  EXPECT_EQ(slice(trial().abstract[1].text, finding.quote.span), finding.quote.text);
  EXPECT_EQ(finding.reported, Reported::decrease);
  EXPECT_EQ(reading.stance, Stance::inconclusive);
  EXPECT_EQ(reading.study.design, Design::rct);
}

TEST(ReadComparison, IsSilentWhenNoSentenceNamesTheOutcome) {
  const CitationReading reading =
      read_comparison({"almorin", "placebo", "blood pressure", Valence::bad}, trial(), builtin_vocabulary());
  EXPECT_TRUE(reading.findings.empty());
  EXPECT_EQ(reading.stance, Stance::silent);
}

TEST(ReadComparison, TakesACitationWithoutText) {
  EXPECT_TRUE(read_comparison({"a", "b", "c"}, {}, builtin_vocabulary()).findings.empty());
}

}  // namespace
}  // namespace claimcheck
