#pragma once

#include <span>

#include "verify/linear_model.h"
#include "verify/sentence.h"

namespace claimcheck {

/// How likely a sentence on a comparison reports that nothing changed, from its words, p-values and intervals alone:
/// the logarithm of the odds; above 0 is a null result. A linear model trained on Evidence Inference 2.0
/// (docs/models.md).
double null_result_score(const Sentence& sentence);

/// What the model looks at in a passage.
Features null_result_features(std::span<const Sentence> passage);

}  // namespace claimcheck
