#include "pubmed/eutils_client.h"

#include <string_view>
#include <utility>

#include "core/error.h"
#include "pubmed/eutils_fetch.h"
#include "pubmed/eutils_link.h"
#include "pubmed/eutils_search.h"

namespace claimcheck {
namespace {

void check(const EutilsOptions& options) {
  std::string_view host = options.base_url;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (host.starts_with(scheme)) host.remove_prefix(scheme.size());
  }
  if (host.size() == options.base_url.size() || host.empty() || host.front() == '/') {
    throw Error(ErrorKind::usage, "The E-utilities address is no http or https URL; correct --eutils-url.");
  }
  if (options.max_attempts < 1 || options.batch < 1) {
    throw Error(ErrorKind::usage, "The E-utilities need at least one attempt and one PMID in a batch.");
  }
}

EutilsCaller make_caller(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter) {
  check(options);
  if (!limiter.wait) limiter = spaced_starts(start_spacing(options));
  return {std::move(options), std::move(http), std::move(clock), std::move(limiter)};
}

}  // namespace

EutilsClient::EutilsClient(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter)
    : caller_(make_caller(std::move(options), std::move(http), std::move(clock), std::move(limiter))) {}

SearchResult EutilsClient::search(const Query& query) {
  return search_pubmed(caller_, query);
}

FetchResult EutilsClient::fetch(std::span<const Pmid> pmids) {
  return fetch_from_pubmed(caller_, pmids);
}

LinkResult EutilsClient::links(LinkKind kind, std::span<const Pmid> pmids) {
  return link_in_pubmed(caller_, kind, pmids);
}

}  // namespace claimcheck
