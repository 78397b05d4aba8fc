#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "core/query.h"

namespace claimcheck {

/// What a query means, in the plainest way: every word of every field of one citation is looked at. A phrase is a run
/// of words, letter case aside; a `*` at its end truncates the last word. MeSH headings, qualifiers, publication types
/// and substances match as whole names ("heading/qualifier" is understood); there is no MeSH tree, so narrower headings
/// do not match. A node without children matches everything.
bool matches(const QueryNode& node, const Citation& citation);

/// How many terms outside none_of match: a rough order of relevance.
std::size_t count_matching_terms(const QueryNode& node, const Citation& citation);

}  // namespace claimcheck
