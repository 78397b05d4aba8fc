#pragma once

#include "intake/resolve.h"

namespace claimcheck {

/// Writes out phrases that point back: "this treatment", "this mechanism", "these effects".
void resolve_phrases(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary);

}  // namespace claimcheck
