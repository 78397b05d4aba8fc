#include "pubmed/record_slicer.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

std::vector<std::string> slices(std::string_view xml, std::size_t chunk) {
  RecordSlicer slicer(
      [whole = bytes_of(xml), chunk](char* buffer, std::size_t size) { return whole(buffer, std::min(size, chunk)); },
      "test.xml");
  std::vector<std::string> found;
  while (const auto record = slicer.next()) {
    found.push_back((record->closed ? "" : "open:") + std::string(record->bytes.begin(), record->bytes.end()));
  }
  return found;
}

using Slices = std::vector<std::string>;

TEST(RecordSlicer, CutsTheSameRecordsWhereverTheChunksEnd) {
  const Slices records = {
      "<PubmedArticle><x a='>' b=\"/PubmedArticle>\"/><![CDATA[</PubmedArticle><PubmedArticle>]]></PubmedArticle>",
      "<PubmedArticle\n attr=\"1\"\n>\n<!-- </PubmedArticle> - -- --><PubmedData/></PubmedArticle\n>",
      "<PubmedBookArticle><PubmedBookData>PubmedArticle </PubmedBookData><?pi </PubmedBookArticle>?>"
      "</PubmedBookArticle>",
      "<DeleteCitation><PMID>1</PMID></DeleteCitation>",
  };
  const std::string xml =
      "\xef\xbb\xbf<?xml version=\"1.0\"?><!-- <PubmedArticle> -->\n"
      "<!DOCTYPE PubmedArticleSet [ <!ENTITY a \"]>\"> <!-- ' ]> --> <?x ]> ?> ]>\n<PubmedArticleSet note='>'> text " +
      records[0] + records[1] + "<!-- <PubmedArticle></PubmedArticle> --><![CDATA[<PubmedArticle>]]>" + records[2] +
      "<Other a='>'><Other/><PubmedArticle>no record</PubmedArticle></Other>" + records[3] +
      "</PubmedArticleSet >\n<!-- end -->\n";
  for (std::size_t chunk = 1; chunk < 40; ++chunk) EXPECT_EQ(slices(xml, chunk), records) << "chunk " << chunk;
  EXPECT_EQ(slices(xml, xml.size()), records);
}

TEST(RecordSlicer, TakesRecordsThatAreEmptyElements) {
  EXPECT_EQ(slices("<PubmedArticleSet><PubmedArticle/><PubmedArticle a='/'></PubmedArticle></PubmedArticleSet>", 7),
            (Slices{"<PubmedArticle/>", "<PubmedArticle a='/'></PubmedArticle>"}));
}

TEST(RecordSlicer, NamesThatOnlyBeginLikeARecordAreNone) {
  EXPECT_EQ(slices("<PubmedArticleSet><PubmedArticleList></PubmedArticleList><PubmedArticle><PubmedArticleNote/>"
                   "</PubmedArticleNote></PubmedArticle></PubmedArticleSet>",
                   3),
            (Slices{"<PubmedArticle><PubmedArticleNote/></PubmedArticleNote></PubmedArticle>"}));
}

TEST(RecordSlicer, GoesOnBehindARecordWithoutClosingTag) {
  EXPECT_EQ(slices("<PubmedArticleSet><PubmedArticle>a<PubmedArticle>b</PubmedArticle><PubmedArticle>c"
                   "</PubmedArticleSet>",
                   5),
            (Slices{"open:<PubmedArticle>a", "<PubmedArticle>b</PubmedArticle>", "open:<PubmedArticle>c"}));
}

TEST(RecordSlicer, ReadsOneDocumentAfterTheOther) {
  const std::string one = "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle>1</PubmedArticle></PubmedArticleSet>";
  const std::string two = "<PubmedBookArticleSet><PubmedBookArticle>2</PubmedBookArticle></PubmedBookArticleSet>";
  const std::string three = "<PubmedArticle>3</PubmedArticle>";
  EXPECT_EQ(slices(one + "\n" + two + three + "\n" + three, 11),
            (Slices{"<PubmedArticle>1</PubmedArticle>", "<PubmedBookArticle>2</PubmedBookArticle>", three, three}));
}

TEST(RecordSlicer, TakesMedlineCitationsOnlyWhereTheyStandAlone) {
  EXPECT_EQ(slices("<MedlineCitationSet><MedlineCitation>1</MedlineCitation></MedlineCitationSet>", 4),
            Slices{"<MedlineCitation>1</MedlineCitation>"});
  const std::string nested = "<PubmedArticle><MedlineCitation>1</MedlineCitation></PubmedArticle>";
  EXPECT_EQ(slices("<PubmedArticleSet>" + nested + "</PubmedArticleSet>", 4), Slices{nested});
}

TEST(RecordSlicer, KeepsLittleOfALongStream) {
  constexpr int kRecords = 20000;
  const std::string record = "<PubmedArticle>" + std::string(3000, 'x') + "</PubmedArticle>\n";
  int part = -1;
  std::size_t largest = 0;
  RecordSlicer slicer(
      [&](char* buffer, std::size_t size) -> std::size_t {
        largest = std::max(largest, size);
        const std::string bytes = part < 0           ? "<PubmedArticleSet>"
                                  : part < kRecords  ? record
                                  : part == kRecords ? "</PubmedArticleSet>"
                                                     : "";
        ++part;
        std::copy(bytes.begin(), bytes.end(), buffer);
        return bytes.size();
      },
      "test.xml");
  int count = 0;
  while (slicer.next()) ++count;
  EXPECT_EQ(count, kRecords);
  EXPECT_LE(largest, std::size_t{1} << 20);
}

}  // namespace
}  // namespace claimcheck
