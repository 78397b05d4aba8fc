#include "verify/frame.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck {
namespace {

ClaimFrame frame_of(const std::string& text, std::map<std::string, std::string> overrides = {}) {
  return read_frame({"T1", text, std::nullopt, std::move(overrides)}, builtin_vocabulary());
}

TEST(ReadFrame, TellsKindsDemandsAndDirections) {
  const struct {
    const char* text;
    ClaimKind kind;
    Strength demand;
    Direction direction;
  } rows[] = {
      {"Ketamine causes no long-term organ damage.", ClaimKind::harm_absent, Strength::absolute, Direction::no_change},
      {"Ketamine does not cause organ damage when used medically.", ClaimKind::harm_absent, Strength::absolute,
       Direction::no_change},
      {"Ketamine is not associated with liver damage.", ClaimKind::harm_absent, Strength::absolute,
       Direction::no_change},
      {"Statins never cause liver damage.", ClaimKind::harm_absent, Strength::absolute, Direction::no_change},
      {"Ketamine is not addictive.", ClaimKind::harm_absent, Strength::absolute, Direction::no_change},
      {"Metformin is safe for the kidneys.", ClaimKind::harm_absent, Strength::absolute, Direction::no_change},
      {"Long-term ketamine treatment remains safe under medical supervision.", ClaimKind::harm_absent,
       Strength::absolute, Direction::no_change},
      {"Ketamine has a low addiction risk.", ClaimKind::harm_magnitude, Strength::causal, Direction::decrease},
      {"The risk of ketamine addiction is low when administered in a controlled setting.", ClaimKind::harm_magnitude,
       Strength::causal, Direction::decrease},
      {"Ketamine reduces depressive symptoms.", ClaimKind::benefit, Strength::causal, Direction::decrease},
      {"Ketamine may reduce depressive symptoms.", ClaimKind::benefit, Strength::may, Direction::decrease},
      {"Ketamine rapidly reduces acute suicidal ideation.", ClaimKind::benefit, Strength::causal, Direction::decrease},
      {"Esketamine nasal spray is effective for treatment-resistant depression.", ClaimKind::benefit, Strength::causal,
       Direction::decrease},
      {"Ketamine improves quality of life.", ClaimKind::benefit, Strength::causal, Direction::increase},
      {"Ketamine does not reduce pain.", ClaimKind::benefit, Strength::causal, Direction::no_change},
      {"Long-term ketamine use can lead to cognitive impairment.", ClaimKind::harm_exists, Strength::may,
       Direction::increase},
      {"Ketamine misuse is associated with cystitis.", ClaimKind::harm_exists, Strength::associated,
       Direction::increase},
      {"Recreational ketamine misuse increases the risk of addiction.", ClaimKind::harm_exists, Strength::causal,
       Direction::increase},
      {"Ibuprofen causes stomach ulcers.", ClaimKind::harm_exists, Strength::causal, Direction::increase},
      {"Ketamine increases glutamate.", ClaimKind::mechanism, Strength::causal, Direction::increase},
  };
  for (const auto& row : rows) {
    const ClaimFrame frame = frame_of(row.text);
    EXPECT_EQ(to_string(frame.kind), to_string(row.kind)) << row.text;
    EXPECT_EQ(to_string(frame.demand), to_string(row.demand)) << row.text;
    EXPECT_EQ(to_string(frame.direction), to_string(row.direction)) << row.text;
    EXPECT_EQ(frame.unresolved, "") << row.text;
  }
}

TEST(ReadFrame, TellsTheStrengthOfTheWordingApartFromTheDemand) {
  const struct {
    const char* text;
    Strength strength;
    const char* strength_cue;
    Strength demand;
    const char* demand_cue;
  } rows[] = {
      {"Ketamine is not associated with liver damage.", Strength::associated, "associated with", Strength::absolute,
       "not associated"},
      {"Long-term ketamine use can lead to cognitive impairment.", Strength::causal, "lead to", Strength::may, "can"},
      {"Ketamine has a low addiction risk.", Strength::none, "", Strength::causal, ""},
      {"Statins never cause liver damage.", Strength::absolute, "never", Strength::absolute, "never"},
      {"Metformin is safe for the kidneys.", Strength::absolute, "safe", Strength::absolute, "safe"},
      {"Metformin was safe for the kidneys.", Strength::none, "", Strength::absolute, "safe"},
      {"Metformin should be safe for the kidneys.", Strength::none, "", Strength::absolute, "safe"},
      {"Ketamine has been reported to cause cystitis.", Strength::reported, "has been reported", Strength::reported,
       "has been reported"},
      {"Ketamine may reduce depressive symptoms.", Strength::may, "may", Strength::may, "may"},
  };
  for (const auto& row : rows) {
    const ClaimFrame frame = frame_of(row.text);
    EXPECT_EQ(to_string(frame.strength), to_string(row.strength)) << row.text;
    EXPECT_EQ(frame.strength_cue.text, row.strength_cue) << row.text;
    EXPECT_EQ(to_string(frame.demand), to_string(row.demand)) << row.text;
    EXPECT_EQ(frame.demand_cue.text, row.demand_cue) << row.text;
  }
}

TEST(ReadFrame, LeavesOutWhatPubMedCannotTell) {
  const struct {
    const char* text;
    ClaimKind kind;
  } rows[] = {
      {"The FDA has approved esketamine nasal spray for treatment-resistant depression.", ClaimKind::regulatory},
      {"Ketamine is a controlled substance.", ClaimKind::regulatory},
      {"Ketamine was developed in the 1960s as an anesthetic.", ClaimKind::regulatory},
      {"Doctors screen every patient before ketamine treatment.", ClaimKind::regulatory},
  };
  for (const auto& row : rows) {
    const ClaimFrame frame = frame_of(row.text);
    EXPECT_EQ(to_string(frame.kind), to_string(row.kind)) << row.text;
    EXPECT_NE(frame.unresolved, "") << row.text;
  }
}

TEST(ReadFrame, KeepsTheWordsOfEachSlotAtTheirPlace) {
  const std::string text = "Intravenous ketamine reduces neuropathic pain in older adults.";
  const ClaimFrame frame = frame_of(text);
  for (const Slot* slot : {&frame.subject, &frame.outcome, &frame.route, &frame.population}) {
    ASSERT_FALSE(slot->empty());
    EXPECT_EQ(slice(text, slot->span), slot->text);
  }
  EXPECT_EQ(frame.subject.text, "ketamine");
  EXPECT_EQ(frame.route.text, "Intravenous");
}

TEST(ReadFrame, TakesALowRiskAtTheBandThatTheWordsName) {
  EXPECT_DOUBLE_EQ(frame_of("Ketamine has a low addiction risk.").threshold.value_or(0), 0.01);
  EXPECT_DOUBLE_EQ(frame_of("Ketamine has a very low addiction risk.").threshold.value_or(0), 0.001);
}

TEST(ReadFrame, SeesALongHorizon) {
  EXPECT_TRUE(frame_of("Ketamine causes no long-term organ damage.").long_term);
  EXPECT_FALSE(frame_of("Ketamine causes no organ damage.").long_term);
}

TEST(ReadFrame, ClosesTheSettingWhenTheClaimDoes) {
  EXPECT_FALSE(frame_of("Medically supervised ketamine does not cause addiction.").setting.empty());
  EXPECT_TRUE(frame_of("Ketamine does not cause addiction.").setting.empty());
}

TEST(ReadFrame, AsksForContextWhenTheSubjectIsLost) {
  EXPECT_NE(frame_of("It reduces pain.").unresolved, "");
  EXPECT_NE(frame_of("These measures lower the risk of addiction.").unresolved, "");
}

TEST(ReadFrame, FallsBackOnTheWordsOfUnknownThings) {
  const ClaimFrame frame = frame_of("Zorblaxin lowers plasma frobulin.");
  EXPECT_EQ(frame.subject.text, "Zorblaxin");
  EXPECT_TRUE(frame.subject.concepts.empty());
  EXPECT_EQ(frame.outcome.text, "plasma frobulin");
  EXPECT_EQ(frame.direction, Direction::decrease);
}

TEST(ReadFrame, AnOverrideWins) {
  const ClaimFrame frame = frame_of(
      "Ketamine is great.", {{"kind", "benefit"}, {"strength", "may"}, {"direction", "decrease"}, {"outcome", "pain"}});
  EXPECT_EQ(frame.kind, ClaimKind::benefit);
  EXPECT_EQ(frame.strength, Strength::may);
  EXPECT_EQ(frame.demand, Strength::may);
  EXPECT_EQ(frame.outcome.text, "pain");
  EXPECT_EQ(frame.unresolved, "");
}

TEST(ReadFrame, RefusesAnUnknownOverride) {
  try {
    frame_of("Ketamine helps.", {{"kind", "miracle"}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_NE(std::string(error.what()).find("T1"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("miracle"), std::string::npos);
  }
}

TEST(ReadFrame, ADenialInARelativeClauseDoesNotTurnTheClaimRound) {
  EXPECT_EQ(frame_of("Ketamine causes bladder damage that does not heal.").kind, ClaimKind::harm_exists);
  EXPECT_EQ(frame_of("Ketamine, which is not an opioid, relieves pain.").polarity, Polarity::affirmed);
  EXPECT_EQ(frame_of("Ketamine relieves pain without sedation.").direction, Direction::decrease);
  EXPECT_EQ(frame_of("Studies show that ketamine does not cause addiction.").kind, ClaimKind::harm_absent);
  EXPECT_EQ(frame_of("There is no evidence that statins cause dementia.").kind, ClaimKind::harm_absent);
}

TEST(ReadFrame, AClaimOnMostPeopleThatPlaysHarmDownIsNoClaimOfAbsence) {
  for (const char* claim : {"Ketamine is well tolerated by most patients.", "Most patients tolerate ketamine well.",
                            "Most side effects of ketamine are mild."}) {
    EXPECT_EQ(frame_of(claim).kind, ClaimKind::harm_magnitude) << claim;
    EXPECT_FALSE(frame_of(claim).threshold.has_value()) << claim;
    EXPECT_FALSE(frame_of(claim).quantifier.empty()) << claim;
  }
  EXPECT_EQ(frame_of("Ketamine is well tolerated.").kind, ClaimKind::harm_absent);
  EXPECT_EQ(frame_of("Ketamine temporarily raises blood pressure.").kind, ClaimKind::harm_exists);
}

TEST(ReadFrame, AFamilyThatIsOnlyThePredicateIsNoOutcome) {
  EXPECT_EQ(frame_of("Nausea is a common side effect of semaglutide.").outcome.concepts,
            std::vector<std::string>{"nausea"});
}

TEST(ReadFrame, AnAsideOnOtherDrugsMakesNoComparison) {
  const ClaimFrame frame = frame_of("Ketamine relieves depression within hours, unlike traditional antidepressants.");
  EXPECT_EQ(frame.kind, ClaimKind::benefit);
  EXPECT_EQ(frame.comparator.text, "traditional antidepressants");
}

TEST(ReadFrame, WhatOpensTheClaimMayBeWhatItComparesWith) {
  const ClaimFrame aside = frame_of("Unlike opioids, ketamine does not cause addiction.");
  EXPECT_EQ(aside.subject.concepts, std::vector<std::string>{"ketamine"});
  EXPECT_EQ(aside.comparator.concepts, std::vector<std::string>{"opioid"});
  const ClaimFrame compared = frame_of("Compared with placebo, ketamine reduces depression.");
  EXPECT_EQ(compared.subject.concepts, std::vector<std::string>{"ketamine"});
  EXPECT_EQ(compared.comparator.concepts, std::vector<std::string>{"placebo"});
}

TEST(ReadFrame, WhoComesToHaveAHarmIsNoPatientOfIt) {
  EXPECT_TRUE(frame_of("Ketamine causes psychosis.").population.empty());
  EXPECT_TRUE(frame_of("Aspirin lowers the risk of a heart attack.").population.empty());
  EXPECT_EQ(frame_of("Aspirin lowers the risk of dying in people who are obese but not diabetic.").outcome.concepts,
            std::vector<std::string>{"mortality"});
}

TEST(ReadFrame, AnUnknownDrugIsTheSubjectOfAnUnknownVerb) {
  EXPECT_EQ(frame_of("Flimflamol cures headaches.").subject.text, "Flimflamol");
  EXPECT_EQ(frame_of("Flimflamol banishes all headaches.").subject.text, "Flimflamol");
}

TEST(ReadFrame, DoesNotReadOtherLanguages) {
  for (const char* claim : {"Ketamin verursacht keine Organschäden.", "La kétamine réduit la douleur chronique.",
                            "Die Behandlung mit Ketamin ist sicher und macht nicht abhängig.",
                            "La ketamina no causa daño cerebral permanente."}) {
    EXPECT_NE(frame_of(claim).unresolved.find("English"), std::string::npos) << claim;
  }
  for (const char* claim : {"Ketamine relieves pain.", "Zorblaxin lowers plasma frobulin.",
                            "Psilocybin-assisted therapy alleviates existential distress."}) {
    EXPECT_EQ(frame_of(claim).unresolved, "") << claim;
  }
}

TEST(ReadFrame, SaysWhatGoesBeyondAnEffect) {
  EXPECT_EQ(frame_of("Statins are highly effective against heart attacks.").quantifier.text, "highly");
  EXPECT_EQ(frame_of("Ketamine relieves depression, unlike sertraline.").unmatched,
            std::vector<std::string>{"unlike sertraline"});
  EXPECT_TRUE(frame_of("Ketamine relieves depression.").quantifier.empty());
}

TEST(ReadFrame, WeighingBenefitsAgainstRisksIsAJudgement) {
  const ClaimFrame frame = frame_of("The benefits of ketamine outweigh its risks.");
  EXPECT_EQ(frame.kind, ClaimKind::opinion);
  EXPECT_NE(frame.unresolved, "");
}

TEST(ReadFrame, ReadsInWhomAndHow) {
  const ClaimFrame frame =
      read_frame({"T",
                  "Low-dose aspirin (up to 100 mg) taken for 12 weeks lowers heart rate in adults over 65.",
                  std::nullopt,
                  {}},
                 builtin_vocabulary());
  EXPECT_EQ(frame.population.text, "adults over 65");
  EXPECT_EQ(frame.population.concepts, std::vector<std::string>{"adults"});
  EXPECT_EQ(frame.dose.text, "up to 100 mg");
  EXPECT_EQ(frame.dose.concepts, std::vector<std::string>{"low_dose"});
  EXPECT_EQ(frame.duration.text, "12 weeks");
  EXPECT_TRUE(frame.setting.empty());
}

TEST(ReadFrame, LeavesTheRouteAndTheDoseOfTheComparatorAlone) {
  const ClaimFrame frame =
      read_frame({"T", "Intravenous ketamine reduces pain more than oral midazolam 15 mg.", std::nullopt, {}},
                 builtin_vocabulary());
  EXPECT_EQ(frame.route.concepts, std::vector<std::string>{"intravenous"});
  EXPECT_TRUE(frame.dose.empty()) << frame.dose.text;
}

TEST(ReadFrame, WordsBesideATreatmentNarrowNoClaimAndThoseOfItsClauseDo) {
  EXPECT_TRUE(frame_of("Clonidine, an old remedy for migraine, lowers blood pressure.").unread.empty());
  EXPECT_FALSE(frame_of("In adults, the coated aspirin reduces stroke, even in smokers.").unread.empty());
}

}  // namespace
}  // namespace claimcheck
