#pragma once

#include <string_view>

#include "core/citation.h"

namespace claimcheck {

/// What the label of an abstract section says the section is for: "Methods", "MAIN OUTCOME MEASURES",
/// "Interpretation", "Background/Aims", in any case and with any punctuation. A label that names several roles takes
/// the one that matters most to a reader of findings: results, conclusions, methods, objective, background, in that
/// order ("METHODS AND RESULTS" holds results). `unassigned` when no word of it tells ("Trial registration", "").
/// The assignments follow NLM's categories of structured-abstract labels.
SectionRole role_of_label(std::string_view label);

/// True for a label that names both: "METHODS AND FINDINGS". Some of the section's sentences report, and some do not.
bool names_methods_and_results(std::string_view label);

}  // namespace claimcheck
