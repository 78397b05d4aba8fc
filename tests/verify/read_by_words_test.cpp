#include "verify/read_by_words.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "verify/citations.h"
#include "verify/frame.h"
#include "verify/read.h"
#include "verify/sentence.h"

namespace claimcheck {
namespace {

ClaimFrame frame_of(const std::string& claim) {
  return read_frame({"T", claim, std::nullopt, {}}, builtin_vocabulary());
}

std::vector<Finding> read(const ClaimFrame& frame, const Citation& citation) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  return read_by_words(frame, citation, vocabulary, analyse_sentence(citation.title, vocabulary),
                       analyse_abstract(citation, vocabulary));
}

std::vector<Finding> read(const std::string& claim, const Citation& citation) {
  return read(frame_of(claim), citation);
}

constexpr const char* kComparison = "Almorin is superior or other to placebo in terms of sleep in adults.";
constexpr const char* kQuestion = "Does almorin improve sleep in adults?";

Citation good_trial() {
  return make_citation(
      1, "Almorin versus placebo for sleep in adults: a randomised trial",
      "Of 90 adults, 45 were randomly assigned to almorin and 45 to placebo. The primary outcome, sleep, was "
      "significantly better with almorin than with placebo in adults (7.1 vs 5.9 hours, P < 0.001).",
      "Almorin was superior to placebo and significantly improved sleep in adults.");
}

Citation null_trial() {
  return make_citation(
      2, "Almorin versus placebo for sleep in adults: a randomised trial",
      "Of 90 adults, 45 were randomly assigned to almorin and 45 to placebo. The primary outcome, sleep, did not "
      "differ significantly between almorin and placebo in adults (6.1 vs 6.0 hours, P = 0.71).",
      "Almorin did not improve sleep in adults and was not superior to placebo.");
}

Citation other_trial() {
  return make_citation(3, "Walking lessons for stiff knees",
                       "Of 60 people, 30 took lessons. Knee bending improved by 12 degrees (P = 0.01).",
                       "Lessons improved knee bending.");
}

void expect_verbatim(const std::vector<Finding>& findings, const Citation& citation) {
  for (const Finding& finding : findings) {
    ASSERT_LT(finding.quote.section, citation.abstract.size());
    EXPECT_EQ(slice(citation.abstract[finding.quote.section].text, finding.quote.span), finding.quote.text);
  }
}

TEST(ReadWording, QuotesAtMostTwoSentencesVerbatim) {
  Citation citation = make_citation(
      7, "Almorin — façade",
      "Café data “kept” — 90 naïve adults. Almorin (≥ 5 µg) improved sleep in adults — 7.1 vs 5.9 (P < 0·001). "
      "Días: 12 ± 3. Almorin improved sleep.",
      "Größer: almorin improved sleep in adults. Żółw. Almorin was cheap — €3.");
  for (const char* claim : {kComparison, kQuestion}) {
    const std::vector<Finding> findings = read(claim, citation);
    ASSERT_EQ(findings.size(), 2U) << claim;
    expect_verbatim(findings, citation);
    EXPECT_NE(findings[0].quote, findings[1].quote);
    EXPECT_EQ(findings[0].pmid, 7);
  }
}

TEST(ReadWording, QuotesFirstWhatNamesMostOfTheClaim) {
  const std::vector<Finding> findings = read(kComparison, good_trial());
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].quote.section, 1U);
  EXPECT_TRUE(findings[0].reviewed_conclusion);
  EXPECT_FALSE(findings[1].reviewed_conclusion);
  EXPECT_EQ(findings[0].cues.size(), 1U);
}

TEST(ReadWording, TakesTheStanceThatTheFormAllows) {
  const struct {
    const char* claim;
    Citation citation;
    Stance stance;
    Reported reported;
  } rows[] = {
      {kComparison, good_trial(), Stance::supports, Reported::increase},
      // Not shown to be better is not shown to be worse.
      {kComparison, null_trial(), Stance::inconclusive, Reported::no_difference},
      {kQuestion, good_trial(), Stance::supports, Reported::increase},
      {kQuestion, null_trial(), Stance::opposes, Reported::no_difference},
  };
  for (const auto& row : rows) {
    const std::vector<Finding> findings = read(row.claim, row.citation);
    ASSERT_FALSE(findings.empty()) << row.claim;
    for (const Finding& finding : findings) {
      EXPECT_EQ(to_string(finding.stance), to_string(row.stance)) << row.claim << " | " << row.citation.pmid;
      EXPECT_EQ(finding.reported == Reported::no_difference, row.reported == Reported::no_difference) << row.claim;
    }
  }
}

TEST(ReadWording, IsSilentOnAnUnrelatedRecord) {
  for (const char* claim : {kComparison, kQuestion, "Gribble loss increases flimflamol uptake in cells."}) {
    EXPECT_TRUE(read(claim, other_trial()).empty()) << claim;
    EXPECT_TRUE(read(claim, {}).empty()) << claim;
  }
  for (const char* claim : {"", "Is it?", "???"}) EXPECT_TRUE(read(claim, good_trial()).empty()) << claim;
}

TEST(ReadWording, NeverSupportsThatAHarmIsAbsentOrRare) {
  const Citation citation = make_citation(8, "Almorin does not cause gribble",
                                          "No gribble was seen in 40 adults who took almorin. Gribble was rare.",
                                          "Almorin does not cause gribble. The risk of gribble with almorin is low.");
  for (const ClaimKind kind : {ClaimKind::harm_absent, ClaimKind::harm_magnitude}) {
    for (const char* claim : {"Almorin does not cause gribble.", "Does almorin cause no gribble?",
                              "The risk of gribble with almorin is low."}) {
      ClaimFrame frame = frame_of(claim);
      frame.kind = kind;
      for (const Finding& finding : read(frame, citation)) {
        EXPECT_NE(finding.stance, Stance::supports) << claim;
      }
    }
  }
}

TEST(ReadWording, ListsItsFindingsWithoutWeight) {
  const std::vector<Finding> findings = read(kQuestion, good_trial());
  ASSERT_EQ(findings.size(), 2U);
  for (const Finding& finding : findings) {
    EXPECT_TRUE(finding.by_words);
    EXPECT_EQ(finding.excluded, "read by its words alone");
  }
}

TEST(ReadWording, AnswersAQuestionPlainlyFromAPickedPassage) {
  const Citation yes = make_citation(10, "", "Almorin improved sleep.");
  const Citation no = make_citation(11, "", "Almorin did not improve sleep.");
  const std::vector<Finding> affirmed = read("Does almorin improve sleep?", yes);
  const std::vector<Finding> denied = read("Does almorin improve sleep?", no);
  ASSERT_EQ(affirmed.size(), 1U);
  ASSERT_EQ(denied.size(), 1U);
  EXPECT_EQ(affirmed[0].stance, Stance::supports);
  EXPECT_EQ(denied[0].stance, Stance::opposes);
  EXPECT_DOUBLE_EQ(affirmed[0].reliability, denied[0].reliability);
}

TEST(ReadWording, GivesTheSameFindingsEachTime) {
  EXPECT_EQ(read(kComparison, good_trial()), read(kComparison, good_trial()));
  EXPECT_EQ(read(kQuestion, null_trial()), read(kQuestion, null_trial()));
}

TEST(IsReadByWording, HoldsWhereTheVocabularyOrTheFormCallsForIt) {
  const struct {
    const char* claim;
    bool by_wording;
  } rows[] = {
      {"Ketamine reduces pain.", false},
      {"Ketamine causes no organ damage.", false},
      {"Ketamine, when given slowly, reduces pain.", false},
      {"Does ketamine reduce pain?", true},
      {"Ketamine is superior to placebo in terms of pain.", true},
      {"Flimflamol reduces pain.", true},
      {"Ketamine improves gribble.", true},
      {"Flimflamol reduces gribble.", true},
      {"", true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(is_read_by_words(frame_of(row.claim), builtin_vocabulary()), row.by_wording) << row.claim;
  }
}

TEST(ReadWhole, FillsInTheStudyOfFindingsByWording) {
  Citation citation = good_trial();
  citation.publication_types = {{"D016449", "Randomized Controlled Trial"}};
  const CitationReading reading = read_whole(frame_of(kComparison), citation, builtin_vocabulary());
  ASSERT_FALSE(reading.findings.empty());
  EXPECT_EQ(reading.stance, Stance::supports);
  EXPECT_EQ(reading.findings.front().design, Design::rct);
  expect_verbatim(reading.findings, citation);
  citation.notices = {{NoticeKind::retraction_in, 2, "", ""}};
  for (const Finding& finding : read_citation(frame_of(kComparison), citation, builtin_vocabulary())) {
    EXPECT_EQ(finding.excluded, "retracted");
  }
}

}  // namespace
}  // namespace claimcheck
