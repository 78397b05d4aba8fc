#include "support/eutils_xml.h"

#include <fmt/format.h>

namespace claimcheck {

std::string article_xml(Pmid pmid, std::string_view title, std::string_view abstract) {
  return fmt::format(
      "<PubmedArticle><MedlineCitation Status=\"MEDLINE\" Owner=\"NLM\"><PMID Version=\"1\">{0}</PMID>"
      "<Article PubModel=\"Print\"><Journal><JournalIssue CitedMedium=\"Print\"><PubDate><Year>2030</Year></PubDate>"
      "</JournalIssue><Title>Annals of Invention</Title></Journal><ArticleTitle>{1}</ArticleTitle><Abstract>"
      "<AbstractText>{2}</AbstractText></Abstract><Language>eng</Language><PublicationTypeList>"
      "<PublicationType UI=\"D016428\">Journal Article</PublicationType></PublicationTypeList></Article>"
      "<MeshHeadingList><MeshHeading><DescriptorName UI=\"D999999\">Zorbamine</DescriptorName>"
      "<QualifierName UI=\"Q000009\">adverse effects</QualifierName></MeshHeading></MeshHeadingList></MedlineCitation>"
      "<PubmedData><ArticleIdList><ArticleId IdType=\"pubmed\">{0}</ArticleId></ArticleIdList></PubmedData>"
      "</PubmedArticle>",
      pmid, title, abstract);
}

std::string article_set(const std::vector<std::string>& records) {
  std::string set =
      "<?xml version=\"1.0\" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January "
      "2019//EN\" \"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd\">\n<PubmedArticleSet>\n";
  for (const std::string& record : records) set += record + "\n";
  return set + "</PubmedArticleSet>";
}

std::string article_set(const std::vector<Pmid>& pmids) {
  std::vector<std::string> records;
  for (const Pmid pmid : pmids) records.push_back(article_xml(pmid, fmt::format("Record {}.", pmid)));
  return article_set(records);
}

std::string search_xml(std::size_t count, const std::vector<Pmid>& pmids, std::string_view lists) {
  std::string ids;
  for (const Pmid pmid : pmids) ids += fmt::format("<Id>{}</Id>\n", pmid);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!DOCTYPE eSearchResult PUBLIC \"-//NLM//DTD esearch "
      "20060628//EN\" "
      "\"https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd\">\n<eSearchResult><Count>{}</Count>"
      "<RetMax>{}</RetMax><RetStart>0</RetStart><IdList>\n{}</IdList><TranslationSet/><QueryTranslation>"
      "\"zorbamine\"[Title/Abstract]</QueryTranslation>{}</eSearchResult>\n",
      count, pmids.size(), ids, lists);
}

}  // namespace claimcheck
