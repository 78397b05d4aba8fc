#pragma once

#include <string>
#include <vector>

#include "verify/change.h"
#include "verify/marked_passage.h"
#include "verify/number_pairs.h"

namespace claimcheck {

/// Something in a passage that speaks for more (1) or less (-1) of the outcome with the intervention, or of what its
/// name stands for. If the arms changed places, every sign would turn.
struct Sign {
  std::string name;
  int value = 0;
};

/// A passage as the direction models look at it.
struct ReadPassage {
  ReadPassage(std::string_view passage, const ComparisonWords& words);

  MarkedPassage text;
  OutcomeSort outcome;
  Stems outcome_stems;
  std::vector<Change> changes;
  std::vector<NumberPair> pairs;
};

/// What speaks for more or less of the outcome; each name once.
std::vector<Sign> comparison_signs(const ReadPassage& passage);

}  // namespace claimcheck
