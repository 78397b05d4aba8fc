#pragma once

#include <vector>

#include "verify/change.h"
#include "verify/linear_model.h"
#include "verify/marked_passage.h"
#include "verify/number_pairs.h"

namespace claimcheck {

/// A passage as the direction models look at it.
struct ReadPassage {
  ReadPassage(std::string_view passage, const ComparisonWords& words);

  MarkedPassage text;
  OutcomeSort outcome;
  Stems outcome_stems;
  std::vector<Change> changes;
  std::vector<NumberPair> pairs;
};

/// What speaks for more (1) or less (-1) of the outcome with the intervention, or of what its name stands for; each name
/// once. If the arms changed places, every sign would turn.
Features comparison_signs(const ReadPassage& passage);

}  // namespace claimcheck
