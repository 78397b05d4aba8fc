#pragma once

#include <span>

#include "core/citation_source.h"
#include "pubmed/eutils_caller.h"

namespace claimcheck {

/// EFetch, as EutilsClient::fetch promises: POST batches, halved where one unknown PMID spoils the whole answer.
FetchResult fetch_from_pubmed(EutilsCaller& caller, std::span<const Pmid> pmids);

}  // namespace claimcheck
