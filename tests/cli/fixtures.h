#pragma once

#include <string>

namespace claimcheck {

/// One invented record.
inline std::string article_xml(int pmid, const std::string& title, const std::string& abstract) {
  return "<PubmedArticle><MedlineCitation Status=\"MEDLINE\"><PMID Version=\"1\">" + std::to_string(pmid) +
         "</PMID><Article><Journal><JournalIssue><PubDate><Year>2021</Year></PubDate></JournalIssue>"
         "<Title>Invented Journal</Title></Journal><ArticleTitle>" +
         title + "</ArticleTitle><Abstract><AbstractText Label=\"RESULTS\">" + abstract +
         "</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n";
}

/// A set of records, whole.
inline std::string article_set(const std::string& articles) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<PubmedArticleSet>\n" + articles + "</PubmedArticleSet>\n";
}

/// `count` different records with PMIDs from 1 on.
inline std::string many_articles(int count) {
  std::string articles;
  for (int pmid = 1; pmid <= count; ++pmid) {
    const std::string number = std::to_string(pmid);
    articles += article_xml(pmid, "Walnut trial " + number,
                            "In group " + number + ", walnuts were eaten by all participants. Of those who ate them, " +
                                number + " reported nothing of note, and the others went home early.");
  }
  return article_set(articles);
}

/// A claims file with one claim.
inline std::string one_claim(const std::string& text, const std::string& id = "C-01") {
  return R"({"schema_version": 1, "claims": [{"id": ")" + id + R"(", "text": ")" + text + "\"}]}";
}

inline constexpr const char* kClaim = "Ketamine causes no bladder damage.";

}  // namespace claimcheck
