#include "cli/training.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <utility>

namespace claimcheck {
namespace {

struct NumberedFeature {
  std::uint32_t number = 0;
  int sign = 1;
};

struct Numbered {
  std::vector<NumberedFeature> features;
  std::size_t gold = 0;
};

/// For each class, how far its probability is from what it should be.
std::vector<double> errors_of(const Numbered& example, const std::vector<double>& weights, std::size_t classes) {
  std::vector<double> errors(classes);
  for (const NumberedFeature& feature : example.features) {
    for (std::size_t c = 0; c < classes; ++c) errors[c] += feature.sign * weights[feature.number * classes + c];
  }
  const double top = *std::max_element(errors.begin(), errors.end());
  double total = 0;
  for (double& e : errors) total += e = std::exp(e - top);
  for (std::size_t c = 0; c < classes; ++c) errors[c] = errors[c] / total - (c == example.gold ? 1 : 0);
  return errors;
}

class Trainer {
 public:
  Trainer(std::size_t features, const TrainingOptions& options)
      : options_(options),
        weights_(features * options.classes),
        sums_(weights_.size()),
        squares_(weights_.size(), 1e-6) {}

  void learn(const Numbered& example) {
    const std::vector<double> errors = errors_of(example, weights_, options_.classes);
    for (std::size_t c = 0; c < errors.size(); ++c) {
      for (const NumberedFeature& feature : example.features)
        step(feature.number * errors.size() + c, feature.sign * errors[c]);
    }
  }

  /// The weights of all epochs count alike: their mean swings less than the last ones.
  void end_epoch() {
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
  }

  [[nodiscard]] std::vector<double> means() const {
    std::vector<double> means = sums_;
    for (double& mean : means) mean /= options_.epochs;
    return means;
  }

 private:
  void step(std::size_t at, double error) {
    const double gradient = error + options_.shrink * weights_[at];
    squares_[at] += gradient * gradient;
    weights_[at] -= options_.rate * gradient / std::sqrt(squares_[at]);
  }

  const TrainingOptions& options_;
  std::vector<double> weights_;
  std::vector<double> sums_;
  std::vector<double> squares_;
};

using Weights = std::vector<double>;

Weights gradient_at(const std::vector<Numbered>& items, const Weights& weights, const TrainingOptions& options) {
  Weights gradient(weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) gradient[i] = options.ridge * weights[i];
  for (const Numbered& item : items) {
    const std::vector<double> errors = errors_of(item, weights, options.classes);
    for (const NumberedFeature& feature : item.features) {
      for (std::size_t c = 0; c < errors.size(); ++c)
        gradient[feature.number * errors.size() + c] += feature.sign * errors[c];
    }
  }
  return gradient;
}

/// The steepest that the loss can bend: half the largest eigenvalue of the features' products, by power iteration.
double curvature(const std::vector<Numbered>& items, std::size_t features, double ridge) {
  constexpr int rounds = 30;
  Weights direction(features, 1);
  double largest = 0;
  for (int round = 0; round < rounds; ++round) {
    Weights next(features);
    for (const Numbered& item : items) {
      double product = 0;
      for (const NumberedFeature& feature : item.features) product += feature.sign * direction[feature.number];
      for (const NumberedFeature& feature : item.features) next[feature.number] += feature.sign * product;
    }
    double squares = 0;
    for (const double value : next) squares += value * value;
    largest = std::sqrt(squares);
    for (std::size_t i = 0; i < features; ++i) direction[i] = next[i] / largest;
  }
  return 0.5 * largest + ridge;
}

/// Nesterov's accelerated gradient descent, begun anew whenever it climbs.
Weights descend(const std::vector<Numbered>& items, std::size_t features, const TrainingOptions& options) {
  const double step = 1 / curvature(items, features, options.ridge);
  Weights weights(features * options.classes);
  Weights ahead = weights;
  double pace = 1;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    const Weights gradient = gradient_at(items, ahead, options);
    const double next_pace = (1 + std::sqrt(1 + 4 * pace * pace)) / 2;
    double climb = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const double moved = ahead[i] - step * gradient[i];
      climb += gradient[i] * (moved - weights[i]);
      ahead[i] = moved + (pace - 1) / next_pace * (moved - weights[i]);
      weights[i] = moved;
    }
    pace = next_pace;
    if (climb <= 0) continue;
    pace = 1;
    ahead = weights;
  }
  return weights;
}

std::map<std::string, std::uint32_t> number_features(const std::vector<Example>& examples, int least_count) {
  std::map<std::string, int> counts;
  for (const Example& example : examples) {
    for (const Feature& feature : example.features) ++counts[feature.name];
  }
  std::map<std::string, std::uint32_t> numbers;
  for (const auto& [feature, count] : counts) {
    if (count >= least_count) numbers.emplace(feature, static_cast<std::uint32_t>(numbers.size()));
  }
  return numbers;
}

/// Stochastic gradient descent in a fixed order.
Weights sweep(std::vector<Numbered> items, std::size_t features, const TrainingOptions& options) {
  Trainer trainer(features, options);
  std::minstd_rand random(20310203);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = items.size() - 1; i > 0; --i) std::swap(items[i], items[random() % (i + 1)]);
    for (const Numbered& item : items) trainer.learn(item);
    trainer.end_epoch();
  }
  return trainer.means();
}

}  // namespace

std::string train(const std::vector<Example>& examples, const TrainingOptions& options) {
  const auto numbers = number_features(examples, options.least_count);
  std::vector<Numbered> items;
  for (const Example& example : examples) {
    Numbered item{{}, example.gold};
    for (const Feature& feature : example.features) {
      if (const auto known = numbers.find(feature.name); known != numbers.end())
        item.features.push_back({known->second, feature.sign});
    }
    items.push_back(std::move(item));
  }
  const Weights weights =
      options.ridge > 0 ? descend(items, numbers.size(), options) : sweep(items, numbers.size(), options);
  std::string data;
  for (const auto& [feature, number] : numbers) {
    std::string row = feature;
    bool speaks = false;
    for (std::size_t c = 0; c < options.classes; ++c) {
      const long weight = std::lround(weights[number * options.classes + c] * 100);
      speaks = speaks || std::abs(weight) >= options.least_weight;
      row += (c == 0 ? '\t' : ' ') + std::to_string(weight);
    }
    if (speaks) data += row + '\n';
  }
  return data;
}

std::vector<LinearModel::Prediction> cross_validate(const std::vector<Example>& examples,
                                                    const TrainingOptions& options, std::size_t folds) {
  std::vector<LinearModel::Prediction> predictions(examples.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Example> others;
    for (const Example& example : examples) {
      if (example.group % folds != fold) others.push_back(example);
    }
    const std::string data = train(others, options);
    const LinearModel model(data, options.classes);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].group % folds == fold) predictions[i] = model.predict(examples[i].features);
    }
  }
  return predictions;
}

double calibration_error(const std::vector<Example>& examples,
                         const std::vector<LinearModel::Prediction>& predictions) {
  constexpr std::size_t bins = 10;
  std::array<double, bins> excess{};
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const double probability = predictions[i].probability;
    const std::size_t bin = std::min(bins - 1, static_cast<std::size_t>(probability * bins));
    excess[bin] += probability - (predictions[i].winner == examples[i].gold ? 1 : 0);
  }
  double sum = 0;
  for (const double bin : excess) sum += std::abs(bin);
  return sum / static_cast<double>(examples.size());
}

void print_scores(const std::vector<Example>& examples, const std::vector<LinearModel::Prediction>& predictions,
                  const std::vector<std::string>& classes) {
  std::size_t right = 0;
  double macro = 0;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    double both = 0;
    double said = 0;
    double gold = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      both += predictions[i].winner == c && examples[i].gold == c ? 1 : 0;
      said += predictions[i].winner == c ? 1 : 0;
      gold += examples[i].gold == c ? 1 : 0;
    }
    const double f1 = both == 0 ? 0 : 2 * both / (said + gold);
    macro += f1 / static_cast<double>(classes.size());
    right += static_cast<std::size_t>(both);
    fmt::print(stderr, "{:<16} F1 {:.4f} of {}\n", classes[c], f1, gold);
  }
  fmt::print(stderr, "accuracy {:.4f}, macro-F1 {:.4f}, calibration error {:.4f}, {} examples\n",
             static_cast<double>(right) / static_cast<double>(examples.size()), macro,
             calibration_error(examples, predictions), examples.size());
}

}  // namespace claimcheck
