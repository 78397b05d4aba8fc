#include "review/decision_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/error.h"
#include "ooxml/docx_comment_list.h"
#include "ooxml/zip_package.h"
#include "report/docx_article.h"
#include "report/sample_review.h"
#include "report/write_docx.h"
#include "report/writers.h"
#include "support/docx_reply.h"
#include "support/xlsx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string refusal(const std::string& bytes) {
  try {
    read_decisions(bytes, "matrix");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "taken";
}

TEST(ReadDecisions, ReadsTheWorkbookThatWasExported) {
  const DecisionFile file = read_decisions(write_xlsx(reviewed_sample()), "claims.xlsx");
  EXPECT_FALSE(file.is_document);
  EXPECT_THAT(
      file.decisions,
      ElementsAre(
          FileDecision{"row 3",
                       "C-01",
                       "Veldoxine, taken orally at home at 10 µg/kg, causes no long-term organ damage, "
                       "unlike older drugs.",
                       "",
                       "contested",
                       "",
                       {"Ada Ödön: Soften \"no\"."}},
          FileDecision{"row 5", "C-03", "Veldoxine cures hay fever.", "", "contested", "evidence missing", {}},
          FileDecision{
              "row 7", "C-05", "Veldoxine is better tolerated than older drugs.", "", "", "", {"Ben: Search again."}}));
}

TEST(ReadDecisions, ReadsTheSameFromCsvWithAnySeparator) {
  const auto in_workbook = read_decisions(write_xlsx(reviewed_sample()), "claims.xlsx").decisions;
  const std::string csv = write_csv(reviewed_sample(), true);
  const DecisionFile file = read_decisions(csv, "claims.csv");
  ASSERT_EQ(file.decisions.size(), in_workbook.size());
  for (std::size_t i = 0; i < in_workbook.size(); ++i) {
    EXPECT_EQ(file.decisions[i].claim, in_workbook[i].claim);
    EXPECT_EQ(file.decisions[i].text, in_workbook[i].text);
    EXPECT_EQ(file.decisions[i].decision, in_workbook[i].decision);
    EXPECT_EQ(file.decisions[i].reason, in_workbook[i].reason);
    EXPECT_EQ(file.decisions[i].comments, in_workbook[i].comments);
  }
  EXPECT_THAT(read_decisions("Claim ID;Claim;Decision;Reason\r\n'=1;'-x;Supported;\r\n", "a.csv").decisions,
              ElementsAre(FileDecision{"row 2", "=1", "-x", "", "Supported", "", {}}));
}

TEST(ReadDecisions, FindsTheColumnsByTheirTitlesInAnyOrder) {
  const auto cell = [](const std::string& text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
  const std::string rows = "<row>" + cell("My notes") + "</row><row r=\"9\">" + cell("comment") + cell("DECISION") +
                           cell(" Claim ") + cell("Claim ID") + "</row><row>" + cell(" a \n\n b ") + cell("x") +
                           cell("Text.") + cell("C-9") + "</row><row>" + cell(" ") + "<c/>" + cell("Text.") +
                           cell("C-8") + "</row>";
  EXPECT_THAT(read_decisions(make_xlsx({.rows = rows}), "a.xlsx").decisions,
              ElementsAre(FileDecision{"row 10", "C-9", "Text.", "", "x", "", {"a", "b"}}));
}

TEST(ReadDecisions, RefusesOtherTablesAndFiles) {
  EXPECT_THAT(refusal("a,b\n1,2\n"), HasSubstr("no columns Claim ID, Claim and Decision"));
  EXPECT_THAT(refusal("Claim ID,Decision\nC-01,supported\n"), HasSubstr("no columns"));
  EXPECT_THAT(refusal("Claim ID,Claim,Decision\nC-01,\"x,supported\n"), HasSubstr("never closed"));
  EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), HasSubstr("old Office file"));
  EXPECT_THAT(refusal(make_zip({{"a", "b"}})), HasSubstr("no Word document"));
  EXPECT_THAT(refusal(make_xlsx({})), HasSubstr("no columns"));
  DocxSketch sketch;
  sketch.body = paragraph_xml("Text");
  EXPECT_THAT(refusal(make_docx(sketch)), HasSubstr("no comments of claimcheck"));
}

std::string commented_article() {
  const DocxArticle article = docx_article(words_of_article());
  return write_docx(article.run, article.document, article.bytes);
}

TEST(ReadDecisions, ReadsRepliesToTheCommentsInAWordDocument) {
  std::string document = commented_article();
  const DocxArticle article = docx_article(words_of_article());
  const std::string id = article.run.reports.at(0).claim.id;
  document = add_reply(document, id, "Ada", "Is this so?");
  document = add_reply(document, id, "Ben", "Contested: evidence misread. See table 2.");
  document = add_reply(document, id, "Ada", "supported");
  document = add_reply(document, id, "Ada", "Unsupported\nThe trial was too small.");
  const DecisionFile file = read_decisions(document, "article.docx");
  EXPECT_TRUE(file.is_document);
  EXPECT_THAT(list_authors(file), ElementsAre("Ada", "Ben"));
  ASSERT_THAT(file.decisions, SizeIs(2));
  EXPECT_EQ(file.decisions[0].claim, id);
  EXPECT_EQ(file.decisions[0].author, "Ada");
  EXPECT_EQ(file.decisions[0].decision, "unsupported");
  EXPECT_EQ(file.decisions[0].reason, "The trial was too small.");
  EXPECT_THAT(file.decisions[0].comments, ElementsAre("Is this so?"));
  EXPECT_EQ(file.decisions[1].decision, "contested");
  EXPECT_EQ(file.decisions[1].reason, "evidence misread. See table 2.");
  EXPECT_THAT(read_decisions(commented_article(), "article.docx").decisions, SizeIs(0));
}

// LibreOffice 7.4 drops the list that says which comment answers which.
std::string without_threads(const std::string& document) {
  const ZipPackage zip(document, "article.docx");
  std::string relations = zip.read("word/_rels/document.xml.rels");
  const std::size_t at = relations.find("relationships/commentsExtended");
  return zip.write({{"word/_rels/document.xml.rels", relations.replace(at, 30, "relationships/nothing")}});
}

TEST(ReadDecisions, KnowsAnAnswerByItsWordsWhereTheDocumentDoesNotTell) {
  const DocxArticle article = docx_article(words_of_article());
  const std::string written = write_docx(article.run, article.document, article.bytes);
  const std::string answered = without_threads(add_reply(written, "C-02", "Ada", "Contested: claim misread"));
  EXPECT_THAT(read_decisions(answered, "article.docx").decisions, SizeIs(0));  // it stands on no words

  const ZipPackage zip(answered, "article.docx");
  std::string main = zip.read("word/document.xml");
  const std::string comments = zip.read("word/comments.xml");
  const std::size_t last = comments.rfind("<w:comment ");
  const std::size_t id_at = comments.find("w:id=\"", last) + 6;
  const std::string id = comments.substr(id_at, comments.find('"', id_at) - id_at);
  const auto ranges = list_comments(DocxPackage(written, "article.docx"));
  const auto asked = std::find_if(ranges.begin(), ranges.end(), [](const ListedComment& each) {
    return each.text.find("claimcheck C-02 · ") != std::string::npos;
  });
  for (const char* mark : {"Start", "End"}) {
    const std::string tag = std::string("<w:commentRange") + mark + " w:id=\"";
    const std::size_t at = main.find(tag + asked->id + "\"/>");
    ASSERT_NE(at, std::string::npos);
    main.insert(at, tag + id + "\"/>");
  }
  const DecisionFile file = read_decisions(zip.write({{"word/document.xml", main}}), "article.docx");
  ASSERT_THAT(file.decisions, SizeIs(1));
  EXPECT_EQ(file.decisions[0].claim, "C-02");
  EXPECT_EQ(file.decisions[0].decision, "contested");
  EXPECT_EQ(file.decisions[0].author, "Ada");
}

}  // namespace
}  // namespace claimcheck
