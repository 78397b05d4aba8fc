#pragma once

#include "verify/sentence.h"

namespace claimcheck {

/// "For frail seniors, tai chi cuts falls", "colchicine, an old gout remedy, halves …": the words stand apart from what
/// the sentence says, and tell whom or what it is on.
bool is_set_apart(const Sentence& sentence, const ConceptMention& mention);

/// True if the token stands in the second of these: between commas behind the name of a treatment or an outcome, which
/// it calls something ("an old gout remedy"), and no verb is in it; or ahead of a name that it explains ("a bowel
/// disease called X"). Such words name no population and narrow no claim.
bool is_in_apposition(const Sentence& sentence, std::size_t token);

/// "In patients with X", "among X", "who are Y but not X": the words before the mention make it the population.
bool is_population_position(const Sentence& sentence, const ConceptMention& mention);

}  // namespace claimcheck
