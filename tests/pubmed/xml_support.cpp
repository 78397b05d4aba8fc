#include "pubmed/xml_support.h"

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck::test {

Read read_xml(std::string_view xml, std::size_t chunk) {
  Read read;
  CitationHandler handler;
  handler.citation = [&](Citation&& citation) { read.citations.push_back(std::move(citation)); };
  handler.deleted = [&](Pmid pmid) { read.deleted.push_back(pmid); };
  handler.bad_record = [&](std::string problem) { read.problems.push_back(std::move(problem)); };
  const ByteReader small = [whole = bytes_of(xml), chunk](char* buffer, std::size_t size) {
    return whole(buffer, std::min(size, chunk));
  };
  try {
    read.counts = read_citations(small, "test.xml", handler);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    read.error = error.what();
  }
  return read;
}

std::string article_set(std::string_view records) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January 2025//EN\" "
      "\"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd\">\n<PubmedArticleSet>";
  return xml.append(records).append("</PubmedArticleSet>\n");
}

std::string article(Pmid pmid, std::string_view content) {
  std::string xml = "<PubmedArticle><MedlineCitation Status=\"MEDLINE\" Owner=\"NLM\"><PMID Version=\"1\">" +
                    std::to_string(pmid) + "</PMID><Article PubModel=\"Print\">";
  return xml.append(content).append("</Article></MedlineCitation></PubmedArticle>");
}

Citation parse_article(std::string_view content) {
  return parse_citation(article(1, content));
}

Citation parse_medline(std::string_view medline_content, std::string_view pubmed_data) {
  std::string xml = "<PubmedArticle><MedlineCitation Status=\"In-Process\"><PMID Version=\"2\">1</PMID>";
  xml.append(medline_content).append("</MedlineCitation><PubmedData>").append(pubmed_data);
  return parse_citation(xml + "</PubmedData></PubmedArticle>");
}

}  // namespace claimcheck::test
