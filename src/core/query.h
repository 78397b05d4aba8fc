#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/enum_names.h"

namespace claimcheck {

/// Where a term is looked for. Every source renders these with the same meaning.
enum class QueryField {
  title_abstract,    ///< words or phrase in title or abstract            PubMed [tiab]
  title,             ///< words or phrase in the title                    PubMed [ti]
  mesh,              ///< MeSH heading, narrower headings included         PubMed [mh]
  qualifier,         ///< MeSH qualifier ("adverse effects")              PubMed [sh]
  publication_type,  ///<                                                  PubMed [pt]
  substance,         ///<                                                  PubMed [nm]
  doi,               ///< a whole DOI, as the only term of a query          PubMed [aid]
};

/// A node of a query: a term with its field, or all of / any of / none of its children.
/// A multi-word term is a phrase. A term that ends in `*` is truncated.
struct QueryNode {
  enum class Kind { term, all_of, any_of, none_of };
  Kind kind = Kind::all_of;
  std::string term;
  QueryField field = QueryField::title_abstract;
  std::vector<QueryNode> children;
  bool operator==(const QueryNode&) const = default;
};

inline QueryNode term(std::string text, QueryField field = QueryField::title_abstract) {
  return {QueryNode::Kind::term, std::move(text), field, {}};
}
inline QueryNode all_of(std::vector<QueryNode> children) {
  return {QueryNode::Kind::all_of, {}, QueryField::title_abstract, std::move(children)};
}
inline QueryNode any_of(std::vector<QueryNode> children) {
  return {QueryNode::Kind::any_of, {}, QueryField::title_abstract, std::move(children)};
}
inline QueryNode none_of(std::vector<QueryNode> children) {
  return {QueryNode::Kind::none_of, {}, QueryField::title_abstract, std::move(children)};
}

/// Which side of a claim a query looks for evidence on; `counter` tries to break the claim.
enum class QuerySide { claim, counter };

/// As the limit of a query: every PMID that matches.
inline constexpr std::size_t kAllHits = std::numeric_limits<std::size_t>::max();

/// One planned search. At most `limit` PMIDs are wanted, best first.
struct Query {
  QuerySide side = QuerySide::claim;
  QueryNode where;
  std::size_t limit = 100;
  bool operator==(const Query&) const = default;
};

template <>
struct EnumNames<QuerySide> {
  static constexpr std::array<std::string_view, 2> values{"claim", "counter"};
};

template <>
struct EnumNames<QueryField> {
  static constexpr std::array<std::string_view, 7> values{"title_abstract",   "title",     "mesh", "qualifier",
                                                          "publication_type", "substance", "doi"};
};

}  // namespace claimcheck
