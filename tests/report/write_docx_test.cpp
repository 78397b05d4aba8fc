#include "report/write_docx.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "core/error.h"
#include "intake/read_docx.h"
#include "ooxml/docx_comment_list.h"
#include "ooxml/zip_package.h"
#include "report/docx_article.h"
#include "report/sample_review.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string part_of(const std::string& bytes, const std::string& part) {
  return ZipPackage(bytes, "out.docx").read(part);
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

TEST(WriteDocx, PutsOneCommentOnEachClaimAndOneOnTheWhole) {
  const DocxArticle article = docx_article(words_of_article());
  const std::string bytes = write_docx(article.run, article.document, article.bytes);
  EXPECT_EQ(bytes, write_docx(article.run, article.document, article.bytes));
  EXPECT_EQ(count(part_of(bytes, "word/comments.xml"), "<w:comment "), article.run.reports.size() + 1);
  EXPECT_EQ(count(part_of(bytes, "word/document.xml"), "commentReference"), article.run.reports.size() + 1);
  EXPECT_EQ(read_docx(bytes, "guide.docx").text, article.document.text);
}

TEST(WriteDocx, SaysInACommentWhatTheReportSays) {
  const DocxArticle article = docx_article(words_of_article());
  const std::string comments = part_of(write_docx(article.run, article.document, article.bytes), "word/comments.xml");
  const Report& contested = article.run.reports.front();
  EXPECT_THAT(comments, HasSubstr("Contested"));
  EXPECT_THAT(comments, HasSubstr("one case is enough against it."));
  EXPECT_THAT(comments, HasSubstr("Against: "));
  EXPECT_THAT(comments, HasSubstr("PMID: 9000000"));
  EXPECT_THAT(comments, HasSubstr("Suggested wording: "));
  EXPECT_THAT(comments, HasSubstr("Checked as: "));
  EXPECT_THAT(comments, HasSubstr("claimcheck " + contested.claim.id + " · "));
  EXPECT_THAT(comments, HasSubstr("6 claims"));
  EXPECT_THAT(comments, HasSubstr("not the published abstract"));
  EXPECT_THAT(comments, HasSubstr(article.document.sha256));
  EXPECT_THAT(comments, HasSubstr(R"(w:author="claimcheck" w:date="2026-11-21T00:00:00Z")"));
}

TEST(WriteDocx, SaysWhatPeopleDecidedAndTheirComments) {
  DocxArticle article = docx_article(words_of_article());
  EXPECT_THAT(part_of(write_docx(article.run, article.document, article.bytes), "word/comments.xml"),
              Not(HasSubstr("Decided by people")));
  article.run.review = reviewed_sample().review;
  const std::string bytes = write_docx(article.run, article.document, article.bytes);
  const auto comments = list_comments(DocxPackage(bytes, "guide.docx"));
  const auto text_on = [&](const std::string& claim) {
    const auto found = std::find_if(comments.begin(), comments.end(), [&](const ListedComment& each) {
      return each.text.find("\nclaimcheck " + claim + " · ") != std::string::npos;
    });
    return found == comments.end() ? std::string() : found->text;
  };
  EXPECT_THAT(text_on("C-01"), HasSubstr("\nDecided by people: contested, as both judged\n"));
  EXPECT_THAT(text_on("C-03"), HasSubstr("\nDecided by people: contested, as Cleo decided between the two (evidence "
                                         "missing); this overrides the tag\n"));
  EXPECT_THAT(text_on("C-01"), HasSubstr("\nComment: Ada Ödön: Soften \"no\".\n"));
  EXPECT_THAT(text_on("C-04"), HasSubstr("\nDecided by people: open\n"));
}

TEST(WriteDocx, NamesTheWordsWhereACommentCannotStandAtThem) {
  const DocxArticle article = docx_article({"take it at noon", "Nobody was harmed"});
  const std::string bytes = write_docx(article.run, article.document, article.bytes);
  EXPECT_THAT(part_of(bytes, "word/comments.xml"), HasSubstr("On the text box: “take it at noon”"));
  EXPECT_THAT(part_of(bytes, "word/comments.xml"), HasSubstr("On the footnote: “Nobody was harmed”"));
}

TEST(WriteDocx, LeavesOutClaimsOfOtherFiles) {
  DocxArticle article = docx_article({"hay fever", "rare in children"});
  article.run.reports[1].claim.origin->sha256 = std::string(64, '0');
  const std::string bytes = write_docx(article.run, article.document, article.bytes);
  EXPECT_EQ(count(part_of(bytes, "word/comments.xml"), "<w:comment "), 2U);
}

TEST(WriteDocx, WritesNoDateThatIsNone) {
  DocxArticle article = docx_article({"hay fever"});
  article.run.provenance.evidence_date = "yesterday\"";
  const std::string bytes = write_docx(article.run, article.document, article.bytes);
  EXPECT_THAT(part_of(bytes, "word/comments.xml"), Not(HasSubstr("w:date")));
}

TEST(WriteDocx, RefusesAnotherFile) {
  DocxArticle article = docx_article({"hay fever"});
  article.document.blocks[article.run.reports[0].claim.passage->block].text += " and more";
  EXPECT_THROW(static_cast<void>(write_docx(article.run, article.document, article.bytes)), Error);
}

}  // namespace
}  // namespace claimcheck
