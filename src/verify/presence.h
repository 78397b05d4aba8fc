#pragma once

#include <optional>

#include "verify/effect.h"

namespace claimcheck {

/// "Ketamine had antidepressant effects", "the drug promotes plasticity": what the treatment brings about there is more
/// of.
std::optional<EffectReading> read_presence(const Sentence& sentence, const TokenRange& clause,
                                           const OutcomeContext& context);

}  // namespace claimcheck
