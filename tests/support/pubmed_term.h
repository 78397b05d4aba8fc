#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

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

}  // namespace claimcheck
