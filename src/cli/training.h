#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "verify/linear_model.h"

namespace claimcheck {

/// A labelled item. `gold` is the number of its class.
struct Example {
  Features features;
  std::size_t gold = 0;
  std::size_t group = 0;  ///< its article: those of one are never split between training and test
};

struct TrainingOptions {
  std::size_t classes = 2;
  int epochs = 6;
  double rate = 0.03;
  double shrink = 2e-6;
  double ridge = 0;      ///< when set: the exact optimum for this penalty, ridge / 2 times the squares of the weights
  int least_count = 20;  ///< examples that a feature must stand in
  int least_weight = 4;  ///< hundredths; features whose weights are all smaller are left out
};

/// Trains a LinearModel and returns its data. Stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, JMLR
/// 2011;12:2121) in a fixed order, or, with `ridge`, Nesterov's accelerated gradient descent over all examples at once,
/// for `epochs` steps: the same bytes each time.
std::string train(const std::vector<Example>& examples, const TrainingOptions& options);

/// What a model trained on the other groups says of each example, for `folds` parts of the groups in turn.
std::vector<LinearModel::Prediction> cross_validate(const std::vector<Example>& examples,
                                                    const TrainingOptions& options, std::size_t folds);

/// The expected calibration error of the predictions, in ten bins of equal width (Guo et al., ICML 2017).
double calibration_error(const std::vector<Example>& examples, const std::vector<LinearModel::Prediction>& predictions);

/// Prints F1 of each class, accuracy and the calibration error to standard error.
void print_scores(const std::vector<Example>& examples, const std::vector<LinearModel::Prediction>& predictions,
                  const std::vector<std::string>& classes);

}  // namespace claimcheck
