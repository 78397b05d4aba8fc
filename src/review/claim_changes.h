#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// What of a claim is another in a new draft, in plain words, what matters most first: "number", "unit", "dose",
/// "negation", "drug or exposure", "comparison", "population", "outcome", "direction", "how strongly it is worded", …;
/// else what kind of change the words show: "punctuation alone", "letter case or signs alone", "the order of words",
/// "the wording". Empty for the same text that is read in the same way. It tells a reader where to look; that it names
/// nothing that matters does not say that nothing does.
std::vector<std::string> list_changes(const Report& before, const Report& after);

/// True where both drafts read the claim in the same way: every slot, number and word of the frame.
bool same_frame(const ClaimFrame& a, const ClaimFrame& b);

}  // namespace claimcheck
