#pragma once

#include "verify/sentence.h"

namespace claimcheck {

/// A comparative that says how large a change was, not which way it went: "greater", "more".
bool is_intensifier(const Sentence& sentence, const Cue& cue);

/// What makes a change behind it less: "a smaller reduction", "fewer improvements".
bool is_attenuator(const Sentence& sentence, const Cue& cue);

/// "Less frequent": a change of its own, whatever else is said to change.
bool is_of_frequency(const Sentence& sentence, const Cue& cue);

/// "Bone loss was greater with the drug": the harm is its own amount.
bool is_said_of_harm(const Sentence& sentence, const Cue& cue);

/// A change as a noun: "the rise in", "deterioration of".
bool is_change_noun(const Sentence& sentence, const Cue& cue);

/// "Fell by 18 %, compared with a 23 % increase on placebo": the change behind is that of what it is compared with.
bool is_of_comparator(const Sentence& sentence, const Cue& cue);

}  // namespace claimcheck
