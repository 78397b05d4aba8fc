#pragma once

#include "verify/sentence.h"

namespace claimcheck {

/// True if something good happened to fewer people, less often or later: "asthma was controlled in fewer patients",
/// "remission was less frequent", "lower rates of cessation".
bool tells_less_good(const Sentence& sentence);

}  // namespace claimcheck
