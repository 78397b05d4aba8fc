#include "text/rates.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

std::vector<RateMention> rates_in(std::string_view text) {
  return find_rates(text, tokenize(text));
}

TEST(FindRates, ReadsSoManyToARoundNumber) {
  const struct {
    const char* text;
    double value;
  } rows[] = {
      {"Gout came at 1.5 per 10,000 person-years.", 1.5e-4},
      {"There were 3 cases per million doses.", 3e-6},
      {"It strikes 1 in 2,000 patients.", 5e-4},
      {"One in ten users had a rash.", 0.1},
      {"About 2 per 100 000 fell ill.", 2e-5},
      {"The rate was 2/10,000 patient-years.", 2e-4},
      {"It was seen in 1 in every 50 adults.", 0.02},
  };
  for (const auto& row : rows) {
    const std::vector<RateMention> rates = rates_in(row.text);
    ASSERT_EQ(rates.size(), 1U) << row.text;
    EXPECT_NEAR(rates.front().value, row.value, 1e-12) << row.text;
  }
}

TEST(FindRates, KeepsBothEndsOfARange) {
  const std::vector<RateMention> rates = rates_in("About one to two cases per million people.");
  ASSERT_EQ(rates.size(), 1U);
  EXPECT_NEAR(rates.front().value, 1e-6, 1e-15);
  EXPECT_NEAR(rates.front().high.value_or(0), 2e-6, 1e-15);
}

TEST(FindRates, LeavesTimesDosesYearsAndLabelsAlone) {
  for (const char* text : {"It fell by 3 in 12 weeks.", "Type 1 in 20 adults was treated.", "Two died in 2019.",
                           "They took 2 per day.", "The score was 4 in the control group.", "5 in 40 mg tablets."}) {
    EXPECT_TRUE(rates_in(text).empty()) << text;
  }
}

}  // namespace
}  // namespace claimcheck
