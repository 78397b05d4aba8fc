#include "pubmed/citation_xml.h"

#include <cstring>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "pubmed/xml_support.h"

namespace claimcheck {
namespace {

using test::article;
using test::article_set;
using test::Read;
using test::read_xml;
using testing::ElementsAre;
using testing::HasSubstr;

std::string titled(Pmid pmid) {
  return article(pmid, "<ArticleTitle>A title.</ArticleTitle>");
}

TEST(ReadCitations, HandsOverCitationsAndDeletionsInFileOrder) {
  const Read read =
      read_xml(article_set(titled(11) + "\n" + titled(12) +
                           "<DeleteCitation>\n<PMID Version=\"1\">7</PMID><PMID>8</PMID></DeleteCitation>"));
  EXPECT_EQ(read.error, "");
  EXPECT_EQ(read.counts, (CitationCounts{2, 2, 0}));
  ASSERT_EQ(read.citations.size(), 2U);
  EXPECT_EQ(read.citations[0].pmid, 11U);
  EXPECT_EQ(read.citations[1].pmid, 12U);
  EXPECT_EQ(read.citations[1].title, "A title.");
  EXPECT_THAT(read.deleted, ElementsAre(7, 8));
}

TEST(ReadCitations, TakesEmptySetsAndBareRecords) {
  EXPECT_EQ(read_xml("<PubmedArticleSet/>").error, "");
  EXPECT_EQ(read_xml("<PubmedArticleSet>\n</PubmedArticleSet>").counts, CitationCounts{});
  EXPECT_EQ(read_xml(titled(5)).counts.citations, 1U);
  EXPECT_EQ(read_xml("<?xml version=\"1.0\"?>\n" + titled(5) + "\n").counts.citations, 1U);
}

TEST(ReadCitations, CallbacksMayBeEmpty) {
  const std::string xml = article_set(titled(1) + "<PubmedArticle/><DeleteCitation><PMID>2</PMID></DeleteCitation>");
  EXPECT_EQ(read_citations(bytes_of(xml), "test.xml", {}), (CitationCounts{1, 1, 1}));
}

TEST(ReadCitations, OneBadRecordDoesNotEndTheOthers) {
  const Read read = read_xml(article_set(titled(1) +
                                         "<PubmedArticle><MedlineCitation><PMID>2</PMID><Article></MedlineCitation>"
                                         "</PubmedArticle>" +
                                         "<PubmedArticle><MedlineCitation/></PubmedArticle>" +
                                         "<PubmedArticle><MedlineCitation><PMID>4</PMID>" + titled(5) +
                                         "<PubmedArticle><MedlineCitation><PMID>x6</PMID></MedlineCitation>"
                                         "</PubmedArticle>" +
                                         titled(7)));
  EXPECT_EQ(read.error, "");
  EXPECT_EQ(read.counts, (CitationCounts{3, 0, 4}));
  EXPECT_THAT(read.problems,
              ElementsAre(HasSubstr("record 2 (PMID 2)"), HasSubstr("record 3 cannot be read: it has no PMID"),
                          HasSubstr("record 4 (PMID 4) cannot be read: it has no closing tag"), HasSubstr("no PMID")));
  for (const std::string& problem : read.problems) EXPECT_THAT(problem, HasSubstr("test.xml"));
}

TEST(ReadCitations, HandsOverWhatStoodBeforeTheCut) {
  const std::string whole = article_set(titled(1) + titled(2));
  const std::size_t end = whole.find("</PubmedArticleSet");
  for (const std::size_t size : {end, end + 10, end - 5, whole.find("<PMID", whole.find("<PMID") + 1)}) {
    const Read read = read_xml(whole.substr(0, size));
    EXPECT_THAT(read.error, testing::AllOf(HasSubstr("test.xml"), HasSubstr("cut short"))) << size;
    EXPECT_EQ(read.citations.size(), size >= end ? 2U : 1U) << size;
  }
  EXPECT_THAT(read_xml(titled(1).substr(0, 60)).error, HasSubstr("cut short"));
  EXPECT_THAT(read_xml("<PubmedArticleSet>").error, HasSubstr("cut short"));
}

struct ForeignCase {
  const char* name;
  std::string bytes;
  std::string says;
};

void PrintTo(const ForeignCase& c, std::ostream* out) {
  *out << c.name;
}

class ReadCitationsOfForeign : public testing::TestWithParam<ForeignCase> {};

TEST_P(ReadCitationsOfForeign, GivesOneClearError) {
  const Read read = read_xml(GetParam().bytes);
  EXPECT_THAT(read.error, testing::AllOf(testing::StartsWith("test.xml: "), HasSubstr(GetParam().says)));
  EXPECT_EQ(read.citations.size() + read.problems.size(), 0U);
}

using namespace std::string_literals;
const ForeignCase kForeign[] = {
    {"Empty", "", "is empty"},
    {"WhiteSpace", " \n", "holds no XML element"},
    {"OnlyProlog", "<?xml version=\"1.0\"?>\n", "holds no XML element"},
    {"Html", "<!DOCTYPE html>\n<html><title>502 Bad Gateway</title></html>", "an HTML page, not PubMed XML (“502 Bad"},
    {"ErrorElement", "<?xml version=\"1.0\"?><eEfetchResult><ERROR>Empty id list</ERROR></eEfetchResult>",
     "<eEfetchResult> (“Empty id list”)"},
    {"ESearch", "<eSearchResult><Count>3</Count></eSearchResult>", "<eSearchResult>"},
    {"Json", "{\"error\":\"API key invalid\",\"api-key\":\"s3cret\"}", "is JSON"},
    {"Text", "Error 429: slow down", "is no XML (“Error 429: slow down”)"},
    {"Binary", "\x01\x02\x03\xff\xfe"s, "is no XML"},
    {"Zip", "PK\x03\x04 and so on", "packed with zip"},
    {"Utf16", "\xff\xfe<\0P\0"s, "UTF-16"},
    {"Utf16WithoutMark", "\0<\0P"s, "UTF-16"},
    {"OtherEncoding", "<?xml version='1.0' encoding='Shift_JIS'?><PubmedArticleSet/>", "shift_jis"},
    {"OpenTag", "<PubmedArticleSet", "cut short"},
    {"OpenComment", "<!-- <PubmedArticleSet/>", "cut short"},
    {"OpenDoctype", "<!DOCTYPE a [ ", "cut short"},
};
INSTANTIATE_TEST_SUITE_P(All, ReadCitationsOfForeign, testing::ValuesIn(kForeign),
                         [](const auto& foreign) { return foreign.param.name; });

TEST(ReadCitations, NeverRepeatsAKeyThatAnAnswerRepeats) {
  EXPECT_THAT(read_xml("{\"error\":\"API key invalid\",\"api-key\":\"s3cret\"}").error,
              testing::Not(HasSubstr("s3cret")));
}

TEST(ReadCitations, RefusesWhatFollowsTheSet) {
  const Read read = read_xml(article_set(titled(1)) + "<html>gone</html>");
  EXPECT_THAT(read.error, HasSubstr("goes on after its closing tag"));
  EXPECT_EQ(read.citations.size(), 1U);
}

TEST(ReadCitations, ActsOnNothingInADoctype) {
  const Read read = read_xml(
      "<!DOCTYPE PubmedArticleSet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
      "<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ATTLIST PMID Version CDATA \"9\">]>"
      "<PubmedArticleSet>" +
      article(1, "<ArticleTitle>&b; &file;</ArticleTitle>") + "</PubmedArticleSet>");
  EXPECT_EQ(read.error, "");
  ASSERT_EQ(read.citations.size(), 1U);
  EXPECT_EQ(read.citations[0].title, "&b; &file;");
}

TEST(ReadCitations, TranscodesDeclaredLatin1) {
  const std::string title = "<ArticleTitle>M\xe9thode</ArticleTitle>";
  const Read read = read_xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><PubmedArticleSet>" + article(1, title) +
                             "</PubmedArticleSet><?xml version=\"1.0\"?>" + article(2, title));
  ASSERT_EQ(read.citations.size(), 2U);
  EXPECT_EQ(read.citations[0].title, "Méthode");
  EXPECT_EQ(read.citations[1].title, "M\xef\xbf\xbdthode") << "the declaration ends with its document";
}

TEST(ReadCitations, ReadsTheSameWhateverTheChunks) {
  const std::string xml = article_set(titled(11) + "<PubmedArticle><![CDATA[</PubmedArticle>]]></PubmedArticle>" +
                                      article(12, "<ArticleTitle>α<sup>2</sup> &#945;</ArticleTitle>"));
  const Read whole = read_xml(xml);
  for (std::size_t chunk = 1; chunk < 64; ++chunk) {
    const Read read = read_xml(xml, chunk);
    EXPECT_EQ(read.citations, whole.citations) << chunk;
    EXPECT_EQ(read.problems, whole.problems) << chunk;
  }
}

TEST(ReadCitations, RefusesARecordLargerThanMemoryIsMeantFor) {
  const ByteReader endless = [first = true](char* buffer, std::size_t size) mutable {
    if (std::exchange(first, false)) return std::string_view("<PubmedArticle>").copy(buffer, size);
    std::memset(buffer, 'x', size);
    return size;
  };
  try {
    read_citations(endless, "test.xml", {});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("larger than 16 MiB"));
  }
}

TEST(ReadCitations, LeavesOutTheListOfCitedPapers) {
  const auto with = [](const std::string& pubmed_data) {
    return "<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation><PubmedData>" + pubmed_data +
           "</PubmedData>\n</PubmedArticle>";
  };
  const std::string ids = "<ArticleIdList><ArticleId IdType=\"doi\">10.1000/own</ArticleId></ArticleIdList>";
  const std::string list =
      "<ReferenceList><Reference><Citation>Some paper</Citation><ArticleIdList><ArticleId IdType=\"doi\">10.1000/cited"
      "</ArticleId><ArticleId IdType=\"pmc\">PMC99</ArticleId></ArticleIdList></Reference></ReferenceList>";
  for (const std::string& data :
       {ids + list, ids + list + "\n" + list, list + ids, "<!-- <ReferenceList> -->" + ids + list,
        "<A><![CDATA[<ReferenceList>]]></A>" + ids + list, ids}) {
    const Read read = read_xml(article_set(with(data)));
    ASSERT_EQ(read.citations.size(), 1U) << data;
    EXPECT_EQ(read.citations[0].doi, "10.1000/own") << data;
    EXPECT_EQ(read.citations[0].pmcid, "") << data;
  }
}

TEST(ParseCitation, ReadsOneRecord) {
  EXPECT_EQ(parse_citation(titled(31)).pmid, 31U);
  EXPECT_EQ(parse_citation("\n<MedlineCitation><PMID>32</PMID></MedlineCitation>").pmid, 32U);
}

TEST(ParseCitation, NamesWhatIsWrong) {
  const auto message = [](std::string_view xml) -> std::string {
    try {
      parse_citation(xml);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    return "no error";
  };
  EXPECT_THAT(message(""), HasSubstr("cannot be read"));
  EXPECT_THAT(message("<PubmedArticle><MedlineCitation><PMID>44</PMID></PubmedArticle>"), HasSubstr("PMID 44"));
  EXPECT_THAT(message("<PubmedArticle></PubmedArticle>"), HasSubstr("no PMID"));
  EXPECT_THAT(message("<html></html>"), HasSubstr("<html>"));
  for (const char* pmid : {"0", "-5", "1.5", "99999999999", "12 34", ""}) {
    EXPECT_THAT(message("<MedlineCitation><PMID>" + std::string(pmid) + "</PMID></MedlineCitation>"),
                HasSubstr("no PMID"))
        << pmid;
  }
}

}  // namespace
}  // namespace claimcheck
