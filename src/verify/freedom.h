#pragma once

#include <cstddef>
#include <optional>

#include "verify/sentence.h"

namespace claimcheck {

/// "Free of headache", "headache-free days", "no longer met criteria for depression": there is more of what is told
/// where there is less of the outcome at these tokens.
bool names_freedom(const Sentence& sentence, const TokenRange& outcome);

/// "Remission of X", "X had healed in", "recovered from X": the words beside the outcome name less of it.
bool names_relief(const Sentence& sentence, const TokenRange& outcome);

/// "More likely to report cure of X", "warts cleared more often", "the time to stroke rose": what `cue`, an increase or
/// a decrease, is said of is the end of the outcome, or the improvement of one whose `valence` is bad.
bool is_of_ending(const Sentence& sentence, const TokenRange& outcome, const Cue& cue, Valence valence);

/// "Time to relapse", "the time until the first stroke": the longer, the less there is of the outcome.
bool is_waited_for(const Sentence& sentence, const TokenRange& outcome);

/// "Survival", "living longer": the outcome counts those to whom nothing happens, and a hazard ratio beside it is one
/// of what does.
bool names_survival(const Sentence& sentence, const TokenRange& outcome);

/// Where the word stands that says that the outcome is kept away: "prevention of X", "protected from X".
std::optional<std::size_t> find_prevention(const Sentence& sentence, const TokenRange& outcome);

/// "Days", "weeks", "time spent": what may pass without X.
bool is_time_spent(const Token& token);

}  // namespace claimcheck
