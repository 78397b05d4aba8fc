#pragma once

#include <optional>
#include <string>

#include "concepts/vocabulary.h"
#include "intake/context.h"
#include "intake/draft.h"

namespace claimcheck {

/// True if a sentence in front of a list needs its items to be whole: "Doctors use it for:", "Side effects include:".
bool is_open_lead_in(const std::string& lead_in);

/// What an item of a list says, where it is no sentence itself: behind an open lead-in ("Side effects include:
/// nausea"), or below a lead-in or heading that names what its items are ("Benefits of X" over "Reduces pain" or "Less
/// pain"). nullopt where neither is so. `lead_in` is the sentence before the list, without its colon; empty where there
/// is none.
std::optional<Draft> compose_list_claim(const Draft& item, const std::string& lead_in, const Context& context,
                                        const Vocabulary& vocabulary);

/// What a cell of a table says: "For ketamine, the onset is hours to days." `column` and `row` are its headers.
std::optional<Draft> compose_cell_claim(const Draft& cell, const std::string& column, const std::string& row,
                                        const Context& context, const Vocabulary& vocabulary);

}  // namespace claimcheck
