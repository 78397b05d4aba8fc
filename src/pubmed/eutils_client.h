#pragma once

#include <span>

#include "core/citation_source.h"
#include "pubmed/eutils_caller.h"
#include "pubmed/eutils_options.h"
#include "pubmed/http.h"
#include "pubmed/limiter.h"

namespace claimcheck {

/// PubMed over the E-utilities. Waits as NCBI asks, retries what may pass, and tells "could not look" (complete =
/// false, failed) from "nothing there" (found = 0, missing). The API key stands in no result. Not thread-safe.
class EutilsClient : public CitationSource {
 public:
  /// Without a limiter, starts are spaced within this client only. Throws Error(usage) when the base URL is no http or
  /// https URL, or the options allow no attempt or no batch.
  EutilsClient(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter = {});

  /// ESearch, Best Match order; behind the first 9,999, which is as far as PubMed ranks, the newest first. What PubMed
  /// ignored or changed is in `warnings`. A query without a searchable term is not sent and comes back incomplete; so
  /// does one of more than 9,999 wanted hits of which a part could not be listed, with the hits that could.
  SearchResult search(const Query& query) override;

  /// EFetch in POST batches. A PMID that a whole answer leaves out is missing; every PMID of a batch that brought no
  /// whole answer is failed. PMIDs asked twice are answered once; 0 is missing.
  FetchResult fetch(std::span<const Pmid> pmids) override;

  /// ELink, one request for all PMIDs. Similar citations come by falling score, those that cite the newest first, as
  /// PubMed lists them.
  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override;

 private:
  EutilsCaller caller_;
};

}  // namespace claimcheck
