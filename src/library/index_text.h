#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/citation.h"
#include "core/query.h"

namespace claimcheck {

/// The columns of the search index.
enum class IndexColumn {
  title,
  abstract,
  other_abstract,
  keywords,
  mesh,
  qualifiers,
  publication_types,
  substances,
};
inline constexpr std::array<std::string_view, 8> kIndexColumns{
    "title", "abstract", "other_abstract", "keywords", "mesh", "qualifiers", "publication_types", "substances"};

/// What the index holds of a citation, a text for each column, in the marks of index_tokenizer.h: title and abstract
/// with stems; controlled terms whole, headings also as heading/qualifier. Section labels are part of the abstract, as
/// in PubMed. Depends on nothing but the citation, and is the same before storing and after.
using IndexText = std::array<std::string, kIndexColumns.size()>;
IndexText index_text(const Citation& citation);

/// A term that every citation has, in column mesh: what "NOT x" subtracts from.
inline constexpr std::string_view kEveryCitation = "\x1f\x1f";

/// The columns that a query field looks in, as FTS5 names them, and whether its terms are whole.
struct FieldColumns {
  std::string_view columns;
  bool whole = false;
};
FieldColumns columns_of(QueryField field);

}  // namespace claimcheck
