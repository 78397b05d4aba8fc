#pragma once

#include <string>

#include "core/query.h"

namespace claimcheck {

/// `node` in PubMed's search syntax: upper-case operators, every group in brackets, phrases quoted, each term with its
/// field tag; `none_of` renders as NOT after its siblings. An empty node renders as "". Characters that PubMed reads as
/// syntax are taken out of terms.
std::string to_pubmed_syntax(const QueryNode& node);

}  // namespace claimcheck
