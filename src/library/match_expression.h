#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/query.h"
#include "library/phrase_counts.h"

namespace claimcheck {

class Database;

/// What the search index is asked, in FTS5's query syntax. Whatever the terms hold, they stay inside quoted strings.
struct MatchExpression {
  std::string text;                   ///< empty: asks for nothing
  std::vector<RankedPhrase> phrases;  ///< for relevance(), in the order of `text`; see index_ranking.h
  std::vector<std::string> warnings;  ///< terms left out, and narrower headings that are not known, one sentence each
  struct Expansion {
    std::string written;  ///< a part of `text` that lists narrower headings
    std::string shown;    ///< the same with their number instead
  };
  std::vector<Expansion> expansions;  ///< in the order of `text`

  /// The expression as people read it: without the marks of the index, narrower headings counted.
  [[nodiscard]] std::string shown() const;
};

/// How deep groups may nest: FTS5's parser has a stack of fixed size.
inline constexpr std::size_t kDeepestGroup = 20;

/// How many different words of a free text are searched.
inline constexpr std::size_t kMostWords = 1000;

/// See Library::search. A heading with narrower ones becomes a list of phrases, of which only the first counts for the
/// ranking; FTS5 takes thousands (a test asks for 5,000). Terms under none_of do not count for the ranking. Throws
/// Error(input) when `where` is nested deeper than kDeepestGroup.
MatchExpression to_match_expression(Database& database, const QueryNode& where);

/// See Library::search_text.
MatchExpression any_word_of(Database& database, std::string_view text);

}  // namespace claimcheck
