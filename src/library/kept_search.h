#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/citation_source.h"

namespace claimcheck {

/// The key under which the answer of `source` to `query` is kept: the tree and the limit, spelled out without
/// ambiguity.
std::string kept_search_key(std::string_view source, const Query& query);

/// What a query asks a source, as JSON: two queries with the same text get the same answer.
std::string query_to_json(const Query& query);

std::string kept_search_to_json(const SearchResult& result);

/// The inverse; nullopt for anything that kept_search_to_json did not write, such as the answer of an older program.
std::optional<SearchResult> kept_search_from_json(std::string_view text);

/// Days from one ISO date to another; nullopt when either is none.
std::optional<int> days_between(std::string_view from, std::string_view to);

}  // namespace claimcheck
