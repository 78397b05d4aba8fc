#pragma once

#include <string_view>

#include "core/finding.h"
#include "verify/comparison_signs.h"
#include "verify/comparison_words.h"
#include "verify/linear_model.h"

namespace claimcheck {

/// What a passage known to report a comparison says happened to the outcome with the intervention, as against the
/// comparator, and the probability that this is right.
struct DirectionReading {
  Reported reported = Reported::no_difference;
  double probability = 0;
};

/// Two linear models, trained on Evidence Inference 2.0 (docs/models.md): whether the passage reports a difference
/// (difference_features), and which way it went (comparison_signs). Where a passage says only that there was a
/// difference, the second takes the intervention to have done what is hoped of it, with a low probability.
DirectionReading read_direction(std::string_view passage, const ComparisonWords& words);

/// What the model of a difference looks at: the words with the arms and the outcome replaced by marks, p-values,
/// intervals, null results and changes, and how near to the outcome they stand.
Features difference_features(const ReadPassage& passage);

/// The reading from the probability of a difference and, given one, of more of the outcome. What a passage says plainly
/// (read_plainly) outranks the models.
DirectionReading decide_direction(const ReadPassage& passage, double difference, double more);

}  // namespace claimcheck
