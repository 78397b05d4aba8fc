#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "core/citation_source.h"
#include "pubmed/http.h"

namespace claimcheck {

/// How to talk to the E-utilities (NBK25497, NBK25499).
struct EutilsOptions {
  std::string base_url = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/";
  std::string api_key;  ///< never in a message, a log, a cache key or a report
  std::string tool = "claimcheck";
  std::string email = "claimcheck@example.org";  ///< of the developers, as NCBI asks
  std::chrono::milliseconds spacing{370};        ///< between request starts; 110 with a key
  std::chrono::seconds deadline{300};            ///< for the whole run; then what is left counts as failed
  int max_attempts = 5;                          ///< per request, first try included
  std::size_t batch = 200;                       ///< PMIDs in one EFetch
  std::uint32_t jitter_seed = 0;                 ///< 0: from the clock
};

/// PubMed over the E-utilities. Not thread-safe.
class EutilsClient : public CitationSource {
 public:
  EutilsClient(EutilsOptions options, HttpFunction http, Clock clock);
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;
  // private part: owned by whoever implements
};

}  // namespace claimcheck
