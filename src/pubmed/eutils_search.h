#pragma once

#include <cstddef>

#include "core/citation_source.h"
#include "pubmed/eutils_caller.h"

namespace claimcheck {

/// ESearch lists no more than the first 9,999 PMIDs of a query (NBK25499).
inline constexpr std::size_t kMaxListedPmids = 9'999;

/// ESearch, as EutilsClient::search promises. Where more than kMaxListedPmids are wanted and match, the query is asked
/// again for ranges of PMIDs (`AND N:M[UID]`), halved until the answer on each lists all that it counts.
SearchResult search_pubmed(EutilsCaller& caller, const Query& query);

}  // namespace claimcheck
