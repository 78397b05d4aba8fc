#pragma once

#include <vector>

#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// Words for happening: "occurred", "caused", "was associated with".
bool is_occurrence(CueKind kind);

/// False for a word for happening that tells nothing that happened to people on the treatment: a history ("those who
/// had it before"), what was only looked for ("prespecified events included") or measured ("the intensity of pain was
/// recorded", "there were differences in"), a relation ("risk factors for", "the association differed by sex"), an
/// improvement ("a reduction in colds was observed") and what is said of the control group alone.
bool tells_of_event(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome, const Cue& cue,
                    const std::vector<SlotMatch>& subjects);

/// "There were differences in fatigue", "an effect was found for fatigue", "the intensity of pain was recorded": the
/// outcome was measured, and is not told to have happened.
bool is_of_measure(const Sentence& sentence, const TokenRange& outcome, const Cue& cue);

}  // namespace claimcheck
