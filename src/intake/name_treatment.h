#pragma once

#include "intake/resolve.h"

namespace claimcheck {

/// Names the article's topic in a statement that speaks of its risks, effects or use without naming any treatment:
/// "addiction risk stays low" as "addiction risk with ketamine stays low". Elsewhere the statement stays as it is.
void name_treatment(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary);

}  // namespace claimcheck
