// Statistics: p-values, intervals, ratios and differences.
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "number_checks.h"

namespace claimcheck {
namespace {

constexpr NumberKind kP = NumberKind::p_value;
constexpr NumberKind kInterval = NumberKind::interval;
constexpr NumberKind kRatio = NumberKind::ratio;
constexpr NumberKind kDifference = NumberKind::difference;
constexpr NumberRelation kLess = NumberRelation::less;
constexpr NumberRelation kGreater = NumberRelation::greater;

struct Sentence {
  std::string_view text;
  std::vector<ExpectedNumber> numbers;
};

class FindStatistics : public testing::TestWithParam<Sentence> {};

TEST_P(FindStatistics, TellsWhatANumberMeasures) {
  EXPECT_EQ(numbers_of(GetParam().text), GetParam().numbers);
}

INSTANTIATE_TEST_SUITE_P(PValues, FindStatistics,
                         testing::Values(Sentence{"It fell (P < .001).", {{kP, "P < .001", 0.001, {}, {}, kLess}}},
                                         Sentence{"It fell (p=0·92).", {{kP, "p=0·92", 0.92}}},
                                         Sentence{"It fell (p ≤ 0,05).", {{kP, "p ≤ 0,05", 0.05, {}, {}, kLess}}},
                                         Sentence{"It fell (P>0.05).", {{kP, "P>0.05", 0.05, {}, {}, kGreater}}},
                                         Sentence{"It fell (P >= 0.05).", {{kP, "P >= 0.05", 0.05, {}, {}, kGreater}}},
                                         Sentence{"P-value of 0.2.", {{kP, "P-value of 0.2", 0.2}}},
                                         Sentence{"P for trend = .04.", {{kP, "P for trend = .04", 0.04}}},
                                         Sentence{"P_{interaction} = .3.", {{kP, "P_{interaction} = .3", 0.3}}},
                                         Sentence{"p less than 0.05.", {{kP, "p less than 0.05", 0.05, {}, {}, kLess}}},
                                         Sentence{"P = 1.2 × 10-5.", {{kP, "P = 1.2 × 10-5", 1.2e-5}}},
                                         Sentence{"P = 12.", {{NumberKind::plain, "12", 12}}},
                                         Sentence{"Map 5.", {{NumberKind::plain, "5", 5}}}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, FindStatistics,
    testing::Values(
        Sentence{"It fell (95% CI 1.9 to 7.3).", {{kInterval, "95% CI 1.9 to 7.3", 95, 1.9, 7.3}}},
        Sentence{"It fell (95% CI, -9.48 to -4.07).", {{kInterval, "95% CI, -9.48 to -4.07", 95, -9.48, -4.07}}},
        Sentence{"It fell (95% CI −9·48–−4·07).", {{kInterval, "95% CI −9·48–−4·07", 95, -9.48, -4.07}}},
        Sentence{"It fell (90% CI: 1.2-3.4).", {{kInterval, "90% CI: 1.2-3.4", 90, 1.2, 3.4}}},
        Sentence{"It fell (CI 95% 1.2-3.4).", {{kInterval, "CI 95% 1.2-3.4", 95, 1.2, 3.4}}},
        Sentence{"It fell (CI 0.5, 0.9).", {{kInterval, "CI 0.5, 0.9", 95, 0.5, 0.9}}},
        Sentence{"It fell (95% CI 4% to 20%).", {{kInterval, "95% CI 4% to 20%", 95, 4, 20}}},
        Sentence{"The 95% confidence interval (CI) was 2 to 3.",
                 {{kInterval, "95% confidence interval (CI) was 2 to 3", 95, 2, 3}}},
        Sentence{"A 95% credible interval from 2 to 3.", {{kInterval, "95% credible interval from 2 to 3", 95, 2, 3}}},
        Sentence{"It fell [95% CI 3.4 to 1.2].", {{kInterval, "95% CI 3.4 to 1.2", 95, 1.2, 3.4}}},
        Sentence{"The CI was wide.", {}}));

INSTANTIATE_TEST_SUITE_P(
    Ratios, FindStatistics,
    testing::Values(
        Sentence{"The odds were up (OR 3.7).", {{kRatio, "OR 3.7", 3.7}}},
        Sentence{"An odds ratio of 3.7.", {{kRatio, "odds ratio of 3.7", 3.7}}},
        Sentence{"Hazard ratio [HR], 0.78.", {{kRatio, "Hazard ratio [HR], 0.78", 0.78}}},
        Sentence{"The relative risk of gout in users was 1.8.",
                 {{kRatio, "relative risk of gout in users was 1.8", 1.8}}},
        Sentence{"aHR=0.6; IRR: 2.", {{kRatio, "aHR=0.6", 0.6}, {kRatio, "IRR: 2", 2}}},
        Sentence{"OR (95% CI) 2.3 (1.2-4.5).",
                 {{kRatio, "OR (95% CI) 2.3", 2.3}, {kInterval, "1.2-4.5", 95, 1.2, 4.5}}},
        Sentence{"HR 0.8 (95% CI 0.6–0.9).", {{kRatio, "HR 0.8", 0.8}, {kInterval, "95% CI 0.6–0.9", 95, 0.6, 0.9}}},
        Sentence{"HR 2 (95% CI 1.1–3).", {{kRatio, "HR 2", 2}, {kInterval, "95% CI 1.1–3", 95, 1.1, 3}}},
        Sentence{"Mean HR was 72.", {{NumberKind::plain, "72", 72}}},
        Sentence{"Five or 3.7 cups.", {{NumberKind::plain, "3.7", 3.7}}},
        Sentence{"The odds ratio was low (P = .2).", {{kP, "P = .2", 0.2}}},
        Sentence{"The odds ratio rose by week 12.", {{NumberKind::duration, "week 12", 12, {}, {}, {}, "week"}}}));

INSTANTIATE_TEST_SUITE_P(
    Differences, FindStatistics,
    testing::Values(
        Sentence{"Mean difference -4.0.", {{kDifference, "Mean difference -4.0", -4}}},
        Sentence{"SMD = −0.45, d = 0.52.", {{kDifference, "SMD = −0.45", -0.45}, {kDifference, "d = 0.52", 0.52}}},
        Sentence{"Cohen's d of 0.8.", {{kDifference, "Cohen's d of 0.8", 0.8}}},
        Sentence{"Hedges' g = 0.3.", {{kDifference, "Hedges' g = 0.3", 0.3}}},
        Sentence{"The risk difference was 12%.", {{kDifference, "risk difference was 12%", 12}}},
        Sentence{"There was no difference (P = .3).", {{kP, "P = .3", 0.3}}},
        Sentence{"On d 3 a difference between 5 cups.", {{NumberKind::plain, "3", 3}, {NumberKind::plain, "5", 5}}},
        Sentence{"The difference at 12 weeks.", {{NumberKind::duration, "12 weeks", 12, {}, {}, {}, "week"}}}));

}  // namespace
}  // namespace claimcheck
