#pragma once

#include <optional>
#include <string>
#include <utility>

#include "verify/effect.h"
#include "verify/statistics.h"

namespace claimcheck {

// How often a reading by each rule is right; first estimates, to be calibrated on the development sets.
inline constexpr double kNullReliability = 0.8;
inline constexpr double kSignificantReliability = 0.85;
inline constexpr double kWordedReliability = 0.7;
inline constexpr double kEventReliability = 0.7;
inline constexpr double kRateReliability = 0.75;
inline constexpr double kGapReliability = 0.8;
inline constexpr double kHedgePenalty = 0.15;
inline constexpr double kMixedPenalty = 0.25;

/// The words of a cue, under the name of a rule.
inline FindingCue name_cue(const Sentence& sentence, const Cue& cue, std::string rule) {
  return {std::move(rule), std::string(slice(sentence.text, cue.span))};
}

/// True if the sentence reports people whom the treatment did harm: "we report four patients with the harm after the
/// drug".
bool is_reported_case(const Sentence& sentence, const TokenRange& outcome, const SlotMatcher& subject);

/// A harm that the clause names as having happened, or not ("no case of … was seen"), with its rate where the clause
/// gives one.
std::optional<EffectReading> read_occurrence(const Sentence& sentence, const TokenRange& clause,
                                             const OutcomeContext& context, const Statistics& statistics);

}  // namespace claimcheck
