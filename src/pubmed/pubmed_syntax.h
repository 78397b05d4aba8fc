#pragma once

#include <string>
#include <string_view>

#include "core/query.h"

namespace claimcheck {

/// `node` in PubMed's search syntax (https://pubmed.ncbi.nlm.nih.gov/help/): upper-case operators, every group in
/// brackets, phrases quoted, each term with its field tag; `none_of` renders as NOT after its siblings, and as
/// `all[sb] NOT …` where it has none, because PubMed has no pure negation. A node without a searchable term renders as
/// "". Characters that PubMed reads as syntax are taken out of terms; a term's `*` stays at its end only.
std::string to_pubmed_syntax(const QueryNode& node);

/// The field tag of `field`, without its brackets: "tiab", "mh", …
std::string_view pubmed_tag(QueryField field);

}  // namespace claimcheck
