#pragma once

#include <vector>

#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// Whether `cue` can say which way the outcome went: not the name of a time, a trend, a means, a group or the treatment
/// itself, not what another outcome did, and not a part of a name.
bool may_change(const Sentence& sentence, const Cue& cue, const TokenRange& outcome,
                const std::vector<SlotMatch>& subjects);

}  // namespace claimcheck
