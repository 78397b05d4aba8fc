#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/citation_source.h"

namespace claimcheck {

/// What the search index must answer, found the slow and obvious way: every word of every citation is looked at.
/// ASCII only; stems only of searchable_words().

/// Whether `citation` matches `where`, as Library::search defines it.
bool brute_force_matches(const QueryNode& where, const Citation& citation);

/// All that Library::search_text finds in `citations` with the scores of index_ranking.h, best first, ties by PMID.
std::vector<SearchHit> brute_force_search_text(std::string_view text, std::span<const Citation> citations);

}  // namespace claimcheck
