#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pubmed/xml_support.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;

Citation parse_book(const std::string& book, const std::string& document, const std::string& book_data = "") {
  return parse_citation("<PubmedBookArticle><BookDocument><PMID Version=\"1\">5</PMID><Book>" + book + "</Book>" +
                        document + "</BookDocument><PubmedBookData>" + book_data +
                        "</PubmedBookData></PubmedBookArticle>");
}

const std::string kBook =
    "<Publisher><PublisherName>Example Press</PublisherName></Publisher><BookTitle>Handbook of <i>Examples</i>"
    "</BookTitle><PubDate><Year>1993</Year></PubDate><AuthorList Type=\"editors\"><Author><LastName>Editor</LastName>"
    "</Author></AuthorList><Volume>2</Volume>";

TEST(ReadBook, AChapterStandsInItsBook) {
  const Citation citation = parse_book(
      kBook,
      "<ArticleIdList><ArticleId IdType=\"bookaccession\">NBK1</ArticleId><ArticleId IdType=\"doi\">10.1/c</ArticleId>"
      "</ArticleIdList><ArticleTitle>A chapter</ArticleTitle><Language>eng</Language><AuthorList Type=\"authors\">"
      "<Author><LastName>Writer</LastName></Author></AuthorList><PublicationType "
      "UI=\"D016454\">Review</PublicationType>"
      "<Abstract><AbstractText Label=\"Summary\">x<sub>2</sub></AbstractText><CopyrightInformation>Nobody"
      "</CopyrightInformation></Abstract><Sections><Section><SectionTitle>Not abstract</SectionTitle></Section>"
      "</Sections><KeywordList><Keyword>k</Keyword></KeywordList><ContributionDate><Year>2031</Year><Month>6</Month>"
      "</ContributionDate><DateRevised><Year>2032</Year></DateRevised>");
  EXPECT_EQ(citation.pmid, 5U);
  EXPECT_TRUE(citation.book);
  EXPECT_EQ(citation.title, "A chapter");
  EXPECT_EQ(citation.journal.title, "Handbook of Examples");
  EXPECT_EQ(citation.journal.volume, "2");
  EXPECT_EQ(citation.date, (PartialDate{2031, 6, 0, ""}));
  EXPECT_EQ(citation.revised, (PartialDate{2032, 0, 0, ""}));
  EXPECT_EQ(citation.doi, "10.1/c");
  EXPECT_THAT(citation.abstract, ElementsAre(AbstractSection{"Summary", SectionRole::conclusions, "x₂"}));
  EXPECT_EQ(citation.copyright, "Nobody");
  ASSERT_EQ(citation.authors.size(), 1U);
  EXPECT_EQ(citation.authors[0].last_name, "Writer");
  EXPECT_THAT(citation.publication_types, ElementsAre(ControlledTerm{"D016454", "Review"}));
  EXPECT_THAT(citation.keywords, ElementsAre("k"));
  EXPECT_THAT(citation.languages, ElementsAre("eng"));
  EXPECT_EQ(citation.status, "");
}

TEST(ReadBook, AWholeBookStandsWithItsPublisher) {
  const Citation citation =
      parse_book(kBook, "<Abstract><AbstractText>y</AbstractText></Abstract>",
                 "<ArticleIdList><ArticleId IdType=\"pubmed\">5</ArticleId><ArticleId IdType=\"doi\">10.1/b</ArticleId>"
                 "</ArticleIdList>");
  EXPECT_EQ(citation.title, "Handbook of Examples");
  EXPECT_EQ(citation.journal.title, "Example Press");
  EXPECT_EQ(citation.date, (PartialDate{1993, 0, 0, ""}));
  EXPECT_EQ(citation.doi, "10.1/b");
  ASSERT_EQ(citation.authors.size(), 1U);
  EXPECT_EQ(citation.authors[0].last_name, "Editor");
}

TEST(ReadBook, StandsInSetsOfBothKinds) {
  const std::string book = "<PubmedBookArticle><BookDocument><PMID>6</PMID></BookDocument></PubmedBookArticle>";
  const auto in_book_set = test::read_xml("<PubmedBookArticleSet>" + book +
                                          "<DeleteDocument><PMID>7</PMID>"
                                          "</DeleteDocument></PubmedBookArticleSet>");
  EXPECT_EQ(in_book_set.counts, (CitationCounts{1, 1, 0}));
  EXPECT_EQ(test::read_xml(test::article_set(test::article(1, "") + book)).counts, (CitationCounts{2, 0, 0}));
}

}  // namespace
}  // namespace claimcheck
