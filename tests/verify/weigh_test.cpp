#include "verify/weigh.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "verify/findings.h"

namespace claimcheck {
namespace {

using Findings = std::vector<Finding>;

ReasonCode lead(const Verdict& verdict) {
  return verdict.reasons.empty() ? ReasonCode::tool_failure : verdict.reasons.front().code;
}

bool has_reason(const Verdict& verdict, ReasonCode code) {
  return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                     [code](const Reason& r) { return r.code == code; });
}

Finding gap(Pmid pmid) {
  Finding finding = make_finding(pmid, Stance::inconclusive, Design::systematic_review);
  finding.reported = Reported::gap_stated;
  return finding;
}

Finding bound(Pmid pmid, int exposed, Stance stance) {
  Finding finding = make_finding(pmid, stance, Design::meta_analysis);
  finding.reported = Reported::bound;
  finding.numbers.exposed = exposed;
  return finding;
}

const ClaimFrame kReduces = make_frame(ClaimKind::benefit, Strength::causal);
const ClaimFrame kNoHarm = make_frame(ClaimKind::harm_absent, Strength::absolute);
const ClaimFrame kLowRisk = make_frame(ClaimKind::harm_magnitude, Strength::causal);

TEST(WeighFindings, TwoSoundTrialsSupportABenefit) {
  const Verdict verdict = weigh_findings(kReduces, Findings{make_finding(1, Stance::supports, Design::rct),
                                                            make_finding(2, Stance::supports, Design::rct)});
  EXPECT_EQ(verdict.tag, Tag::supported);
  EXPECT_EQ(verdict.certainty_for, Certainty::high);
  EXPECT_EQ(verdict.families_for, 2);
}

TEST(WeighFindings, NoFindingSupportsMoreThanAnEffect) {
  ClaimFrame highly = kReduces;
  highly.quantifier.text = "highly";
  const Verdict verdict = weigh_findings(
      highly, Findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::rct)});
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::overstated_strength);
}

TEST(WeighFindings, OneSmallTrialAloneDoesNot) {
  Findings findings{make_finding(1, Stance::supports, Design::rct)};
  findings[0].sample_size = 40;
  const Verdict verdict = weigh_findings(kReduces, findings);
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::single_source);
}

TEST(WeighFindings, ASecondStudyTooWeakForTheWordingIsNoSecond) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::cohort)};
  findings[0].sample_size = 200;  // imprecise: moderate
  const Verdict causal = weigh_findings(kReduces, findings);
  EXPECT_EQ(causal.tag, Tag::unsupported);
  EXPECT_EQ(lead(causal), ReasonCode::single_source);
  EXPECT_EQ(weigh_findings(make_frame(ClaimKind::benefit, Strength::may), findings).tag, Tag::supported);
  findings[1] = make_finding(2, Stance::supports, Design::rct);
  EXPECT_EQ(weigh_findings(kReduces, findings).tag, Tag::supported);
}

TEST(WeighFindings, ASecondNearlyDirectStudyIsEnoughForWhatMayBe) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::rct)};
  findings[0].sample_size = 100;
  findings[1].sample_size = 100;
  findings[1].directness = Directness::minor;
  EXPECT_EQ(weigh_findings(make_frame(ClaimKind::benefit, Strength::may), findings).tag, Tag::supported);
  EXPECT_EQ(weigh_findings(kReduces, findings).tag, Tag::unsupported);
  findings[1].directness = Directness::far;
  EXPECT_EQ(weigh_findings(make_frame(ClaimKind::benefit, Strength::may), findings).tag, Tag::unsupported);
}

TEST(WeighFindings, NothingFoundIsUnsupportedForWantOfRecords) {
  const Verdict verdict = weigh_findings(kReduces, Findings{});
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::no_records);
}

TEST(WeighFindings, NullResultsNeverSupportAbsence) {
  Findings findings;
  for (Pmid pmid = 1; pmid <= 20; ++pmid) findings.push_back(make_finding(pmid, Stance::inconclusive, Design::rct));
  const Verdict verdict = weigh_findings(kNoHarm, findings);
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::absence_not_shown);
  EXPECT_TRUE(has_reason(verdict, ReasonCode::null_not_equivalence));
}

TEST(WeighFindings, ANullResultOnOtherWordsThanTheClaimsIsOnlyIndirect) {
  Findings findings{make_finding(1, Stance::inconclusive, Design::rct)};
  EXPECT_EQ(lead(weigh_findings(kReduces, findings)), ReasonCode::null_not_equivalence);
  findings[0].directness = Directness::minor;
  findings[0].mismatches = {{"population", "other people"}};
  EXPECT_EQ(lead(weigh_findings(kReduces, findings)), ReasonCode::null_not_equivalence);
  findings[0].mismatches = {{"wording", "other words"}};
  EXPECT_EQ(lead(weigh_findings(kReduces, findings)), ReasonCode::only_indirect);
}

TEST(WeighFindings, OneCaseReportContestsAnAbsoluteDenial) {
  Finding report = make_finding(1, Stance::opposes, Design::case_report);
  report.reported = Reported::event;
  const Verdict verdict = weigh_findings(kNoHarm, Findings{report});
  EXPECT_EQ(verdict.tag, Tag::contested);
  EXPECT_EQ(verdict.sub_tag, SubTag::contradicted);
  EXPECT_EQ(lead(verdict), ReasonCode::absolute_negative);
  EXPECT_TRUE(has_reason(verdict, ReasonCode::counter_example));
}

TEST(WeighFindings, ACaseReportDoesNotContestHedgedWording) {
  Finding report = make_finding(9, Stance::opposes, Design::case_report);
  const Verdict verdict = weigh_findings(kReduces, Findings{make_finding(1, Stance::supports, Design::rct),
                                                            make_finding(2, Stance::supports, Design::rct), report});
  EXPECT_EQ(verdict.tag, Tag::supported);
  EXPECT_EQ(verdict.sub_tag, SubTag::dissent);
  EXPECT_EQ(lead(verdict), ReasonCode::dissent);
}

TEST(WeighFindings, AnimalsAndNarrativeReviewsAreNoCounterExamples) {
  for (const Design design : {Design::animal, Design::in_vitro, Design::narrative_review}) {
    const Verdict verdict = weigh_findings(kNoHarm, Findings{make_finding(1, Stance::opposes, design)});
    EXPECT_EQ(verdict.tag, Tag::unsupported) << to_string(design);
  }
}

TEST(WeighFindings, OnlyAnimalStudiesLeadToThatReason) {
  const Verdict verdict = weigh_findings(kReduces, Findings{make_finding(1, Stance::inconclusive, Design::animal)});
  EXPECT_EQ(lead(verdict), ReasonCode::animal_to_human);
}

TEST(WeighFindings, HarmOutsideTreatmentCountsWhenTheClaimLeavesTheSettingOpen) {
  Finding users = make_finding(1, Stance::opposes, Design::cross_sectional);
  users.setting = Setting::recreational;
  const Verdict open = weigh_findings(kNoHarm, Findings{users});
  EXPECT_EQ(open.tag, Tag::contested);
  EXPECT_TRUE(has_reason(open, ReasonCode::scope_unqualified));
}

TEST(WeighFindings, EqualSidesAreMixedAndASeparatingSettingExplainsThem) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::opposes, Design::rct)};
  EXPECT_EQ(weigh_findings(kReduces, findings).tag, Tag::contested);
  EXPECT_EQ(weigh_findings(kReduces, findings).sub_tag, SubTag::mixed);
  findings[0].setting = Setting::medical;
  findings[1].setting = Setting::recreational;
  const Verdict verdict = weigh_findings(kReduces, findings);
  EXPECT_EQ(verdict.sub_tag, SubTag::mixed_explained);
  EXPECT_TRUE(has_reason(verdict, ReasonCode::mixed_explained));
}

TEST(WeighFindings, OppositionTwoLevelsBelowIsDissent) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::rct),
                    make_finding(3, Stance::opposes, Design::cohort)};
  EXPECT_EQ(weigh_findings(kReduces, findings).tag, Tag::supported);
}

TEST(WeighFindings, AStatedGapBlocksSupportOfAHarmlessnessClaim) {
  Finding rate = make_finding(1, Stance::supports, Design::meta_analysis);
  rate.reported = Reported::rate;
  Findings findings{rate, rate};
  findings[1].pmid = 2;
  findings[1].family = "PMID 2";
  EXPECT_EQ(weigh_findings(kLowRisk, findings).tag, Tag::supported);
  findings.push_back(gap(3));
  const Verdict verdict = weigh_findings(kLowRisk, findings);
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::gap_stated);
}

TEST(WeighFindings, ABoundThatIsTooWideIsSaidInNumbers) {
  const Verdict verdict = weigh_findings(kLowRisk, Findings{bound(1, 100, Stance::inconclusive)});
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  ASSERT_TRUE(has_reason(verdict, ReasonCode::upper_bound_too_wide));
  EXPECT_NE(verdict.reasons[1].text.find("100 people"), std::string::npos);
  EXPECT_NE(verdict.reasons[1].text.find("3 %"), std::string::npos);
}

TEST(WeighFindings, AbsoluteWordingNeedsAnUpperBound) {
  const Verdict without = weigh_findings(kNoHarm, Findings{make_finding(1, Stance::supports, Design::meta_analysis),
                                                           make_finding(2, Stance::supports, Design::meta_analysis)});
  EXPECT_EQ(without.tag, Tag::unsupported);
  const Verdict with =
      weigh_findings(kNoHarm, Findings{bound(1, 9000, Stance::supports), bound(2, 9000, Stance::supports)});
  EXPECT_EQ(with.tag, Tag::supported);
}

// Reports show certainty_for; a reason that names another number says why it is another.
TEST(WeighFindings, AReasonOnCertaintyAgreesWithTheNumberThatIsShown) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::rct),
                    make_finding(3, Stance::supports, Design::rct)};
  for (std::size_t i = 1; i < findings.size(); ++i) {
    findings[i].directness = Directness::minor;
    findings[i].mismatches = {{"follow_up", "followed for a week, not a year"}};
  }
  findings[0].sample_size = 30;
  findings[0].risk_of_bias = true;
  const Verdict verdict = weigh_findings(kReduces, findings);
  ASSERT_EQ(verdict.tag, Tag::unsupported);
  ASSERT_EQ(verdict.certainty_for, Certainty::moderate);
  EXPECT_EQ(verdict.reasons.front().text,
            "The wording demands moderate certainty; what speaks for it reaches moderate "
            "taken together, but only low where it is on exactly what the claim says.");
  for (Finding& finding : findings) {
    finding.directness = Directness::minor;
    finding.mismatches = {{"follow_up", "followed for a week, not a year"}};
  }
  const Verdict indirect = weigh_findings(kReduces, findings);
  EXPECT_EQ(indirect.reasons[0].text,
            "What speaks for the claim is not on exactly what it says (different or not stated: follow up).");
  EXPECT_EQ(indirect.reasons[1].text,
            "The wording demands moderate certainty; what speaks for it reaches moderate, but "
            "none of it is on exactly what the claim says.");
}

TEST(WeighFindings, RetractedSupportLeavesNothing) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::rct)};
  for (Finding& finding : findings) {
    finding.retracted = true;
    finding.excluded = "retracted";
  }
  const Verdict verdict = weigh_findings(kReduces, findings);
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::retracted_only);
}

TEST(WeighFindings, CausalWordingOverObservationsIsNamed) {
  const Verdict verdict = weigh_findings(kReduces, Findings{make_finding(1, Stance::supports, Design::cohort),
                                                            make_finding(2, Stance::supports, Design::cohort)});
  EXPECT_EQ(verdict.tag, Tag::unsupported);
  EXPECT_EQ(lead(verdict), ReasonCode::causal_from_observational);
  ClaimFrame may = kReduces;
  may.demand = Strength::may;
  EXPECT_EQ(weigh_findings(may, Findings{make_finding(1, Stance::supports, Design::cohort),
                                         make_finding(2, Stance::supports, Design::cohort)})
                .tag,
            Tag::supported);
}

TEST(WeighFindings, OneDirectRecordSupportsThatSomethingWasReported) {
  ClaimFrame reported = kReduces;
  reported.demand = Strength::reported;
  EXPECT_EQ(weigh_findings(reported, Findings{make_finding(1, Stance::supports, Design::case_report)}).tag,
            Tag::supported);
}

TEST(WeighFindings, SilentAndUnweighedFindingsNeverFlipATag) {
  Findings findings{make_finding(1, Stance::supports, Design::rct), make_finding(2, Stance::supports, Design::rct)};
  const Verdict before = weigh_findings(kReduces, findings);
  for (Pmid pmid = 10; pmid < 40; ++pmid) {
    Finding silent = make_finding(pmid, Stance::silent, Design::meta_analysis);
    Finding unread = make_finding(pmid + 100, Stance::opposes, Design::meta_analysis);
    unread.reliability = 0.4;
    findings.push_back(silent);
    findings.push_back(unread);
  }
  const Verdict after = weigh_findings(kReduces, findings);
  EXPECT_EQ(after.tag, before.tag);
  EXPECT_EQ(after.certainty_for, before.certainty_for);
}

TEST(WeighFindings, TheOrderOfFindingsNeverMatters) {
  Findings findings{
      make_finding(1, Stance::supports, Design::rct),    make_finding(2, Stance::opposes, Design::cohort),
      make_finding(3, Stance::opposes, Design::rct),     make_finding(4, Stance::inconclusive, Design::rct),
      make_finding(5, Stance::supports, Design::cohort), gap(6)};
  const Verdict expected = weigh_findings(kReduces, findings);
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.pmid < b.pmid; });
  do {
    ASSERT_EQ(weigh_findings(kReduces, findings), expected);
  } while (std::next_permutation(findings.begin(), findings.end(),
                                 [](const Finding& a, const Finding& b) { return a.pmid < b.pmid; }));
}

TEST(WeighFindings, ShowsAtMostThreeReasons) {
  Findings findings{bound(1, 100, Stance::inconclusive), gap(2), make_finding(3, Stance::inconclusive, Design::rct),
                    make_finding(4, Stance::supports, Design::case_report)};
  EXPECT_LE(weigh_findings(kNoHarm, findings).reasons.size(), 3U);
  EXPECT_FALSE(weigh_findings(kNoHarm, findings).reasons.empty());
}

}  // namespace
}  // namespace claimcheck
