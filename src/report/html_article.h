#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// Each article in its own words, with the claims marked where they stand and linked to their cards: underlined by tag
/// (line style, not colour alone), the claim's id behind it. Boilerplate is left out. Empty for a run over claims
/// files alone.
Html write_articles_html(const Run& run);

}  // namespace claimcheck
