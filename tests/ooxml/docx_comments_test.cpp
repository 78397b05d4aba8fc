#include "ooxml/docx_comments.h"

#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "ooxml/xml_part.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const DocxCommentAuthor kAuthor{"claimcheck", "cc", "2026-05-01"};

// A document with comments on these words, each found in the first paragraph that holds them.
std::string comment_on(const std::string& bytes, const std::vector<std::string>& words) {
  const DocxPackage package(bytes, "paper.docx");
  const DocxText text = read_docx_text(package);
  std::vector<DocxComment> comments;
  for (const std::string& wanted : words) {
    for (std::size_t i = 0; i < text.paragraphs.size(); ++i) {
      const std::size_t at = text.paragraphs[i].text.find(wanted);
      if (at == std::string::npos) continue;
      comments.push_back({i, {at, at + wanted.size()}, "C-" + std::to_string(comments.size()), {{{"On " + wanted}}}});
      break;
    }
  }
  EXPECT_EQ(comments.size(), words.size());
  return add_comments(package, text, comments, kAuthor);
}

std::string part_of(const std::string& bytes, const std::string& part) {
  return ZipPackage(bytes, "out.docx").read(part);
}

std::string document_of(const std::string& bytes) {
  return part_of(bytes, "word/document.xml");
}

// The characters between the marks of a comment's range.
std::string text_in_range(const std::string& xml, const std::string& id) {
  const std::size_t begin = xml.find("<w:commentRangeStart w:id=\"" + id + "\"/>");
  const std::size_t end = xml.find("<w:commentRangeEnd w:id=\"" + id + "\"/>");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return "no range";
  std::string text;
  bool in_text = false;
  for (std::size_t at = begin; at < end;) {
    if (xml[at] != '<') {
      const std::size_t next = std::min(xml.find('<', at), end);
      if (in_text) text += decode_xml(xml.substr(at, next - at));
      at = next;
      continue;
    }
    const std::size_t next = xml_tag_end(xml, at);
    const std::string tag = xml.substr(at, next - at);
    in_text = tag.starts_with("<w:t>") || tag.starts_with("<w:t ");
    if (tag == "<w:tab/>") text += ' ';
    at = next;
  }
  return text;
}

DocxSketch sketch_of(const std::string& body) {
  DocxSketch sketch;
  sketch.body = body;
  return sketch;
}

std::string body_of(const std::string& content) {
  return make_docx(sketch_of("<w:p>" + content + "</w:p>"));
}

TEST(AddComments, PutsMarksBesideRunsThatBeginAndEndWithTheWords) {
  const std::string bytes = comment_on(body_of(run_xml("Zinc ") + run_xml("helps.", "<w:i/>")), {"helps."});
  EXPECT_THAT(document_of(bytes), HasSubstr("<w:commentRangeStart w:id=\"0\"/>" + run_xml("helps.", "<w:i/>") +
                                            "<w:commentRangeEnd w:id=\"0\"/>"
                                            "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"));
}

TEST(AddComments, SplitsRunsWithTheirProperties) {
  const std::string run = R"(<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>Zinc helps adults.</w:t></w:r>)";
  const std::string bytes = comment_on(body_of(run), {"helps"});
  const std::string open = R"(<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">)";
  EXPECT_THAT(document_of(bytes), HasSubstr(open + R"(Zinc </w:t></w:r><w:commentRangeStart w:id="0"/>)" + open +
                                            R"(helps</w:t></w:r><w:commentRangeEnd w:id="0"/>)"
                                            R"(<w:r><w:commentReference w:id="0"/></w:r>)" +
                                            open + " adults.</w:t></w:r>"));
}

TEST(AddComments, StandsAtTheWords) {
  struct Case {
    std::string what;
    std::string content;
    std::string words;
    std::string range;  // where it is wider than the words
  };
  const std::string field = field_xml("REF a", run_xml("Table 1"));
  const std::vector<Case> cases{
      {"several runs", run_xml("Zinc lo") + run_xml("wers ", "<w:i/>") + run_xml("pain much"), "lowers pain", ""},
      {"behind an entity", run_xml("A & B < C"), "B <", ""},
      {"at an entity", run_xml("A & B"), "&", ""},
      {"characters of several bytes", run_xml("n \u2265 40 \u03BCg"), "\u2265 40", ""},
      {"between elements of a run", "<w:r><w:t>A one</w:t><w:tab/><w:t>B two</w:t><w:tab/><w:t>C</w:t></w:r>", "B two",
       ""},
      {"over a tab", "<w:r><w:t>A one</w:t><w:tab/><w:t>B two</w:t></w:r>", "one B", ""},
      {"white space that was made one", run_xml("A  \t one   two  three"), "one two", "one   two"},
      {"in a link", R"(<w:hyperlink w:anchor="x">)" + run_xml("see here now") + "</w:hyperlink>", "here", ""},
      {"into a link", run_xml("Do ") + R"(<w:hyperlink w:anchor="x">)" + run_xml("see here") + "</w:hyperlink>",
       "Do see", ""},
      {"in an insertion", "<w:ins w:id=\"4\">" + run_xml("new words here") + "</w:ins>", "words", ""},
      {"over a deletion", run_xml("Zinc ") + "<w:del><w:r><w:delText>not</w:delText></w:r></w:del>" + run_xml("helps"),
       "Zinc helps", ""},
      {"in a control", "<w:sdt><w:sdtContent>" + run_xml("rich text here") + "</w:sdtContent></w:sdt>", "text", ""},
      {"in a control of plain text",
       run_xml("A ") + "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run_xml("plain text") +
           "</w:sdtContent></w:sdt>" + run_xml(" B"),
       "text", "plain text"},
      {"in a field", run_xml("See ") + field + run_xml("."), "able", "Table 1"},
      {"from within a field", run_xml("See ") + field + run_xml(" and more."), "1 and", "Table 1 and"},
      {"in a simple field", R"(<w:fldSimple w:instr="REF b">)" + run_xml("Figure 2") + "</w:fldSimple>", "ure",
       "Figure 2"},
      {"behind a field in a link", R"(<w:hyperlink w:anchor="x">)" + field + run_xml("then") + "</w:hyperlink>", "then",
       ""},
      {"in an alternative",
       "<w:r><mc:AlternateContent><mc:Choice Requires=\"x\"><w:t>either here</w:t></mc:Choice>"
       "<mc:Fallback><w:t>or</w:t></mc:Fallback></mc:AlternateContent></w:r>",
       "here", "either hereor"},
      {"CDATA", "<w:r><w:t><![CDATA[a < b]]></w:t></w:r>" + run_xml(" c"), "b c", " c"},
      {"a paragraph in a cell",
       "</w:p><w:tbl><w:tr><w:tc><w:p>" + run_xml("cell words") + "</w:p></w:tc></w:tr></w:tbl><w:p>", "words", ""},
  };
  for (const Case& c : cases) {
    const std::string bytes = comment_on(body_of(c.content), {c.words});
    EXPECT_EQ(text_in_range(document_of(bytes), "0"), c.range.empty() ? c.words : c.range) << c.what;
    EXPECT_THAT(document_of(bytes), HasSubstr("<w:commentReference w:id=\"0\"/>")) << c.what;
  }
}

TEST(AddComments, LetsRangesOverlapNestAndCoincide) {
  const std::string bytes = comment_on(body_of(run_xml("Zinc helps adults and children.")),
                                       {"Zinc helps adults", "helps", "adults and", "helps", "Zinc helps adults and"});
  const std::string xml = document_of(bytes);
  EXPECT_EQ(text_in_range(xml, "0"), "Zinc helps adults");
  EXPECT_EQ(text_in_range(xml, "1"), "helps");
  EXPECT_EQ(text_in_range(xml, "2"), "adults and");
  EXPECT_EQ(text_in_range(xml, "3"), "helps");
  EXPECT_EQ(text_in_range(xml, "4"), "Zinc helps adults and");
}

TEST(AddComments, AnchorsTextBoxesAndNotesWhereTheyHang) {
  DocxSketch sketch;
  sketch.body = "<w:p>" + run_xml("Before ") + "<w:r><w:pict><v:textbox><w:txbxContent>" + paragraph_xml("In the box") +
                "</w:txbxContent></v:textbox></w:pict></w:r>" + run_xml("text") +
                R"(<w:r><w:footnoteReference w:id="3"/></w:r></w:p>)";
  sketch.footnotes = R"(<w:footnote w:id="3">)" + paragraph_xml("A note") + "</w:footnote>";
  const std::string xml = document_of(comment_on(make_docx(sketch), {"the box", "note"}));
  EXPECT_THAT(xml, HasSubstr(R"(<w:commentRangeStart w:id="0"/><w:r><w:pict>)"));
  EXPECT_THAT(xml, HasSubstr(R"(<w:commentRangeStart w:id="1"/><w:r><w:footnoteReference w:id="3"/></w:r>)"
                             R"(<w:commentRangeEnd w:id="1"/>)"));
}

TEST(AddComments, KeepsEveryOtherByte) {
  DocxSketch sketch;
  sketch.body =
      "<w:p  ><w:r><w:t xml:space='preserve'>A &#65; '&quot;' \u00e9</w:t></w:r><!-- kept --><w:bookmarkEnd w:id='7' "
      "/></w:p>\r\n  ";
  sketch.styles = "<w:style/>";
  const std::string before = make_docx(sketch);
  const DocxPackage package(before, "paper.docx");
  const DocxText text = read_docx_text(package);
  const std::string untouched = add_comments(package, text, {}, kAuthor);
  for (const std::string& part : package.zip().parts()) EXPECT_EQ(part_of(untouched, part), package.zip().read(part));

  const std::string after = comment_on(before, {"A '"});
  EXPECT_EQ(part_of(after, "word/styles.xml"), package.zip().read("word/styles.xml"));
  std::string xml = document_of(after);
  for (const std::string added : {R"(<w:commentRangeStart w:id="0"/>)", R"(<w:commentRangeEnd w:id="0"/>)",
                                  R"(<w:r><w:commentReference w:id="0"/></w:r>)"}) {
    const std::size_t at = xml.find(added);
    ASSERT_NE(at, std::string::npos) << added;
    xml.erase(at, added.size());
  }
  const std::string split = R"(</w:t></w:r><w:r><w:t xml:space="preserve">)";
  for (std::size_t at = xml.find(split); at != std::string::npos; at = xml.find(split)) xml.erase(at, split.size());
  EXPECT_EQ(xml, make_document_xml(sketch));
  EXPECT_EQ(after, comment_on(before, {"A '"}));
}

TEST(AddComments, KeepsTheCommentsThatAreThere) {
  DocxSketch sketch;
  sketch.body = R"(<w:p><w:commentRangeStart w:id="41"/>)" + run_xml("Zinc helps.") +
                R"(<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r></w:p>)";
  const std::string comment =
      R"(<w:comment w:id="41" w:author="A"><w:p w14:paraId="00000001">)" + run_xml("Sure?") + "</w:p></w:comment>";
  sketch.comments = comment;
  const std::string bytes = comment_on(make_docx(sketch), {"helps"});
  const std::string comments = part_of(bytes, "word/comments.xml");
  EXPECT_THAT(comments, HasSubstr(comment));
  EXPECT_THAT(comments, HasSubstr(R"(w:id="42" w:author="claimcheck" w:date="2026-05-01T00:00:00Z" w:initials="cc")"));
  EXPECT_EQ(text_in_range(document_of(bytes), "41"), "Zinc helps.");
  EXPECT_EQ(text_in_range(document_of(bytes), "42"), "helps");
}

TEST(AddComments, ListsCommentsInEveryPartThatHasTo) {
  const std::string bytes = comment_on(body_of(run_xml("Zinc helps.")), {"Zinc", "helps"});
  EXPECT_THAT(part_of(bytes, "[Content_Types].xml"), HasSubstr("PartName=\"/word/comments.xml\""));
  EXPECT_THAT(part_of(bytes, "[Content_Types].xml"), HasSubstr("PartName=\"/word/commentsExtended.xml\""));
  const std::string relations = part_of(bytes, "word/_rels/document.xml.rels");
  EXPECT_THAT(relations, HasSubstr("relationships/comments\" Target=\"comments.xml\""));
  EXPECT_THAT(relations, HasSubstr("2011/relationships/commentsExtended\" Target=\"commentsExtended.xml\""));
  const std::string comments = part_of(bytes, "word/comments.xml");
  const std::string extended = part_of(bytes, "word/commentsExtended.xml");
  std::set<std::string> ids;
  const std::string name = "w14:paraId=\"";
  for (std::size_t at = comments.find(name); at != std::string::npos; at = comments.find(name, at + 1)) {
    const std::string id = comments.substr(at + name.size(), 8);
    EXPECT_THAT(extended, HasSubstr("w15:paraId=\"" + id + "\" w15:done=\"0\""));
    const unsigned long value = std::stoul(id, nullptr, 16);
    EXPECT_GE(value, 1U);
    EXPECT_LT(value, 0x7FFFFFFFU);
    ids.insert(id);
  }
  EXPECT_EQ(ids.size(), 2U);
}

TEST(AddComments, ContinuesTheListOfDurableIds) {
  DocxSketch sketch;
  sketch.body = paragraph_xml("Zinc helps.");
  sketch.relations = R"(<Relationship Id="r5" Target="commentsIds.xml" )"
                     R"(Type="http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"/>)";
  sketch.extra = {{"word/commentsIds.xml", R"(<i:commentsIds xmlns:i="x"/>)"}};
  const std::string bytes = comment_on(make_docx(sketch), {"helps"});
  EXPECT_THAT(part_of(bytes, "word/commentsIds.xml"), HasSubstr("w16cid:durableId="));
  EXPECT_THAT(part_of(bytes, "word/commentsIds.xml"), testing::EndsWith("</i:commentsIds>"));
}

TEST(AddComments, WritesTextAsText) {
  const std::string bytes = body_of(run_xml("Zinc helps."));
  const DocxPackage package(bytes, "paper.docx");
  const DocxText text = read_docx_text(package);
  const std::string out =
      add_comments(package, text, {{0, {0, 4}, "C-1", {{{"a < b & \"c\" \x01\x0B]]>\xFF", true, false}}}}}, kAuthor);
  const std::string comments = part_of(out, "word/comments.xml");
  EXPECT_THAT(comments, HasSubstr("<w:b/>"));
  EXPECT_THAT(comments, HasSubstr("a &lt; b &amp; &quot;c&quot; ]]&gt;\uFFFD</w:t>"));
}

TEST(AddComments, KeepsParagraphIdsApart) {
  const std::string once = comment_on(body_of(run_xml("Zinc helps.")), {"helps"});
  const std::string twice = comment_on(once, {"helps"});
  const std::string extended = part_of(twice, "word/commentsExtended.xml");
  const std::string name = "w15:paraId=\"";
  const std::size_t first = extended.find(name) + name.size();
  const std::size_t second = extended.find(name, first) + name.size();
  EXPECT_NE(extended.substr(first, 8), extended.substr(second, 8));
  EXPECT_EQ(part_of(once, "word/commentsExtended.xml").substr(first, 8), extended.substr(first, 8));
}

TEST(AddComments, WritesStrictDocumentsInTheirNamespace) {
  DocxSketch sketch;
  sketch.strict = true;
  sketch.body = paragraph_xml("Zinc helps.");
  const std::string bytes = comment_on(make_docx(sketch), {"helps"});
  EXPECT_THAT(part_of(bytes, "word/comments.xml"), HasSubstr("http://purl.oclc.org/ooxml/wordprocessingml/main"));
  EXPECT_THAT(part_of(bytes, "word/_rels/document.xml.rels"),
              HasSubstr("http://purl.oclc.org/ooxml/officeDocument/relationships/comments"));
}

TEST(AddComments, UsesThePrefixOfTheDocument) {
  std::string xml = make_document_xml(sketch_of(paragraph_xml("Zinc helps.")));
  for (std::size_t at = xml.find("w:"); at != std::string::npos; at = xml.find("w:", at)) xml.replace(at, 2, "ns0:");
  xml.replace(xml.find("xmlns:w="), 8, "xmlns:ns0=");
  std::vector<ZipFile> files;
  const std::string plain = make_docx(sketch_of(paragraph_xml("Zinc helps.")));
  const ZipPackage package(plain, "paper.docx");
  for (const std::string& part : package.parts()) {
    files.push_back({part, part == "word/document.xml" ? xml : package.read(part)});
  }
  const std::string out = document_of(comment_on(make_zip(files), {"helps"}));
  EXPECT_THAT(out, HasSubstr("<ns0:commentRangeStart ns0:id=\"0\"/>"));
  EXPECT_THAT(out, Not(HasSubstr("<w:")));
}

}  // namespace
}  // namespace claimcheck
