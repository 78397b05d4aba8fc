#include "verify/directness.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "verify/citations.h"
#include "verify/frame.h"
#include "verify/read.h"

namespace claimcheck {
namespace {

struct Case {
  const char* claim;
  const char* title;
  const char* results;
  const char* slot;  ///< the only slot that does not fit; empty: all do
  bool other;        ///< names another value
};

DirectnessReading read(const std::string& claim, const Citation& citation) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  const ClaimFrame frame = read_frame({"T", claim, std::nullopt, {}}, vocabulary);
  const Sentence title = analyse_sentence(citation.title, vocabulary);
  const std::vector<Sentence> sentences = analyse_abstract(citation, vocabulary);
  const Study study = read_study(citation, title, sentences, vocabulary);
  return read_directness(frame, study, {citation, title, sentences}, vocabulary);
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(std::string(c.claim) + " / " + c.title + " / " + c.results);
    const DirectnessReading reading = read(c.claim, make_citation(1, c.title, c.results));
    const std::string slot = c.slot;
    ASSERT_EQ(reading.mismatches.size(), slot.empty() ? 0U : 1U);
    if (slot.empty()) {
      EXPECT_EQ(reading.directness, Directness::direct);
      EXPECT_TRUE(reading.can_support);
      continue;
    }
    EXPECT_EQ(reading.mismatches.front().slot, slot);
    EXPECT_FALSE(reading.mismatches.front().why.empty());
    EXPECT_EQ(reading.directness, c.other ? Directness::far : Directness::minor) << reading.mismatches.front().why;
    EXPECT_EQ(reading.can_support, !c.other);
  }
}

constexpr const char* kChildren = "Ketamine reduces pain in children.";
constexpr const char* kOld = "Ketamine reduces pain in adults over 65.";

TEST(ReadDirectness, TellsPeopleApartByAge) {
  check({
      {kChildren, "Ketamine for pain in children", "Pain fell.", "", false},
      {kChildren, "Ketamine for pain", "Pain fell in infants.", "", false},
      {kChildren, "Ketamine for pain in adults", "Pain fell.", "population", true},
      {kChildren, "Ketamine for pain in older adults", "Pain fell.", "population", true},
      {kChildren, "Ketamine for pain", "Pain fell in patients aged 18 to 65 years.", "population", true},
      {kChildren, "Ketamine for pain", "Pain fell in patients aged 4 to 9 years.", "", false},
      {kChildren, "Ketamine for pain", "Pain fell in 4- and 7-year-old patients.", "", false},
      {kChildren, "Ketamine for pain", "Pain fell.", "population", false},
      {kChildren, "Ketamine for pain after childhood trauma", "Pain fell in adults.", "population", true},
      {"Ketamine reduces pain in teenagers.", "Ketamine for pain in children and young adults", "Pain fell.",
       "population", false},
      {kOld, "Ketamine for pain in older adults", "Pain fell.", "", false},
      {kOld, "Ketamine for pain", "Pain fell in patients (mean age 72 years).", "", false},
      {kOld, "Ketamine for pain", "Pain fell in patients aged 70 years or older.", "", false},
      {kOld, "Ketamine for pain in adults", "Pain fell.", "population", false},
      {kOld, "Ketamine for pain in adults", "Pain fell; the mean age was 41.2 years.", "population", true},
      {kOld, "Ketamine for pain in adults", "Pain fell in adults aged 18 to 60 years.", "population", true},
      {"Ketamine reduces pain in adults.", "Ketamine for pain in older adults", "Pain fell.", "", false},
      {"Ketamine reduces pain in people over 75.", "Ketamine for pain in adults aged 40 to 60 years", "Pain fell.",
       "population", true},
  });
}

TEST(ReadDirectness, TakesAgesFromHeadingsWhereTheTextGivesNone) {
  Citation citation = make_citation(1, "Ketamine for pain", "Pain fell.");
  citation.mesh.push_back({"D000328", "Adult", false, {}});
  EXPECT_EQ(read(kChildren, citation).directness, Directness::far);
  citation.mesh.push_back({"D002648", "Child", false, {}});
  EXPECT_EQ(read(kChildren, citation).directness, Directness::minor);
  EXPECT_TRUE(read(kChildren, citation).can_support);
  citation.mesh.erase(citation.mesh.begin());
  EXPECT_EQ(read(kChildren, citation).directness, Directness::direct);
}

TEST(ReadDirectness, ReadsAnAgeThatAPersonSet) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  const ClaimFrame frame =
      read_frame({"T", "Ketamine reduces pain.", std::nullopt, {{"population", "over 65"}}}, vocabulary);
  const Citation citation = make_citation(1, "Ketamine for pain", "Pain fell in patients aged 20 to 40 years.");
  const Sentence title = analyse_sentence(citation.title, vocabulary);
  const std::vector<Sentence> sentences = analyse_abstract(citation, vocabulary);
  EXPECT_FALSE(read_directness(frame, {}, {citation, title, sentences}, vocabulary).can_support);
}

TEST(ReadDirectness, TellsPeopleApartByWhatTheyAreAndHave) {
  constexpr const char* pregnant = "Ketamine reduces pain in pregnant women.";
  constexpr const char* cancer = "Ketamine reduces pain in children with cancer.";
  constexpr const char* ptsd = "Ketamine reduces pain in patients with PTSD.";
  check({
      {pregnant, "Ketamine for pain in pregnancy", "Pain fell.", "", false},
      {pregnant, "Ketamine for pain in men", "Pain fell.", "population", true},
      {pregnant, "Ketamine for pain in women", "Pain fell.", "population", true},
      {"Aspirin prevents pre-eclampsia in pregnant women.", "Aspirin against pre-eclampsia", "It was rarer.", "",
       false},
      {cancer, "Ketamine for pain in children with cancer", "Pain fell.", "", false},
      {cancer, "Ketamine for pain in children", "Pain fell.", "population", false},
      {cancer, "Ketamine for pain in adults with cancer", "Pain fell.", "population", true},
      {ptsd, "Ketamine for pain in patients with PTSD", "Pain fell.", "", false},
      {ptsd, "Ketamine for pain", "Pain fell.", "population", false},
      {ptsd, "Ketamine for pain in patients with bipolar disorder", "Pain fell.", "population", true},
  });
}

TEST(ReadDirectness, TellsAClassFromOneOfItsKind) {
  check({
      {"Statins reduce mortality.", "Atorvastatin after infarction", "Mortality fell.", "intervention", false},
      {"Statins reduce mortality.", "Atorvastatin, a statin, after infarction", "Mortality fell.", "", false},
      {"Statins reduce mortality.", "Atorvastatin and rosuvastatin after infarction", "Mortality fell.", "", false},
      {"Atorvastatin reduces mortality.", "Atorvastatin after infarction", "Mortality fell.", "", false},
  });
}

TEST(ReadDirectness, DoesNotCountPeopleWhoWereLeftOut) {
  constexpr const char* claim = "Ketamine reduces pain in people with psychosis.";
  check({
      {claim, "Ketamine for pain", "Patients with psychosis had less pain.", "", false},
      {claim, "Ketamine for pain", "Patients without psychosis had less pain.", "population", false},
      {claim, "Ketamine for pain", "Patients with psychosis were excluded.", "population", false},
      {claim, "Ketamine for pain", "Pain fell with or without psychosis.", "", false},
  });
}

TEST(ReadDirectness, DemandsTheClaimsRouteOfTheClaimsTreatment) {
  constexpr const char* oral = "Oral ketamine reduces pain.";
  check({
      {oral, "Oral ketamine for pain", "Pain fell.", "", false},
      {oral, "Sublingual ketamine for pain", "Pain fell.", "", false},
      {oral, "Ketamine for pain", "Pain fell when ketamine was taken by mouth.", "", false},
      {oral, "Ketamine for pain", "Pain fell.", "route", false},
      {oral, "Intravenous ketamine for pain", "Pain fell.", "route", true},
      {oral, "Intravenous ketamine for pain", "Pain fell more than with oral midazolam.", "route", true},
      {oral, "Ketamine for pain", "Pain fell more with ketamine than with oral midazolam.", "route", false},
      {"Topical ketamine reduces pain.", "Oral ketamine for pain", "Pain fell.", "route", true},
      {"Ketamine tablets reduce pain.", "Ketamine for pain", "Pain fell.", "route", false},
      {"Ketamine injections reduce pain.", "Intramuscular ketamine for pain", "Pain fell.", "", false},
      {"Ketamine tablets reduce pain.", "Intravenous ketamine for pain", "Pain fell.", "route", true},
  });
}

TEST(ReadDirectness, ComparesDosesInLikeUnits) {
  constexpr const char* low = "Aspirin 81 mg reduces pain.";
  constexpr const char* band = "Low-dose ketamine reduces pain.";
  check({
      {low, "Aspirin for pain", "Pain fell with aspirin 81 mg daily.", "", false},
      {low, "Aspirin for pain", "Pain fell with 75 to 100 mg/day of aspirin.", "", false},
      {low, "Aspirin for pain", "Pain fell with aspirin 325 mg.", "dose", true},
      {low, "Aspirin for pain", "Pain fell with aspirin 0.081 g.", "", false},
      {low, "Aspirin for pain", "Pain fell with aspirin 5 mg/kg.", "dose", false},
      {low, "Aspirin for pain", "Pain fell with aspirin.", "dose", false},
      {low, "Aspirin for pain", "Pain fell more with aspirin than with paracetamol 81 mg.", "dose", false},
      {"Aspirin up to 100 mg reduces pain.", "Aspirin for pain", "Pain fell with aspirin 75 mg.", "", false},
      {"Aspirin up to 100 mg reduces pain.", "Aspirin for pain", "Pain fell with aspirin 300 mg.", "dose", true},
      {band, "Low-dose ketamine for pain", "Pain fell.", "", false},
      {band, "Ketamine for pain", "Pain fell.", "dose", false},
      {band, "High-dose ketamine for pain", "Pain fell.", "dose", true},
  });
}

TEST(ReadDirectness, ComparesDurations) {
  constexpr const char* single = "A single infusion of ketamine reduces depression.";
  constexpr const char* weeks = "Ketamine taken for 12 weeks reduces depression.";
  constexpr const char* within = "Ketamine reduces depression within 24 hours.";
  constexpr const char* soon = "Nausea is a short-term side effect of ketamine.";
  check({
      {single, "A single infusion of ketamine for depression", "Intravenous ketamine reduced depression.", "", false},
      {single, "Repeated infusions of ketamine for depression", "Ketamine reduced depression.", "duration", true},
      {single, "Intravenous ketamine for depression", "Ketamine reduced depression.", "duration", false},
      {weeks, "Ketamine for depression", "Ketamine taken for 12 weeks reduced depression.", "", false},
      {weeks, "Ketamine for depression", "Ketamine taken for 3 months reduced depression.", "", false},
      {weeks, "Ketamine for depression", "Ketamine taken for 2 weeks reduced depression.", "duration", true},
      {weeks, "Ketamine for depression", "Ketamine, when taken, reduced depression.", "duration", false},
      {within, "Ketamine for depression", "Ketamine reduced depression at 4 hours.", "", false},
      {within, "Ketamine for depression", "Ketamine reduced depression at 6 weeks.", "duration", false},
      {soon, "Ketamine for depression", "Nausea occurred in 12% on ketamine.", "", false},
      {soon, "Ketamine for depression", "Nausea occurred in 12% on ketamine and lasted for years.", "duration", false},
      {"Nausea is only a short-term side effect of ketamine.", "Ketamine for depression",
       "Nausea occurred in 12% on ketamine.", "duration", false},
      {soon, "Long-term ketamine for depression", "Nausea occurred in 12% on ketamine.", "duration", false},
  });
}

TEST(ReadDirectness, DemandsTheClaimsComparator) {
  constexpr const char* placebo = "Ketamine reduces pain more than placebo.";
  check({
      {placebo, "Ketamine for pain", "Pain fell more with ketamine than with placebo.", "", false},
      {placebo, "Ketamine for pain", "Pain fell more with ketamine than with midazolam.", "comparator", true},
  });
  const DirectnessReading silent = read(placebo, make_citation(1, "Ketamine for pain", "Pain fell."));
  EXPECT_EQ(silent.directness, Directness::minor);
  EXPECT_FALSE(silent.can_support) << "a comparison that nobody made";
}

TEST(ReadDirectness, IsFarWhereTheRecordIsSilentOnTwoSlots) {
  const DirectnessReading reading =
      read("Oral ketamine reduces pain in children.", make_citation(1, "Ketamine for pain", "Pain fell."));
  EXPECT_EQ(reading.mismatches.size(), 2U);
  EXPECT_EQ(reading.directness, Directness::far);
}

TEST(ReadDirectness, LeavesWhatTheClaimLeavesOpen) {
  check({{"Ketamine reduces pain.", "Oral ketamine 50 mg for pain in children", "Pain fell for 2 weeks.", "", false}});
}

TEST(ReadCitation, TakesNoStanceFromOtherPeopleThanTheClaims) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  const ClaimFrame frame = read_frame({"T", kChildren, std::nullopt, {}}, vocabulary);
  const char* results = "Ketamine significantly reduced pain compared with placebo (P = .001).";
  const auto stance_of = [&](const char* title) {
    const std::vector<Finding> findings = read_citation(frame, make_citation(1, title, results), vocabulary);
    return findings.empty() ? Stance::silent : findings.front().stance;
  };
  EXPECT_EQ(stance_of("Ketamine for pain in children"), Stance::supports);
  EXPECT_EQ(stance_of("Ketamine for pain"), Stance::supports);
  EXPECT_EQ(stance_of("Ketamine for pain in adults"), Stance::inconclusive);
}

}  // namespace
}  // namespace claimcheck
