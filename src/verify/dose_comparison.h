#pragma once

#include "verify/sentence.h"

namespace claimcheck {

/// "More often at high doses than at low", "in the 12-week than in the 36-week group": both arms had the treatment.
bool compares_doses(const Sentence& sentence);

}  // namespace claimcheck
