#pragma once

#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// "More often at high doses than at low", "in the 12-week than in the 36-week group": both arms had the treatment.
bool compares_doses(const Sentence& sentence);

/// "With topical than with intravenous lidocaine": both arms had the subject, and nothing else was compared.
bool compares_routes_alone(const Sentence& sentence, const SlotMatcher& subject);

}  // namespace claimcheck
