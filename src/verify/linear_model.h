#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/word_set.h"

namespace claimcheck {

/// The name of what is true of an item. One that speaks against what it is named for has the sign -1.
struct Feature {
  Feature(const char* feature) : name(feature) {}  // NOLINT(*-explicit-*)
  Feature(std::string feature, int feature_sign = 1)
      : name(std::move(feature)), sign(feature_sign) {}  // NOLINT(*-explicit-*)
  friend bool operator==(const Feature&, const Feature&) = default;
  friend bool operator<(const Feature& a, const Feature& b) {
    return std::tie(a.name, a.sign) < std::tie(b.name, b.sign);
  }

  std::string name;
  int sign = 1;
};

/// Each counts once.
using Features = std::vector<Feature>;

/// Adds a feature for each of the rising `levels` that `value` reaches: "name 0.2", "name 0.4" for 0.5.
void add_levels(std::string_view name, double value, std::span<const double> levels, Features& features);

/// Multinomial logistic regression over named features. Weights are whole hundredths, so that scores are the same on
/// every machine.
class LinearModel {
 public:
  /// Reads lines `feature<TAB>w1 w2 … wn`, a weight for each of `classes`; lines that start with `#` are comments. The
  /// data is compiled in: a malformed line is our own mistake.
  LinearModel(std::string_view data, std::size_t classes);

  /// The score of each class: the sum of the weights, with their signs, of the features that the model knows.
  [[nodiscard]] std::vector<int> scores(const Features& features) const;

  /// Where the weights of a feature stand; nothing when the model does not know it.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view feature) const;

  /// The weight of a found feature for a class.
  [[nodiscard]] int weight(std::size_t row, std::size_t of) const { return weights_[row + of]; }

  /// The class with the highest score, the first of equals, and its probability (softmax of the scores).
  struct Prediction {
    std::size_t winner = 0;
    double probability = 0;
  };
  [[nodiscard]] Prediction predict(const Features& features) const;

  /// The probability of one class.
  [[nodiscard]] double probability(const Features& features, std::size_t of) const;

 private:
  std::size_t classes_;
  std::unordered_map<std::string_view, std::size_t, WordHash> rows_;  ///< feature → where its weights begin
  std::vector<int> weights_;
};

}  // namespace claimcheck
