#include "verify/linear_model.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

constexpr std::string_view kData = "# a comment\nwarm\t120 -30\ncold day\t-50 200\n^\t5 5\n";

TEST(LinearModel, AddsTheWeightsOfTheFeaturesItKnows) {
  const LinearModel model(kData, 2);
  EXPECT_EQ(model.scores({"^", "warm", "unknown"}), (std::vector<int>{125, -25}));
  EXPECT_EQ(model.scores({}), (std::vector<int>{0, 0}));
  EXPECT_EQ(model.scores({"cold day"}), (std::vector<int>{-50, 200}));
}

TEST(LinearModel, PredictsTheHighestScoreWithItsSoftmax) {
  const LinearModel model(kData, 2);
  const LinearModel::Prediction warm = model.predict({"warm"});
  EXPECT_EQ(warm.winner, 0U);
  EXPECT_NEAR(warm.probability, 0.817574, 1e-6);  // 1 / (1 + e^-1.5)
  EXPECT_EQ(model.predict({}).winner, 0U);
  EXPECT_DOUBLE_EQ(model.predict({}).probability, 0.5);
}

}  // namespace
}  // namespace claimcheck
