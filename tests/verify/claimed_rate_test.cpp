#include "verify/claimed_rate.h"

#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

std::optional<ClaimedRate> rate_in(std::string_view text) {
  return find_claimed_rate(read_claim_words(text, builtin_vocabulary()));
}

TEST(FindClaimedRate, ReadsSharesAsArticlesTellThem) {
  const struct {
    std::string_view claim;
    double low;
    double high;  // that of `low` where the claim gives none
  } rows[] = {
      {"About 9 per cent of patients on sertraline have nausea.", 0.09, 0.09},
      {"Nausea affects one in ten people on sertraline.", 0.1, 0.1},
      {"Nausea affects one patient in a hundred.", 0.01, 0.01},
      {"Fewer than one user in a hundred has seizures.", 0, 0.01},
      {"Seizures occur in one to two of every 1,000 patients.", 0.001, 0.002},
      {"More than nine out of ten patients improve.", 0.9, 1},
      {"More than half of women on sertraline have nausea.", 0.5, 1},
      {"A third of patients on sertraline have nausea.", 1.0 / 3, 1.0 / 3},
  };
  for (const auto& row : rows) {
    const auto rate = rate_in(row.claim);
    ASSERT_TRUE(rate.has_value()) << row.claim;
    EXPECT_NEAR(rate->low, row.low, 1e-9) << row.claim;
    EXPECT_NEAR(rate->high.value_or(rate->low), row.high, 1e-9) << row.claim;
  }
}

TEST(FindClaimedRate, LeavesChangesTimesAndParts) {
  for (const std::string_view claim : {"Aspirin lowers the risk of stroke by 30 %.", "Sertraline works in two weeks.",
                                       "Half of the dose relieves pain.", "Sertraline works in 100 % of patients."}) {
    EXPECT_FALSE(rate_in(claim).has_value()) << claim;
  }
}

TEST(BoundsNumber, TellsABoundFromAComparison) {
  const auto bounds = [](std::string_view text) {
    const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (sentence.tokens[i].norm == "than") return bounds_number(sentence, i);
    }
    return false;
  };
  EXPECT_TRUE(bounds("Fewer than one user in a hundred has seizures."));
  EXPECT_TRUE(bounds("More than half of women have nausea."));
  EXPECT_FALSE(bounds("Sertraline causes more nausea than placebo."));
}

}  // namespace
}  // namespace claimcheck
