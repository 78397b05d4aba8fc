#pragma once

#include "verify/sentence.h"

namespace claimcheck {

/// "Ketamine before appendix surgery", "aspirin after a bypass": the mention tells when something is given, and is
/// neither what is given nor what it does.
bool is_time_of_giving(const Sentence& sentence, const ConceptMention& mention);

}  // namespace claimcheck
