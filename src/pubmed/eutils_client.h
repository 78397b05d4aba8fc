#pragma once

#include <span>

#include "core/citation_source.h"
#include "pubmed/eutils_caller.h"
#include "pubmed/eutils_options.h"
#include "pubmed/http.h"
#include "pubmed/limiter.h"

namespace claimcheck {

/// ESearch lists no more than the first 9,999 PMIDs of a query (NBK25499).
inline constexpr std::size_t kMaxListedPmids = 9'999;

/// PubMed over the E-utilities. Waits as NCBI asks, retries what may pass, and tells "could not look" (complete =
/// false, failed) from "nothing there" (found = 0, missing). The API key stands in no result. Not thread-safe.
class EutilsClient : public CitationSource {
 public:
  /// Without a limiter, starts are spaced within this client only. Throws Error(usage) when the base URL is no http or
  /// https URL, or the options allow no attempt or no batch.
  EutilsClient(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter = {});

  /// ESearch, Best Match order. `found` may exceed the hits: at most min(limit, 9,999) are listed. What PubMed ignored
  /// or changed is in `warnings`. A query without a searchable term is not sent and comes back incomplete.
  SearchResult search(const Query& query) override;

  /// EFetch in POST batches. A PMID that a whole answer leaves out is missing; every PMID of a batch that brought no
  /// whole answer is failed. PMIDs asked twice are answered once; 0 is missing.
  FetchResult fetch(std::span<const Pmid> pmids) override;

 private:
  class Fetching;

  EutilsCaller caller_;
};

}  // namespace claimcheck
