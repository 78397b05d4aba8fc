#pragma once

#include "verify/match.h"
#include "verify/sentence.h"
#include "verify/worded_change.h"

namespace claimcheck {

/// True if a cue is a null result, and one of what the treatment does to the outcome of `context` in `clause`: not one
/// of another outcome or of a second comparison, nor one that says how two measures go together.
bool is_null_of_treatment(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                          const Cue& cue);

/// True if the clause tells no change, and denies only that two measures go together: its p-value is not one of an
/// effect.
bool tells_only_a_tie(const Sentence& sentence, const TokenRange& clause);

}  // namespace claimcheck
