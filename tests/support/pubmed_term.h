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

/// Reads the part of PubMed's syntax that to_pubmed_syntax writes, as PubMed does: AND, OR, NOT from left to right,
/// brackets, quoted phrases, the tags tiab, ti, mh, sh, pt and nm, and all[sb] (an all_of without children). Throws
/// UnknownField, or std::invalid_argument on anything else that it cannot read.
QueryNode parse_pubmed_term(std::string_view text);

/// What the client asks ESearch for: records that match `where` and whose PMIDs lie in [first, last].
struct SearchTerm {
  QueryNode where;
  Pmid first = 0;
  Pmid last = std::numeric_limits<Pmid>::max();
};

/// The same with a range of PMIDs at the end (`AND N:M[UID]`) or without.
SearchTerm parse_search_term(std::string_view text);

}  // namespace claimcheck
