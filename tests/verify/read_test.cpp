#include "verify/read.h"

#include <gtest/gtest.h>

#include "verify/citations.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

std::vector<Finding> read(const std::string& claim, const Citation& citation) {
  return read_citation(read_frame({"T", claim, std::nullopt, {}}, builtin_vocabulary()), citation,
                       builtin_vocabulary());
}

Stance stance_of(const std::string& claim, const std::string& results) {
  const std::vector<Finding> findings = read(claim, make_citation(1, "Ketamine in practice", results));
  return findings.empty() ? Stance::silent : findings.front().stance;
}

TEST(ReadCitation, TellsSupportFromOppositionAndFromNullResults) {
  const struct {
    const char* claim;
    const char* sentence;
    Stance expected;
  } rows[] = {
      {"Ketamine reduces pain.", "Ketamine significantly reduced pain scores (P < .001).", Stance::supports},
      {"Ketamine reduces pain.", "Pain intensity was lower with ketamine than with placebo (P = .01).",
       Stance::supports},
      {"Ketamine reduces pain.", "Pain intensity was lower with placebo than with ketamine (P = .01).",
       Stance::opposes},
      {"Ketamine reduces pain.", "Pain scores did not differ between ketamine and placebo.", Stance::inconclusive},
      {"Ketamine reduces pain.", "Ketamine increased pain intensity (P = .03).", Stance::opposes},
      {"Ketamine reduces pain.", "Ketamine had no effect on pain (P = 0.47).", Stance::inconclusive},
      {"Ketamine reduces pain.", "The mean difference in pain was -0.3 (95% CI -0.8 to 0.2) with ketamine.",
       Stance::inconclusive},
      {"Ketamine causes no organ damage.", "Cystitis was found in 12 of 40 ketamine users.", Stance::opposes},
      {"Ketamine causes no organ damage.", "Two patients developed cystitis on ketamine.", Stance::opposes},
      {"Ketamine causes no organ damage.", "No cystitis was observed with ketamine.", Stance::inconclusive},
      {"Ketamine causes no organ damage.", "Rates of cystitis did not differ between ketamine and placebo.",
       Stance::inconclusive},
      {"Ketamine causes cystitis.", "Two patients developed cystitis on ketamine.", Stance::supports},
      {"Ketamine causes cystitis.", "Ketamine did not cause cystitis.", Stance::inconclusive},
      {"Ketamine increases blood pressure.", "Ketamine raised blood pressure by 12 mmHg.", Stance::supports},
      {"Ketamine reduces pain.", "Blood pressure rose after ketamine.", Stance::silent},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(to_string(stance_of(row.claim, row.sentence)), to_string(row.expected))
        << row.claim << " | " << row.sentence;
  }
}

TEST(ReadCitation, ReadsNoListWithoutEnd) {
  const auto results = [](int names) {
    std::string text = "Ketamine: ";
    for (int i = 0; i < names; ++i) text += "nausea, ";
    return text + "nausea (12%).";
  };
  EXPECT_EQ(stance_of("Ketamine causes nausea.", results(5)), Stance::supports);
  EXPECT_EQ(stance_of("Ketamine causes nausea.", results(60)), Stance::silent);
}

TEST(ReadCitation, QuotesTheBytesOfTheAbstract) {
  const Citation citation = make_citation(7, "Ketamine and cystitis",
                                          "Café data were kept. Ketamine users often had cystitis — "
                                          "12 of 40 developed cystitis. All else was calm.");
  const std::vector<Finding> findings = read("Ketamine causes cystitis.", citation);
  ASSERT_EQ(findings.size(), 1U);
  const Quote& quote = findings.front().quote;
  EXPECT_EQ(slice(citation.abstract[quote.section].text, quote.span), quote.text);
  EXPECT_EQ(quote.text.substr(0, 8), "Ketamine");
}

TEST(ReadCitation, ReadsNeitherBackgroundNorAimsNorMethods) {
  for (const SectionRole role : {SectionRole::background, SectionRole::objective, SectionRole::methods}) {
    Citation citation = make_citation(1, "Ketamine", "Ketamine reduced pain (P < .01).");
    citation.abstract[0].role = role;
    EXPECT_TRUE(read("Ketamine reduces pain.", citation).empty()) << to_string(role);
  }
}

TEST(ReadCitation, IsSilentOnAnotherTreatment) {
  EXPECT_EQ(stance_of("Ketamine reduces pain.", "Gabapentin reduced pain (P < .01)."), Stance::silent);
  EXPECT_TRUE(
      read("Ketamine reduces pain.", make_citation(1, "Gabapentin", "Gabapentin reduced pain (P < .01).")).empty());
}

TEST(ReadCitation, SkipsRecordsThatAreNoEvidence) {
  Citation citation = make_citation(1, "Ketamine", "Ketamine reduced pain (P < .01).");
  for (const char* ui : {"D016421", "D016420", "D016422", "D016433", "D000078325", "D016440"}) {
    citation.publication_types = {{ui, "x"}};
    EXPECT_TRUE(read("Ketamine reduces pain.", citation).empty()) << ui;
  }
}

TEST(ReadCitation, ListsARetractedRecordButNeverWeighsIt) {
  Citation citation = make_citation(1, "Ketamine", "Ketamine reduced pain (P < .01).");
  citation.notices = {{NoticeKind::retraction_in, 2, "", ""}};
  const std::vector<Finding> findings = read("Ketamine reduces pain.", citation);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings.front().retracted);
  EXPECT_EQ(findings.front().excluded, "retracted");
}

TEST(ReadCitation, AnimalStudiesTakeNoStanceOnPeople) {
  Citation citation = make_citation(1, "Ketamine in rats", "Cystitis developed in 8 of 10 rats given ketamine.");
  const std::vector<Finding> findings = read("Ketamine causes no organ damage.", citation);
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings.front().design, Design::animal);
  EXPECT_EQ(findings.front().stance, Stance::inconclusive);
}

TEST(ReadCitation, NonMedicalUseOpposesOnlyWhatLeavesTheSettingOpen) {
  const Citation citation = make_citation(1, "Cystitis in recreational ketamine users",
                                          "Among recreational users of ketamine, 12 of 40 developed cystitis.");
  ASSERT_FALSE(read("Ketamine causes no organ damage.", citation).empty());
  EXPECT_EQ(read("Ketamine causes no organ damage.", citation).front().stance, Stance::opposes);
  EXPECT_EQ(read("Medically supervised ketamine causes no organ damage.", citation).front().stance,
            Stance::inconclusive);
}

TEST(ReadCitation, AGapIsAFindingOfItsOwn) {
  const std::vector<Finding> findings =
      read("Ketamine has a low addiction risk.", make_citation(1, "Ketamine", "Ketamine was well studied.",
                                                               "Long-term data on addiction to ketamine are lacking."));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().reported, Reported::gap_stated);
  EXPECT_EQ(findings.front().stance, Stance::inconclusive);
}

TEST(ReadCitation, FindsTheResultsOfAnUnlabelledAbstract) {
  Citation citation = make_citation(1, "Ketamine for pain", "");
  citation.abstract = {{"", SectionRole::unassigned,
                        "Pain is common. We examined ketamine in 60 patients. Ketamine reduced pain scores (P = .002). "
                        "Ketamine relieved pain in this trial."}};
  const std::vector<Finding> findings = read("Ketamine reduces pain.", citation);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().stance, Stance::supports);
}

TEST(ReadCitation, TakesLabelsThatStandInTheText) {
  Citation citation = make_citation(1, "Ketamine for pain", "");
  citation.abstract = {{"", SectionRole::unassigned,
                        "BACKGROUND Ketamine reduces pain. METHODS We gave it to 60 patients. RESULTS Pain scores did "
                        "not differ. CONCLUSIONS Ketamine was no better than placebo for pain."}};
  const std::vector<Finding> findings = read("Ketamine reduces pain.", citation);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().stance, Stance::opposes);
}

}  // namespace
}  // namespace claimcheck
