#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/finding.h"
#include "verify/sentence.h"
#include "verify/stance.h"
#include "verify/worded_change.h"

namespace claimcheck {

/// A reading of one sentence on one outcome, with what led to it.
struct EffectReading {
  Reading reading;
  double reliability = 0;  ///< 0..1
  std::vector<FindingCue> cues;
};

/// What the sentence reports on the outcome: a gap, a null result, a direction of effect, or that a harm occurred.
/// Directions are those of the outcome's amount ("pain improved" is a decrease of pain). nullopt when the sentence only
/// mentions it.
std::optional<EffectReading> read_effect(const Sentence& sentence, const OutcomeContext& context);

}  // namespace claimcheck
