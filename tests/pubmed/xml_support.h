#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pubmed/citation_xml.h"

namespace claimcheck::test {

/// All that read_citations hands over.
struct Read {
  CitationCounts counts;
  std::vector<Citation> citations;
  std::vector<Pmid> deleted;
  std::vector<std::string> problems;
  std::string error;  ///< message of the Error that ended it, or empty
};

/// Reads `xml`, the source giving at most `chunk` bytes at a time.
Read read_xml(std::string_view xml, std::size_t chunk = 1 << 20);

/// `records` in a closed PubmedArticleSet with the prolog that PubMed writes.
std::string article_set(std::string_view records);

/// A PubmedArticle with this PMID and this content of its Article element.
std::string article(Pmid pmid, std::string_view content);

/// The citation of article(1, content).
Citation parse_article(std::string_view content);

/// A PubmedArticle with PMID 1 and this content of MedlineCitation, behind the PMID, and of PubmedData.
Citation parse_medline(std::string_view medline_content, std::string_view pubmed_data = "");

}  // namespace claimcheck::test
