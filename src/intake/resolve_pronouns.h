#pragma once

#include "intake/resolve.h"

namespace claimcheck {

/// Writes out "it", "they", "them", "its", "their" where nothing before them in the statement can be meant.
void resolve_pronouns(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary);

}  // namespace claimcheck
