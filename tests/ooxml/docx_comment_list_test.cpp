#include "ooxml/docx_comment_list.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/error.h"
#include "ooxml/docx_comments.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kExtended = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";

std::string comment_xml(const std::string& id, const std::string& paragraphs) {
  return "<w:comment w:id=\"" + id + "\" w:author=\"Ada &amp; Co\" w:date=\"2026-11-29T10:00:00Z\">" + paragraphs +
         "</w:comment>";
}

std::string line_xml(const std::string& text, const std::string& paragraph_id) {
  return "<w:p w14:paraId=\"" + paragraph_id + "\"><w:r><w:annotationRef/></w:r>" + run_xml(text) + "</w:p>";
}

std::string make_document(const std::string& body, const std::string& comments, const std::string& extended = {}) {
  DocxSketch sketch;
  sketch.body = body;
  sketch.comments = comments;
  if (!extended.empty()) {
    sketch.relations =
        std::string("<Relationship Id=\"rX\" Type=\"") + kExtended + "\" Target=\"commentsExtended.xml\"/>";
    sketch.extra = {{"word/commentsExtended.xml",
                     "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">" + extended +
                         "</w15:commentsEx>"}};
  }
  return make_docx(sketch);
}

std::vector<ListedComment> list(const std::string& bytes) {
  return list_comments(DocxPackage(bytes, "paper.docx"));
}

std::string state_xml(const std::string& id, const std::string& parent, const std::string& done = "0") {
  const std::string answers = parent.empty() ? "" : " w15:paraIdParent=\"" + parent + "\"";
  return "<w15:commentEx w15:paraId=\"" + id + "\"" + answers + " w15:done=\"" + done + "\"/>";
}

TEST(ListComments, TellsWhoWroteWhatAndWhichAnswersWhich) {
  const auto comments = list(make_document(
      paragraph_xml("Text"),
      comment_xml("3", line_xml("first", "0000000A") + line_xml("second", "0000000b")) +
          comment_xml("5", line_xml("answer", "0000000C")) + comment_xml("6", line_xml("again", "0000000D")),
      state_xml("0000000B", "", "1") + state_xml("0000000C", "0000000B") + state_xml("0000000D", "0000000C") +
          state_xml("0000FFFF", "0000000A")));
  ASSERT_THAT(comments, SizeIs(3));
  EXPECT_EQ(comments[0], (ListedComment{"3", "Ada & Co", "2026-11-29T10:00:00Z", "first\nsecond", {}, true, ""}));
  EXPECT_EQ(comments[1].answers, 0U);
  EXPECT_EQ(comments[2].answers, 1U);
  EXPECT_FALSE(comments[1].resolved);
  EXPECT_EQ(first_of_thread(comments, 2), 0U);
  EXPECT_EQ(first_of_thread(comments, 0), 0U);
}

TEST(ListComments, GivesTheWordsThatACommentStandsAtAsTheyAreNow) {
  const std::string body = "<w:p><w:commentRangeStart w:id=\"1\"/>" + run_xml("Walnuts ") +
                           "<w:commentRangeStart w:id=\"2\"/>" + "<w:del>" + "<w:r><w:delText>cure</w:delText></w:r>" +
                           "</w:del><w:ins>" + run_xml("may") + "</w:ins><w:moveFrom>" + run_xml("gone") +
                           "</w:moveFrom><w:commentRangeEnd w:id=\"2\"/></w:p><w:p>" + run_xml("help.") +
                           "<w:commentRangeEnd w:id=\"1\"/>" + run_xml(" More.") + "</w:p>";
  const auto comments =
      list(make_document(body, comment_xml("1", line_xml("a", "01")) + comment_xml("2", line_xml("b", "02")) +
                                   comment_xml("9", line_xml("c", "03"))));
  ASSERT_THAT(comments, SizeIs(3));
  EXPECT_EQ(comments[0].words, "Walnuts may help.");
  EXPECT_EQ(comments[1].words, "may");
  EXPECT_EQ(comments[2].words, "");
}

TEST(ListComments, LeavesOutWhatWasDeletedFromAComment) {
  const auto comments = list(
      make_document(paragraph_xml("Text"), comment_xml("1", "<w:p><w:del>" + run_xml("supported") + "</w:del><w:ins>" +
                                                                run_xml("contested") + "</w:ins></w:p>")));
  ASSERT_THAT(comments, SizeIs(1));
  EXPECT_EQ(comments[0].text, "contested");
}

TEST(ListComments, BreaksRingsOfAnswers) {
  const auto comments =
      list(make_document(paragraph_xml("Text"),
                         comment_xml("1", line_xml("a", "01")) + comment_xml("2", line_xml("b", "02")) +
                             comment_xml("3", line_xml("c", "03")),
                         state_xml("01", "02") + state_xml("02", "01") + state_xml("03", "03")));
  ASSERT_THAT(comments, SizeIs(3));
  EXPECT_EQ(comments[0].answers, 1U);
  EXPECT_EQ(comments[1].answers, std::nullopt);
  EXPECT_EQ(comments[2].answers, std::nullopt);
}

TEST(ListComments, CutsWordsAndRefusesTooMany) {
  const std::string body = "<w:p><w:commentRangeStart w:id=\"0\"/>" + run_xml(std::string(9000, 'a')) + "</w:p>";
  const auto comments = list(make_document(body, comment_xml("0", line_xml("a", "01"))));
  EXPECT_EQ(comments.at(0).words.size(), kMaxCommentedWords);
  std::string many;
  for (std::size_t i = 0; i <= kMaxDocxComments; ++i) many += "<w:comment w:id=\"" + std::to_string(i) + "\"/>";
  try {
    list(make_document(body, many));
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("more than 10000 comments"));
  }
}

TEST(ListComments, ReadsWhatAddCommentsWrote) {
  EXPECT_THAT(list(make_document(paragraph_xml("Text"), "")), IsEmpty());
  const std::string bytes = make_document(paragraph_xml("Walnuts cure gout."), "");
  const DocxPackage package(bytes, "paper.docx");
  const auto comments = list(add_comments(package, read_docx_text(package),
                                          {{0, {0, 7}, "C-01", {{{"One "}, {"line", true}}, {{"claimcheck C-01"}}}}},
                                          {"claimcheck", "cc", "2026-05-01"}));
  ASSERT_THAT(comments, SizeIs(1));
  EXPECT_EQ(comments[0].author, "claimcheck");
  EXPECT_EQ(comments[0].text, "One line\nclaimcheck C-01");
  EXPECT_EQ(comments[0].words, "Walnuts");
  EXPECT_FALSE(comments[0].resolved);
}

}  // namespace
}  // namespace claimcheck
