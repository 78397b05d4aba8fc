#include "verify/certainty.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "verify/findings.h"

namespace claimcheck {
namespace {

const ClaimFrame kBenefit = make_frame(ClaimKind::benefit, Strength::causal);
const ClaimFrame kAbsence = make_frame(ClaimKind::harm_absent, Strength::absolute);

TEST(StartingCertainty, FollowsTheTableOfTheMethod) {
  const struct {
    Design design;
    Certainty common, rare;
  } rows[] = {
      {Design::meta_analysis, Certainty::high, Certainty::high},
      {Design::rct, Certainty::high, Certainty::low},
      {Design::controlled_trial, Certainty::low, Certainty::low},
      {Design::cohort, Certainty::low, Certainty::low},
      {Design::case_control, Certainty::low, Certainty::low},
      {Design::registry, Certainty::low, Certainty::low},
      {Design::pharmacovigilance, Certainty::very_low, Certainty::low},
      {Design::uncontrolled, Certainty::very_low, Certainty::very_low},
      {Design::case_series, Certainty::very_low, Certainty::very_low},
      {Design::case_report, Certainty::very_low, Certainty::very_low},
      {Design::narrative_review, Certainty::none, Certainty::none},
      {Design::animal, Certainty::none, Certainty::none},
      {Design::in_vitro, Certainty::none, Certainty::none},
  };
  for (const auto& row : rows) {
    const Finding finding = make_finding(1, Stance::supports, row.design);
    EXPECT_EQ(starting_certainty(finding, false), row.common) << to_string(row.design);
    EXPECT_EQ(starting_certainty(finding, true), row.rare) << to_string(row.design);
  }
}

TEST(StartingCertainty, AReviewThatNamesNoTrialsStartsLow) {
  Finding review = make_finding(1, Stance::supports, Design::systematic_review);
  review.randomised_evidence = false;
  EXPECT_EQ(starting_certainty(review, false), Certainty::low);
}

TEST(StartingCertainty, AReviewOfTrialsAndOtherStudiesStartsBetweenThem) {
  Finding review = make_finding(1, Stance::supports, Design::meta_analysis);
  review.mixed_designs = true;
  EXPECT_EQ(starting_certainty(review, false), Certainty::moderate);
}

TEST(StartingCertainty, WhatIsToldAgainstThePeoplesOwnStartIsUncontrolled) {
  for (const Design design : {Design::meta_analysis, Design::rct, Design::cohort}) {
    Finding finding = make_finding(1, Stance::supports, design);
    finding.own_baseline = true;
    EXPECT_EQ(starting_certainty(finding, false), Certainty::very_low) << to_string(design);
  }
  Finding animals = make_finding(1, Stance::supports, Design::animal);
  animals.own_baseline = true;
  EXPECT_EQ(starting_certainty(animals, false), Certainty::none);
}

TEST(WeighSide, StudiesThatDisagreeWithinAReviewLowerIt) {
  std::vector<Finding> findings{make_finding(1, Stance::supports, Design::meta_analysis)};
  EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).certainty, Certainty::high);
  findings[0].heterogeneous = true;
  EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).certainty, Certainty::moderate);
}

TEST(StartingCertainty, APooledRateWithItsIntervalIsModerateForARareHarm) {
  Finding review = make_finding(1, Stance::supports, Design::meta_analysis);
  review.randomised_evidence = false;
  EXPECT_EQ(starting_certainty(review, true), Certainty::low);
  review.numbers.rate_low = 0.00001;
  EXPECT_EQ(starting_certainty(review, true), Certainty::moderate);
  EXPECT_EQ(starting_certainty(review, false), Certainty::low);
}

TEST(WeighSide, CountsFamiliesAndNotPapers) {
  std::vector<Finding> findings{make_finding(1, Stance::supports, Design::rct),
                                make_finding(2, Stance::supports, Design::rct),
                                make_finding(3, Stance::supports, Design::cohort)};
  findings[1].family = findings[0].family;
  EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).families, 2);
}

TEST(WeighSide, GoesDownOneForEachReason) {
  const struct {
    const char* why;
    void (*spoil)(Finding&);
  } rows[] = {{"bias", [](Finding& f) { f.risk_of_bias = true; }},
              {"indirect", [](Finding& f) { f.directness = Directness::minor; }},
              {"few people", [](Finding& f) { f.sample_size = 399; }},
              {"size not stated", [](Finding& f) { f.sample_size.reset(); }},
              {"concern", [](Finding& f) { f.concern = true; }},
              {"preprint", [](Finding& f) { f.preprint = true; }}};
  const std::vector<Finding> sound{make_finding(1, Stance::supports, Design::rct)};
  ASSERT_EQ(weigh_side(kBenefit, sound, Stance::supports).certainty, Certainty::high);
  for (const auto& row : rows) {
    std::vector<Finding> findings = sound;
    row.spoil(findings[0]);
    EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).certainty, Certainty::moderate) << row.why;
  }
}

TEST(WeighSide, AddsUpTheParticipantsOfAllFamilies) {
  std::vector<Finding> findings{make_finding(1, Stance::supports, Design::rct),
                                make_finding(2, Stance::supports, Design::rct)};
  for (Finding& finding : findings) finding.sample_size = 200;
  EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).certainty, Certainty::high);
}

TEST(WeighSide, ManyNullResultsMakeAnEffectInconsistentButNotAHarm) {
  std::vector<Finding> findings{make_finding(1, Stance::supports, Design::rct),
                                make_finding(2, Stance::inconclusive, Design::rct)};
  EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).certainty, Certainty::moderate);
  findings = {make_finding(1, Stance::opposes, Design::cohort), make_finding(2, Stance::inconclusive, Design::cohort)};
  EXPECT_EQ(weigh_side(kAbsence, findings, Stance::opposes).certainty, Certainty::low);
}

TEST(WeighSide, WeakStudiesNeverPullStrongOnesDown) {
  std::vector<Finding> findings{make_finding(1, Stance::supports, Design::rct)};
  for (Pmid pmid = 2; pmid < 12; ++pmid) {
    findings.push_back(make_finding(pmid, Stance::supports, Design::case_report));
    findings.push_back(make_finding(pmid + 100, Stance::inconclusive, Design::case_report));
  }
  EXPECT_EQ(weigh_side(kBenefit, findings, Stance::supports).certainty, Certainty::high);
}

TEST(WeighSide, NeverFallsBelowVeryLowWhileSomethingCounts) {
  Finding finding = make_finding(1, Stance::opposes, Design::case_report);
  finding.risk_of_bias = finding.concern = finding.preprint = true;
  finding.sample_size = 1;
  EXPECT_EQ(weigh_side(kAbsence, std::vector{finding}, Stance::opposes).certainty, Certainty::very_low);
}

TEST(WeighSide, ALargeEffectLiftsObservationalEvidence) {
  Finding finding = make_finding(1, Stance::supports, Design::cohort);
  finding.numbers.estimate = 3.5;
  finding.numbers.null_value = 1;
  finding.significant = true;
  EXPECT_EQ(weigh_side(kBenefit, std::vector{finding}, Stance::supports).certainty, Certainty::moderate);
  finding.risk_of_bias = true;
  EXPECT_EQ(weigh_side(kBenefit, std::vector{finding}, Stance::supports).certainty, Certainty::very_low);
}

TEST(WeighSide, LeavesOutWhatIsNotWeighed) {
  Finding retracted = make_finding(1, Stance::supports, Design::rct);
  retracted.retracted = true;
  Finding unreliable = make_finding(2, Stance::supports, Design::rct);
  unreliable.reliability = 0.49;
  Finding excluded = make_finding(3, Stance::supports, Design::rct);
  excluded.excluded = "for a reason";
  const SideCertainty side = weigh_side(kBenefit, std::vector{retracted, unreliable, excluded}, Stance::supports);
  EXPECT_EQ(side.families, 0);
  EXPECT_EQ(side.certainty, Certainty::none);
}

TEST(WeighSide, IsTheSameForAnyOrder) {
  std::vector<Finding> findings;
  for (Pmid pmid = 1; pmid <= 6; ++pmid) {
    findings.push_back(make_finding(pmid, pmid % 3 == 0 ? Stance::opposes : Stance::supports,
                                    pmid % 2 == 0 ? Design::cohort : Design::rct));
  }
  const SideCertainty expected = weigh_side(kBenefit, findings, Stance::supports);
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.pmid > b.pmid; });
  const SideCertainty reversed = weigh_side(kBenefit, findings, Stance::supports);
  EXPECT_EQ(reversed.certainty, expected.certainty);
  EXPECT_EQ(reversed.steps, expected.steps);
  ASSERT_EQ(reversed.weighed.size(), expected.weighed.size());
}

// GRADE Guidelines 3 (J Clin Epidemiol 2011;64:401): the authors saw more of their evidence than the abstract tells.
TEST(WeighSide, NeverGoesAboveWhatTheAuthorsRate) {
  Finding rated = make_finding(1, Stance::supports, Design::meta_analysis);
  rated.randomised_evidence = true;
  rated.sample_size = 2000;
  const auto weigh = [&](Certainty rating) {
    rated.rated = rating;
    return weigh_side(kBenefit, {{rated}}, Stance::supports).certainty;
  };
  EXPECT_EQ(weigh(Certainty::none), Certainty::high);
  EXPECT_EQ(weigh(Certainty::high), Certainty::high);
  EXPECT_EQ(weigh(Certainty::low), Certainty::low);
  Finding other = rated;
  other.pmid = 2;
  other.family = "PMID 2";
  other.rated = Certainty::none;
  EXPECT_EQ(weigh_side(kBenefit, {{rated, other}}, Stance::supports).certainty, Certainty::high)
      << "one that is not rated is weighed as before";
}

}  // namespace
}  // namespace claimcheck
