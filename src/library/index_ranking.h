#pragma once

#include <span>

#include "library/phrase_counts.h"

namespace claimcheck {

class Database;

/// What relevance() is asked with, as a BoundPointer of kRelevanceType.
struct RelevanceRequest {
  std::span<const RankedPhrase> phrases;  ///< of the expression, in order
  PhraseCounts& counts;                   ///< follows the library; what is missing is counted and kept in it
};
inline constexpr const char* kRelevanceType = "claimcheck RelevanceRequest";

/// Makes the FTS5 function `relevance(citation_index, request)` known to a connection: BM25 of a matching row, higher
/// is better. Phrases of weight 0 stay out of the score.
///
/// BM25: Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), with the idf of Lucene,
/// ln(1 + (N - n + 0.5) / (n + 0.5)), k1 = 0.9 and b = 0.4 (Lin et al., Anserini; the baseline of BEIR). A record's
/// length is that of title and abstract together; a phrase counts wherever its columns have it.
void register_index_ranking(Database& database);

}  // namespace claimcheck
