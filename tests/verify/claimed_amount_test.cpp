#include "verify/claimed_amount.h"

#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

using Sort = ClaimedAmount::Sort;

std::optional<ClaimedAmount> amount_in(std::string_view text) {
  return find_claimed_amount(text, tokenize(text));
}

TEST(FindClaimedAmount, ReadsSharesTimesAndUnits) {
  const struct {
    std::string_view claim;
    Sort sort;
    double value;
    std::string_view words;
  } rows[] = {
      {"Aspirin cuts the risk of stroke by roughly a third.", Sort::share, 1.0 / 3, "by roughly a third"},
      {"Aspirin cuts the risk of stroke by about 30 per cent.", Sort::share, 0.3, "by about 30 per cent"},
      {"Aspirin halves the risk of stroke.", Sort::share, 0.5, "halves"},
      {"Semaglutide leads to a weight loss of about 15%.", Sort::share, 0.15, "of about 15%"},
      {"Yoga means one faller in five fewer.", Sort::share, 0.2, "one faller in five fewer"},
      {"Ibuprofen doubles the risk of bleeding.", Sort::times, 2, "doubles"},
      {"Melatonin shortens sleep latency by 7 minutes.", Sort::units, 7, "by 7 minutes"},
      {"Blood pressure drops by a couple of points with yoga.", Sort::units, 2, "by a couple of points"},
      {"People lose about 5 kg on semaglutide.", Sort::units, 5, "about 5 kg"},
  };
  for (const auto& row : rows) {
    const auto amount = amount_in(row.claim);
    ASSERT_TRUE(amount.has_value()) << row.claim;
    EXPECT_EQ(amount->sort, row.sort) << row.claim;
    EXPECT_NEAR(amount->value, row.value, 1e-9) << row.claim;
    EXPECT_EQ(slice(row.claim, amount->span), row.words) << row.claim;
  }
}

TEST(FindClaimedAmount, KnowsWhatMoreThanAllows) {
  const auto amount = amount_in("Aspirin cuts the risk of stroke by more than 30 %.");
  ASSERT_TRUE(amount.has_value());
  EXPECT_TRUE(amount->at_least);
}

TEST(FindClaimedAmount, LeavesRatesDosesTimesAndUpperBounds) {
  for (const std::string_view claim :
       {"Nausea affects 30 % of people on sertraline.", "Ketamine 0.5 mg/kg relieves pain.",
        "Ketamine relieves pain within two weeks.", "Aspirin cuts the risk of stroke by up to 30 %.",
        "Aspirin cuts strokes by a third and deaths by a quarter."}) {
    EXPECT_FALSE(amount_in(claim).has_value()) << claim;
  }
}

TEST(BearsAmount, HoldsTheNumberToTheClaim) {
  const struct {
    std::string_view claim;
    std::string_view sentence;
    bool borne;
  } rows[] = {
      {"Aspirin cuts stroke by a third.", "Stroke was less frequent (RR 0.72; 95% CI 0.6 to 0.9).", true},
      {"Aspirin cuts stroke by a third.", "Stroke was less frequent (RR 0.85; 95% CI 0.8 to 0.9).", false},
      {"Aspirin cuts stroke by a third.", "Stroke fell by 31%.", true},
      {"Aspirin cuts stroke by more than 20 %.", "Stroke fell by 41%.", true},
      {"Aspirin doubles stroke.", "Stroke was more frequent (odds ratio 2.1).", true},
      {"Aspirin doubles stroke.", "Stroke was more frequent (odds ratio 1.3).", false},
      {"Blood pressure falls by 20 points with yoga.", "Blood pressure over 24 hours was 2.3 mm Hg lower.", false},
      {"Blood pressure falls by 2 points with yoga.", "Blood pressure over 24 hours was 2.3 mm Hg lower.", true},
  };
  for (const auto& row : rows) {
    const auto amount = amount_in(row.claim);
    ASSERT_TRUE(amount.has_value()) << row.claim;
    const Sentence sentence = analyse_sentence(row.sentence, builtin_vocabulary());
    ASSERT_FALSE(sentence.mentions.empty()) << row.sentence;
    const ConceptMention& outcome = sentence.mentions.front();
    EXPECT_EQ(bears_amount(*amount, sentence, {{outcome.first, outcome.last}, outcome.concept_ptr}), row.borne)
        << row.claim << " | " << row.sentence;
  }
}

}  // namespace
}  // namespace claimcheck
