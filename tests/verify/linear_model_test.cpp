#include "verify/linear_model.h"

#include <array>

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

TEST(LinearModel, ReadsDataWithoutALastLineEnd) {
  EXPECT_EQ(LinearModel("warm\t1 2\ncold\t-3 4", 2).scores({"cold"}), (std::vector<int>{-3, 4}));
  EXPECT_EQ(LinearModel("", 3).scores({"cold"}), (std::vector<int>{0, 0, 0}));
}

TEST(AddLevels, AddsEachLevelThatIsReached) {
  constexpr std::array<double, 4> kLevels{-0.5, 0.2, 0.4, 3};
  const struct {
    double value;
    Features expected;
  } rows[] = {{-1, {}},
              {-0.5, {"share -0.5"}},
              {0.2, {"share -0.5", "share 0.2"}},
              {0.39, {"share -0.5", "share 0.2"}},
              {0.5, {"share -0.5", "share 0.2", "share 0.4"}},
              {9, {"share -0.5", "share 0.2", "share 0.4", "share 3"}}};
  for (const auto& row : rows) {
    Features features;
    add_levels("share", row.value, kLevels, features);
    EXPECT_EQ(features, row.expected) << row.value;
  }
}

TEST(AddLevels, KeepsWhatWasThere) {
  constexpr std::array<double, 1> kLevels{1};
  Features features{"^"};
  add_levels("count", 2, kLevels, features);
  EXPECT_EQ(features, (Features{"^", "count 1"}));
}

}  // namespace
}  // namespace claimcheck
