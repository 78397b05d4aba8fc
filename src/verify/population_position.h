#pragma once

#include "verify/sentence.h"

namespace claimcheck {

/// "In patients with X", "among X", "who are Y but not X": the words before the mention make it the population.
bool is_population_position(const Sentence& sentence, const ConceptMention& mention);

}  // namespace claimcheck
