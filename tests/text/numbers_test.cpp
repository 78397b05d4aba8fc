#include "text/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "number_checks.h"

namespace claimcheck {
namespace {

constexpr NumberKind kPlain = NumberKind::plain;
constexpr NumberKind kDuration = NumberKind::duration;

struct Sentence {
  std::string_view text;
  std::vector<ExpectedNumber> numbers;
};

class FindNumbers : public testing::TestWithParam<Sentence> {};

TEST_P(FindNumbers, TellsWhatANumberMeasures) {
  EXPECT_EQ(numbers_of(GetParam().text), GetParam().numbers);
}

INSTANTIATE_TEST_SUITE_P(
    Shares, FindNumbers,
    testing::Values(
        Sentence{"Gout came in 26.6% of users.", {{NumberKind::percent, "26.6%", 26.6}}},
        Sentence{"It was 12 percent.", {{NumberKind::percent, "12 percent", 12}}},
        Sentence{"It was 12 per cent.", {{NumberKind::percent, "12 per cent", 12}}},
        Sentence{"It was 12.3 to 41.0%.", {{NumberKind::percent, "12.3 to 41.0%", 12.3, 12.3, 41.0}}},
        Sentence{"It was 12%–41%.", {{NumberKind::percent, "12%–41%", 12, 12, 41}}},
        Sentence{"It fell from 40% to 20%.", {{NumberKind::percent, "40%", 40}, {NumberKind::percent, "20%", 20}}},
        Sentence{"It rose from 20% to 40%.", {{NumberKind::percent, "20%", 20}, {NumberKind::percent, "40%", 40}}},
        Sentence{"It was 12 vs. 20 %.", {{NumberKind::percent, "12", 12}, {NumberKind::percent, "20 %", 20}}},
        Sentence{"Gout came in 3 of 40.", {{NumberKind::fraction, "3 of 40", 3, {}, 40}}},
        Sentence{"Gout came in 3 out of 40.", {{NumberKind::fraction, "3 out of 40", 3, {}, 40}}},
        Sentence{"Gout came in 3/40.", {{NumberKind::fraction, "3/40", 3, {}, 40}}},
        Sentence{"In 25 (31.6%) of 79 it came.", {{NumberKind::fraction, "25 (31.6%) of 79", 25, {}, 79}}},
        Sentence{"In 13 of the 14 it came.", {{NumberKind::fraction, "13 of the 14", 13, {}, 14}}},
        Sentence{"Two of three left.", {{NumberKind::fraction, "Two of three", 2, {}, 3}}},
        Sentence{"None of the 50 left.", {{NumberKind::fraction, "None of the 50", 0, {}, 50}}},
        Sentence{"Pressure was 120/80.", {{kPlain, "120", 120}, {kPlain, "80", 80}}},
        Sentence{"One of the most loved teas.", {}}));

INSTANTIATE_TEST_SUITE_P(
    Counts, FindNumbers,
    testing::Values(
        Sentence{"Users (n = 26) and others (N=1285).",
                 {{NumberKind::count, "n = 26", 26}, {NumberKind::count, "N=1285", 1285}}},
        Sentence{"We saw 75 patients.", {{NumberKind::count, "75 patients", 75, {}, {}, {}, "patients"}}},
        Sentence{"We saw 1,285 tea-loving adult respondents.",
                 {{NumberKind::count, "1,285 tea-loving adult respondents", 1285, {}, {}, {}, "respondents"}}},
        Sentence{"Twelve volunteers came.", {{NumberKind::count, "Twelve volunteers", 12, {}, {}, {}, "volunteers"}}},
        Sentence{"Twenty-five women came.", {{NumberKind::count, "Twenty-five women", 25, {}, {}, {}, "women"}}},
        Sentence{"We pooled 9 trials.", {{NumberKind::count, "9 trials", 9, {}, {}, {}, "trials"}}},
        Sentence{"There were 9 cups for patients.", {{kPlain, "9", 9}}},
        Sentence{"Of 2.5 patients we know nothing.", {{kPlain, "2.5", 2.5}}}));

INSTANTIATE_TEST_SUITE_P(
    Measures, FindNumbers,
    testing::Values(Sentence{"They got 0.5 mg/kg.", {{NumberKind::dose, "0.5 mg/kg", 0.5, {}, {}, {}, "mg/kg"}}},
                    Sentence{"They got an 84-mg cup.", {{NumberKind::dose, "84-mg", 84, {}, {}, {}, "mg"}}},
                    Sentence{"They got 1–2 mg per kg per day.",
                             {{NumberKind::dose, "1–2 mg per kg per day", 1, 1, 2, {}, "mg/kg/day"}}},
                    Sentence{"It lasted 12 weeks.", {{kDuration, "12 weeks", 12, {}, {}, {}, "week"}}},
                    Sentence{"A 24-hour test.", {{kDuration, "24-hour", 24, {}, {}, {}, "hour"}}},
                    Sentence{"It lasted two years.", {{kDuration, "two years", 2, {}, {}, {}, "year"}}},
                    Sentence{"It lasted 4 to 6 wk.", {{kDuration, "4 to 6 wk", 4, 4, 6, {}, "week"}}},
                    Sentence{
                        "At week 12 and day 28.",
                        {{kDuration, "week 12", 12, {}, {}, {}, "week"}, {kDuration, "day 28", 28, {}, {}, {}, "day"}}},
                    Sentence{"With 19 g of tea (rate = 146).",
                             {{NumberKind::dose, "19 g", 19, {}, {}, {}, "g"}, {kPlain, "146", 146}}},
                    Sentence{"In the year 2019.", {{kPlain, "2019", 2019}}},
                    Sentence{"She was 45 years old.", {{kPlain, "45", 45}}},
                    Sentence{"A 45-year-old.", {{kPlain, "45", 45}}},
                    Sentence{"Those aged 18 to 65 years.", {{kPlain, "18", 18}, {kPlain, "65", 65}}},
                    Sentence{"Their mean age was 45.2 years.", {{kPlain, "45.2", 45.2}}},
                    Sentence{"Those aged over 60 were seen for 5 years.",
                             {{kPlain, "60", 60}, {kDuration, "5 years", 5, {}, {}, {}, "year"}}}));

INSTANTIATE_TEST_SUITE_P(
    Figures, FindNumbers,
    testing::Values(Sentence{"", {}}, Sentence{"No number here; two at most.", {}},
                    Sentence{"It was 59.7 ± 12.3.", {{kPlain, "59.7", 59.7}, {kPlain, "12.3", 12.3}}},
                    Sentence{"It was -3.2 and −4·1.", {{kPlain, "-3.2", -3.2}, {kPlain, "−4·1", -4.1}}},
                    Sentence{"It was 3-4.", {{kPlain, "3", 3}, {kPlain, "4", 4}}},
                    Sentence{"It was 1,234,567.", {{kPlain, "1,234,567", 1234567}}},
                    Sentence{"It was 12\u2009345.", {{kPlain, "12\u2009345", 12345}}},
                    Sentence{"It was 2 × 10^{6}.", {{kPlain, "2 × 10^{6}", 2e6}}},
                    Sentence{"It was 3 × 10⁻⁵.", {{kPlain, "3 × 10⁻⁵", 3e-5}}},
                    Sentence{"It was 3e-4.", {{kPlain, "3e-4", 3e-4}}}));

TEST(FindNumbersIn, TakesTheRangeBehindAnEstimateForItsInterval) {
  for (const char* text : {"OR 3.83, 2.88-5.10", "HR 3.83 (2.88 to 5.10)", "RR 3.83; 5.10 to 2.88"}) {
    const std::vector<NumberMention> numbers = find_numbers(text);
    ASSERT_EQ(numbers.size(), 2U) << text;
    EXPECT_EQ(numbers[1].kind, NumberKind::interval) << text;
    EXPECT_EQ(numbers[1].low, 2.88) << text;
    EXPECT_EQ(numbers[1].high, 5.10) << text;
  }
  const std::vector<NumberMention> other = find_numbers("OR 3.83, 12-15");
  EXPECT_TRUE(std::none_of(other.begin(), other.end(),
                           [](const NumberMention& number) { return number.kind == NumberKind::interval; }));
}

TEST(FindNumbersIn, ReadsTokensThatTheCallerHas) {
  const std::string_view text = "It lasted 12 weeks (P = .03).";
  const std::vector<NumberMention> found = find_numbers(text, tokenize(text));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].unit, "week");
  EXPECT_EQ(slice(text, found[1].span), "P = .03");
}

TEST(FindNumbersIn, SkipsFiguresTooLongToBeNumbers) {
  EXPECT_TRUE(find_numbers(std::string(400, '9') + " cups").empty());
}

}  // namespace
}  // namespace claimcheck
