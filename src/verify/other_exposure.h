#pragma once

#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True if a sentence that does not name the subject opens with other people than those who were given it: "in the dill
/// group, …", "patients with high levels of the marker had …", or tells of groups by a letter ("lower in group B").
bool opens_with_others(const Sentence& sentence, const SlotMatcher& subject);

/// True if the clause tells what goes along with the outcome, and does not count the subject, its dose or its duration
/// among them: "a history of stroke predicted death", "old age was a risk factor for". True too for a regression of
/// several terms.
bool is_of_predictor(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome,
                     const SlotMatcher& subject);

}  // namespace claimcheck
