#include "cli/training.h"

#include <fmt/core.h>

#include <algorithm>
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

class Trainer {
 public:
  Trainer(std::size_t features, const TrainingOptions& options)
      : options_(options),
        weights_(features * options.classes),
        sums_(weights_.size()),
        squares_(weights_.size(), 1e-6) {}

  void learn(const Numbered& example) {
    std::vector<double> share(options_.classes);
    for (const NumberedFeature& feature : example.features) {
      for (std::size_t c = 0; c < share.size(); ++c)
        share[c] += feature.sign * weights_[feature.number * share.size() + c];
    }
    const double top = *std::max_element(share.begin(), share.end());
    double total = 0;
    for (double& s : share) total += s = std::exp(s - top);
    for (std::size_t c = 0; c < share.size(); ++c) {
      const double error = share[c] / total - (c == example.gold ? 1 : 0);
      for (const NumberedFeature& feature : example.features)
        step(feature.number * share.size() + c, feature.sign * error);
    }
  }

  /// The weights of all epochs count alike: their mean swings less than the last ones.
  void end_epoch() {
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
  }

  [[nodiscard]] long hundredths(std::size_t feature, std::size_t c) const {
    return std::lround(sums_[feature * options_.classes + c] * 100 / options_.epochs);
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
  Trainer trainer(numbers.size(), options);
  std::minstd_rand random(20310203);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = items.size() - 1; i > 0; --i) std::swap(items[i], items[random() % (i + 1)]);
    for (const Numbered& item : items) trainer.learn(item);
    trainer.end_epoch();
  }
  std::string data;
  for (const auto& [feature, number] : numbers) {
    std::string row = feature;
    bool speaks = false;
    for (std::size_t c = 0; c < options.classes; ++c) {
      const long weight = trainer.hundredths(number, c);
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
  fmt::print(stderr, "accuracy {:.4f}, macro-F1 {:.4f}, {} examples\n",
             static_cast<double>(right) / static_cast<double>(examples.size()), macro, examples.size());
}

}  // namespace claimcheck
