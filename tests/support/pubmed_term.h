#pragma once

#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/citation.h"
#include "core/query.h"

namespace claimcheck {

/// A field tag that the parser does not know.
struct UnknownField : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a search term asks for: records that match `where` and whose PMIDs lie in [first, last].
struct PubmedTerm {
  QueryNode where;
  Pmid first = 0;
  Pmid last = std::numeric_limits<Pmid>::max();
};

/// Reads the part of PubMed's syntax that the client writes, as PubMed does: AND, OR, NOT from left to right, brackets,
/// quoted phrases, the tags tiab, ti, mh, sh, pt and nm, all[sb] (an all_of without children), and one range of PMIDs
/// at the end (`AND N:M[UID]`). Throws UnknownField, or std::invalid_argument on anything else that it cannot read.
PubmedTerm parse_pubmed_term(std::string_view text);

}  // namespace claimcheck
