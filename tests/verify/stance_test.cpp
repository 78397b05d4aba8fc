#include "verify/stance.h"

#include <gtest/gtest.h>

#include "verify/findings.h"

namespace claimcheck {
namespace {

Reading reading(Reported reported) {
  Reading result;
  result.reported = reported;
  return result;
}

Reading rate(double value, int exposed) {
  Reading result = reading(Reported::rate);
  result.numbers.rate = value;
  if (exposed > 0) result.numbers.exposed = exposed;
  return result;
}

Reading no_event_among(int exposed) {
  Reading result = reading(Reported::bound);
  result.denied = true;
  result.numbers.exposed = exposed;
  return result;
}

struct Row {
  const char* name;
  ClaimKind kind;
  Reading reading;
  Stance expected;
};

TEST(DecideStance, FollowsTheTableOfTheMethod) {
  Reading denied = reading(Reported::event);
  denied.denied = true;
  Reading rejected = reading(Reported::no_difference);
  rejected.authors_reject = true;
  const Row rows[] = {
      {"benefit as claimed", ClaimKind::benefit, reading(Reported::decrease), Stance::supports},
      {"benefit reversed", ClaimKind::benefit, reading(Reported::increase), Stance::opposes},
      {"benefit null", ClaimKind::benefit, reading(Reported::no_difference), Stance::inconclusive},
      {"benefit rejected by the authors", ClaimKind::benefit, rejected, Stance::opposes},
      {"benefit gap", ClaimKind::benefit, reading(Reported::gap_stated), Stance::inconclusive},
      {"harm increased", ClaimKind::harm_exists, reading(Reported::increase), Stance::supports},
      {"harm happened", ClaimKind::harm_exists, reading(Reported::event), Stance::supports},
      {"harm denied", ClaimKind::harm_exists, denied, Stance::inconclusive},
      {"harm null", ClaimKind::harm_exists, reading(Reported::no_difference), Stance::inconclusive},
      {"harm rate", ClaimKind::harm_exists, rate(0.1, 0), Stance::supports},
      {"absence against an event", ClaimKind::harm_absent, reading(Reported::event), Stance::opposes},
      {"absence against an increase", ClaimKind::harm_absent, reading(Reported::increase), Stance::opposes},
      {"absence and a null result", ClaimKind::harm_absent, reading(Reported::no_difference), Stance::inconclusive},
      {"absence and a denied event", ClaimKind::harm_absent, denied, Stance::inconclusive},
      {"absence and a decrease", ClaimKind::harm_absent, reading(Reported::decrease), Stance::inconclusive},
      {"absence, none among 60", ClaimKind::harm_absent, no_event_among(60), Stance::inconclusive},
      {"absence, none among 5000", ClaimKind::harm_absent, no_event_among(5000), Stance::supports},
      {"low risk, 17 % of 1285", ClaimKind::harm_magnitude, rate(0.17, 1285), Stance::opposes},
      {"low risk, 1 in 20 people", ClaimKind::harm_magnitude, rate(0.05, 20), Stance::inconclusive},
      {"low risk, 0.1 % of 20000", ClaimKind::harm_magnitude, rate(0.001, 20000), Stance::supports},
      {"low risk, none among 100", ClaimKind::harm_magnitude, no_event_among(100), Stance::inconclusive},
      {"low risk, none among 1000", ClaimKind::harm_magnitude, no_event_among(1000), Stance::supports},
      {"low risk, null", ClaimKind::harm_magnitude, reading(Reported::no_difference), Stance::inconclusive},
      {"low risk, a case without a rate", ClaimKind::harm_magnitude, reading(Reported::event), Stance::inconclusive},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(decide_stance(make_frame(row.kind, Strength::causal), row.reading), row.expected) << row.name;
  }
}

TEST(DecideStance, AClaimOfFrequentHarmReadsTheRateTheOtherWayRound) {
  ClaimFrame frame = make_frame(ClaimKind::harm_magnitude, Strength::causal);
  frame.direction = Direction::increase;
  EXPECT_EQ(decide_stance(frame, rate(0.17, 1285)), Stance::supports);
  EXPECT_EQ(decide_stance(frame, rate(0.0001, 50000)), Stance::opposes);
}

TEST(DecideStance, ADeniedEffectIsOpposedByTheEffectAndNotSupportedByANullResult) {
  ClaimFrame frame = make_frame(ClaimKind::benefit, Strength::causal);
  frame.direction = Direction::no_change;
  frame.polarity = Polarity::negated;
  EXPECT_EQ(decide_stance(frame, reading(Reported::decrease)), Stance::opposes);
  EXPECT_EQ(decide_stance(frame, reading(Reported::no_difference)), Stance::inconclusive);
}

TEST(DecideStance, AClaimWithoutADirectionTakesNoEffectForOrAgainst) {
  ClaimFrame frame = make_frame(ClaimKind::mechanism, Strength::causal);
  frame.direction = Direction::unspecified;
  Reading rejected = reading(Reported::no_difference);
  rejected.authors_reject = true;
  for (const Reading& seen : {reading(Reported::increase), reading(Reported::decrease), rejected}) {
    EXPECT_EQ(decide_stance(frame, seen), Stance::inconclusive);
  }
}

TEST(DecideStance, AClaimedNumberMustAgreeWithTheReportedOne) {
  ClaimFrame frame = make_frame(ClaimKind::numeric, Strength::causal);
  frame.threshold = 0.70;
  EXPECT_EQ(decide_stance(frame, rate(0.68, 200)), Stance::supports);
  EXPECT_EQ(decide_stance(frame, rate(0.30, 200)), Stance::opposes);
  EXPECT_EQ(decide_stance(frame, reading(Reported::decrease)), Stance::inconclusive);
}

TEST(DecideStance, AClaimedRangeAgreesWithWhatLiesInIt) {
  ClaimFrame frame = make_frame(ClaimKind::numeric, Strength::causal);
  frame.threshold = 1e-6;
  frame.threshold_high = 2e-6;
  EXPECT_EQ(decide_stance(frame, rate(1.6e-6, 0)), Stance::supports);
  EXPECT_EQ(decide_stance(frame, rate(9e-6, 0)), Stance::opposes);
}

TEST(DecideStance, OnlyTheIntervalOfTheRateIsHeldAgainstAThreshold) {
  ClaimFrame common = make_frame(ClaimKind::harm_magnitude, Strength::causal);
  common.direction = Direction::increase;
  Reading seen = rate(0.0005, 0);
  seen.numbers.rate_low = 0.0002;
  seen.numbers.rate_high = 0.0009;
  EXPECT_EQ(decide_stance(common, seen), Stance::opposes);
  // A hazard ratio of 0.5 to 0.9 is no share of people.
  Reading ratio = rate(0.0005, 0);
  ratio.numbers.ci_low = 0.5;
  ratio.numbers.ci_high = 0.9;
  EXPECT_EQ(decide_stance(common, ratio), Stance::inconclusive);
}

TEST(DecideStance, APlainEffectDoesNotSupportAComparisonWithAnUnnamedOther) {
  ClaimFrame frame = make_frame(ClaimKind::benefit, Strength::causal);
  frame.lacks_comparator = true;
  EXPECT_EQ(decide_stance(frame, reading(Reported::decrease)), Stance::inconclusive);
  EXPECT_EQ(decide_stance(frame, reading(Reported::increase)), Stance::opposes);
}

TEST(RuleOfThree, NeedsThirtyPeople) {
  EXPECT_FALSE(rule_of_three(29).has_value());
  EXPECT_DOUBLE_EQ(*rule_of_three(30), 0.1);
  EXPECT_DOUBLE_EQ(*rule_of_three(3000), 0.001);
}

TEST(WilsonInterval, AgreesWithPublishedValues) {
  // Newcombe, Stat Med 1998;17:857, table I: 81/263, 15/148, 0/20, 1/29.
  const struct {
    int events, exposed;
    double low, high;
  } rows[] = {{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0.0, 0.1611}, {1, 29, 0.0061, 0.1718}};
  for (const auto& row : rows) {
    const RateInterval interval = wilson_interval(row.events, row.exposed);
    EXPECT_NEAR(interval.low, row.low, 0.0001) << row.events << "/" << row.exposed;
    EXPECT_NEAR(interval.high, row.high, 0.0001) << row.events << "/" << row.exposed;
  }
}

}  // namespace
}  // namespace claimcheck
