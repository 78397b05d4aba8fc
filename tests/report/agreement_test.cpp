#include "report/agreement.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace claimcheck {
namespace {

using ::testing::DoubleNear;
using ::testing::Optional;

TEST(MeasureKappa, GivesThePublishedValuesOfFourCategories) {
  // SAS/STAT User's Guide, PROC FREQ, "Agreement Study": two dermatologists, 88 patients.
  const Kappa kappa = measure_kappa({{{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}}});
  EXPECT_THAT(kappa.value, Optional(DoubleNear(0.3449, 5e-5)));
  EXPECT_THAT(kappa.low, Optional(DoubleNear(0.2030, 5e-5)));
  EXPECT_THAT(kappa.high, Optional(DoubleNear(0.4868, 5e-5)));
  EXPECT_EQ(kappa.note, "");
}

TEST(MeasureKappa, GivesThePublishedValuesWhereACategoryIsNotUsed) {
  // Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. 1981, p. 213: 100 diagnoses, kappa 0.68, s.e. 0.087.
  const Kappa kappa = measure_kappa({{{75, 1, 4, 0}, {5, 4, 1, 0}, {0, 0, 10, 0}, {0, 0, 0, 0}}});
  EXPECT_THAT(kappa.value, Optional(DoubleNear(0.6765, 5e-5)));
  EXPECT_THAT((*kappa.high - *kappa.low) / (2 * 1.959964), DoubleNear(0.0877, 5e-5));
}

TEST(MeasureKappa, GivesWhatIsWorkedOutByHand) {
  // Observed (20 + 15) / 50 = 0.7; expected 0.5 · 0.6 + 0.5 · 0.4 = 0.5; kappa (0.7 - 0.5) / 0.5 = 0.4. The variance:
  // agreed 0.4 (1 - 1.1 · 0.6)² + 0.3 (1 - 0.9 · 0.6)² = 0.10972; differed 0.36 (0.1 · 1.1² + 0.2 · 0.9²) = 0.10188,
  // less (0.4 - 0.5 · 0.6)² = 0.01; together 0.2016, so the error is √(0.2016 / 50) / 0.5 = 0.1270.
  const Kappa kappa = measure_kappa({{{20, 5, 0, 0}, {10, 15, 0, 0}, {}, {}}});
  EXPECT_THAT(kappa.value, Optional(DoubleNear(0.4, 1e-12)));
  EXPECT_THAT(kappa.low, Optional(DoubleNear(0.4 - 1.959964 * 0.126996, 1e-5)));
  EXPECT_THAT(kappa.high, Optional(DoubleNear(0.4 + 1.959964 * 0.126996, 1e-5)));
}

TEST(MeasureKappa, GivesNoIntervalWhereTheFormulaGivesNoWidth) {
  const Kappa full = measure_kappa({{{30, 0, 0, 0}, {0, 40, 0, 0}, {}, {}}});
  EXPECT_THAT(full.value, Optional(DoubleNear(1, 1e-12)));
  EXPECT_EQ(full.low, std::nullopt);
  EXPECT_EQ(full.high, std::nullopt);
  EXPECT_NE(full.note, "");
}

TEST(MeasureKappa, GivesNoIntervalForFewClaimsAndSaysWhy) {
  const Kappa few = measure_kappa({{{10, 2, 0, 0}, {1, 10, 0, 0}, {0, 0, 8, 0}, {}}});
  EXPECT_THAT(few.value, Optional(testing::Gt(0.8)));
  EXPECT_EQ(few.low, std::nullopt);
  EXPECT_EQ(few.high, std::nullopt);
  EXPECT_EQ(few.note, "No interval is shown: with fewer than 32 claims its formula is not reliable.");
  const Kappa enough = measure_kappa({{{10, 2, 0, 0}, {1, 10, 0, 0}, {0, 0, 9, 0}, {}}});
  EXPECT_TRUE(enough.low && enough.high);
  EXPECT_EQ(enough.note, "");
  EXPECT_THAT(measure_kappa({{{0, 1, 0, 0}, {}, {}, {}}}).value, Optional(DoubleNear(0, 1e-12)));
}

TEST(MeasureKappa, IsNotDefinedWithoutClaimsOrWithOneJudgementAlone) {
  const Kappa none = measure_kappa({});
  EXPECT_EQ(none.value, std::nullopt);
  EXPECT_NE(none.note, "");
  const Kappa one = measure_kappa({{{}, {0, 9, 0, 0}, {}, {}}});
  EXPECT_EQ(one.value, std::nullopt);
  EXPECT_NE(one.note, none.note);
}

TEST(MeasureKappa, OfFullDisagreementIsBelowZeroAndItsIntervalWithinBounds) {
  const Kappa kappa = measure_kappa({{{0, 25, 0, 0}, {25, 0, 5, 0}, {}, {}}});
  ASSERT_TRUE(kappa.value && kappa.low && kappa.high);
  EXPECT_LT(*kappa.value, 0);
  EXPECT_GE(*kappa.low, -1);
  EXPECT_LE(*kappa.high, 1);
}

TEST(MeasureKappa, DoesNotDependOnTheOrderOfCategoriesOrReviewers) {
  const AgreementTable table{{{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}}};
  const Kappa kappa = measure_kappa(table);
  std::array<std::size_t, kJudgements> order{0, 1, 2, 3};
  do {
    AgreementTable permuted{};
    AgreementTable turned{};
    for (std::size_t i = 0; i < kJudgements; ++i) {
      for (std::size_t j = 0; j < kJudgements; ++j) {
        permuted[i][j] = table[order[i]][order[j]];
        turned[j][i] = permuted[i][j];
      }
    }
    for (const AgreementTable& each : {permuted, turned}) {
      EXPECT_THAT(measure_kappa(each).value, Optional(DoubleNear(*kappa.value, 1e-12)));
      EXPECT_THAT(measure_kappa(each).low, Optional(DoubleNear(*kappa.low, 1e-12)));
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

claimcheck::Run run_of(const std::vector<std::string>& ids) {
  claimcheck::Run run;
  for (const std::string& id : ids) run.reports.emplace_back().claim.id = id;
  return run;
}

TEST(MeasureAgreement, CountsTheClaimsThatBothJudged) {
  const claimcheck::Run run = run_of({"C3", "C1", "C2", "C4"});
  ReviewState state;
  state.reviewers = {{"Ada", ReviewRole::reviewer, true},
                     {"Ben", ReviewRole::reviewer, true},
                     {"Cleo", ReviewRole::adjudicator, false}};
  const auto judge = [&](const std::string& claim, const std::string& name, Judgement judgement) {
    state.opinions[{claim, name}].judgement = judgement;
  };
  judge("C1", "Ada", Judgement::supported);
  judge("C1", "Ben", Judgement::contested);
  judge("C1", "Cleo", Judgement::supported);
  judge("C2", "Ada", Judgement::unsupported);
  judge("C2", "Ben", Judgement::unsupported);
  judge("C3", "Ada", Judgement::contested);
  judge("C3", "Ben", Judgement::not_checkable);
  judge("C4", "Ada", Judgement::supported);
  state.opinions[{"C4", "Ben"}].deferred = true;
  const std::optional<Agreement> agreement = measure_agreement(run, state);
  ASSERT_TRUE(agreement);
  EXPECT_EQ(agreement->first, "Ada");
  EXPECT_EQ(agreement->second, "Ben");
  EXPECT_EQ(agreement->claims, 3U);
  EXPECT_EQ(agreement->same, 1U);
  EXPECT_EQ(agreement->table, (AgreementTable{{{0, 1, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}, {}}}));
  EXPECT_EQ(agreement->differences, (std::vector<Difference>{{"C3", Judgement::contested, Judgement::not_checkable},
                                                             {"C1", Judgement::supported, Judgement::contested}}));
  EXPECT_EQ(agreement->kappa, measure_kappa(agreement->table));
}

TEST(MeasureAgreement, TakesTwoReviewers) {
  ReviewState state;
  EXPECT_EQ(measure_agreement(run_of({"C1"}), state), std::nullopt);
  state.reviewers = {{"Ada", ReviewRole::reviewer, false}};
  EXPECT_EQ(measure_agreement(run_of({"C1"}), state), std::nullopt);
}

}  // namespace
}  // namespace claimcheck
