#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"

namespace claimcheck {

/// One PubmedArticle with invented facts.
std::string article_xml(Pmid pmid, std::string_view title, std::string_view abstract = "Zorbamine was given.");

/// A PubmedArticleSet around records.
std::string article_set(const std::vector<std::string>& records);

/// A PubmedArticleSet of plain records with these PMIDs, in this order.
std::string article_set(const std::vector<Pmid>& pmids);

/// An ESearch answer; `lists` stands where ErrorList and WarningList do.
std::string search_xml(std::size_t count, const std::vector<Pmid>& pmids, std::string_view lists = "");

}  // namespace claimcheck
