#pragma once

#include <span>

#include "core/citation_source.h"
#include "pubmed/eutils_caller.h"

namespace claimcheck {

/// ELink within PubMed, as EutilsClient::links promises.
LinkResult link_in_pubmed(EutilsCaller& caller, LinkKind kind, std::span<const Pmid> pmids);

}  // namespace claimcheck
