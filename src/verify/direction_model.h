#pragma once

#include <array>
#include <string_view>

#include "core/finding.h"
#include "verify/linear_model.h"
#include "verify/comparison_words.h"

namespace claimcheck {

/// What the model tells apart, in the order of its weights.
inline constexpr std::array<Reported, 3> kDirections{Reported::increase, Reported::decrease, Reported::no_difference};

/// What a passage known to report a comparison says happened to the outcome with the intervention, as against the
/// comparator. A linear model over the words with the arms and the outcome replaced by marks, over which arm stands
/// where, over p-values and intervals and over which of two numbers is larger; trained on Evidence Inference 2.0
/// (docs/models.md).
struct DirectionReading {
  Reported reported = Reported::no_difference;
  double probability = 0;
};
DirectionReading read_direction(std::string_view passage, const ComparisonWords& words);

/// What the model looks at.
Features direction_features(std::string_view passage, const ComparisonWords& words);

}  // namespace claimcheck
