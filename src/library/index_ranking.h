#pragma once

namespace claimcheck {

class Database;

/// Makes the FTS5 function `relevance(citation_index, weights)` known to a connection: BM25 of a matching row, higher
/// is better. `weights` has a byte for each phrase of the expression, in order: how often the phrase counts; 0 keeps it
/// out of the score.
///
/// BM25: Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), with the idf of Lucene,
/// ln(1 + (N - n + 0.5) / (n + 0.5)), k1 = 0.9 and b = 0.4 (Lin et al., Anserini; the baseline of BEIR). A record's
/// length is that of title and abstract together; a phrase counts wherever its columns have it.
void register_index_ranking(Database& database);

}  // namespace claimcheck
