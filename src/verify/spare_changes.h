#pragma once

#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Words of change beside the one that tells what happens to the outcome, which turn, weaken or take back what that one
/// says, verbatim: "reduces relapse but later *increases* it", "*reduces* the relief of pain", "*cutting out* X reduces
/// pain", "fell *less* with X". Not among them: a change of another outcome to the same good or ill ("reduces pain and
/// improves sleep"), how large or fast the change is ("a greater reduction"), what a comparison compares ("reduces pain
/// more than Y"), and what is said of people ("whose pain has not improved"). The slots and the kind must be read.
std::vector<std::string> find_spare_changes(const ClaimWords& words, const ClaimFrame& frame);

}  // namespace claimcheck
