#pragma once

#include <optional>

#include "verify/effect.h"
#include "verify/statistics.h"

namespace claimcheck {

/// A difference that only numbers tell: two shares of the arms, an estimate whose interval excludes the null, two
/// signed changes, or an efficacy. nullopt where the clause holds none, or where they count something else.
std::optional<EffectReading> read_numeric_effect(const Sentence& sentence, const TokenRange& clause,
                                                 const OutcomeContext& context, const Statistics& statistics);

}  // namespace claimcheck
