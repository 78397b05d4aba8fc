#include "ooxml/docx_text.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;

DocxText read(const DocxSketch& sketch) {
  const std::string bytes = make_docx(sketch);
  return read_docx_text(DocxPackage(bytes, "paper.docx"));
}

std::vector<std::string> lines(const DocxText& text) {
  std::vector<std::string> all;
  for (const DocxParagraph& paragraph : text.paragraphs) all.push_back(paragraph.text);
  return all;
}

std::vector<std::string> lines_of_body(const std::string& body) {
  DocxSketch sketch;
  sketch.body = body;
  return lines(read(sketch));
}

std::string in_paragraph(const std::string& content) {
  return "<w:p>" + content + "</w:p>";
}

TEST(ReadDocxText, ReadsInlineContentAsAPersonSeesIt) {
  struct Case {
    std::string what;
    std::string content;
    std::string text;
  };
  const std::vector<Case> cases{
      {"runs are joined", run_xml("Zinc low") + run_xml("ers ") + run_xml("pain.", "<w:i/>"), "Zinc lowers pain."},
      {"a tab and a line break are spaces", "<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r>", "A B C"},
      {"white space is one and trimmed", run_xml("  Zinc \t ") + run_xml("  helps "), "Zinc helps"},
      {"a hyphen that keeps words together", "<w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r>",
       "long\u2011term"},
      {"a soft hyphen is nothing", "<w:r><w:t>ana</w:t><w:softHyphen/><w:t>lgesia</w:t></w:r>", "analgesia"},
      {"a symbol", R"(<w:r><w:t>n </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 40</w:t></w:r>)", "n \u2265 40"},
      {"letters of the symbol font",
       R"(<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF06D;</w:t></w:r>)" + run_xml("g"), "\u03BCg"},
      {"a sign of another font is left out", R"(<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>)" + run_xml("Yes"),
       "Yes"},
      {"entities", "<w:r><w:t>P &lt; .05 &amp; n &gt; 9 &#x2265; &#8804;</w:t></w:r>", "P < .05 & n > 9 \u2265 \u2264"},
      {"insertions are in", R"(<w:ins w:id="1">)" + run_xml("New ") + "</w:ins>" + run_xml("words"), "New words"},
      {"deletions are out", run_xml("Kept") + "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>", "Kept"},
      {"moves are made", "<w:moveFrom>" + run_xml("old ") + "</w:moveFrom><w:moveTo>" + run_xml("new") + "</w:moveTo>",
       "new"},
      {"hidden text is out", run_xml("Seen") + run_xml(" unseen", "<w:vanish/>"), "Seen"},
      {"switched off is not hidden", run_xml("Seen", R"(<w:vanish w:val="0"/>)"), "Seen"},
      {"the result of a field", run_xml("See ") + field_xml("REF a", run_xml("Table 1")) + run_xml("."),
       "See Table 1."},
      {"a field in the code of a field",
       field_xml("IF", "") + R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)" + field_xml("PAGE", run_xml("7")) +
           R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + run_xml("yes") +
           R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)",
       "yes"},
      {"a simple field", R"(<w:fldSimple w:instr="REF b">)" + run_xml("Figure 2") + "</w:fldSimple>", "Figure 2"},
      {"a link", "<w:hyperlink w:anchor=\"x\">" + run_xml("here") + "</w:hyperlink>", "here"},
      {"a control", "<w:sdt><w:sdtPr/><w:sdtContent>" + run_xml("Controlled") + "</w:sdtContent></w:sdt>",
       "Controlled"},
      {"a placeholder is out",
       run_xml("A") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run_xml("Click here") +
           "</w:sdtContent></w:sdt>",
       "A"},
      {"smart tags and custom XML", "<w:smartTag><w:customXml>" + run_xml("Basel") + "</w:customXml></w:smartTag>",
       "Basel"},
      {"ruby: the base",
       "<w:r><w:ruby><w:rt>" + run_xml("kana") + "</w:rt><w:rubyBase>" + run_xml("kanji") +
           "</w:rubyBase></w:ruby></w:r>",
       "kanji"},
      {"an equation",
       "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
       "</m:oMath>",
       "a/b"},
      {"CDATA", "<w:r><w:t><![CDATA[a < b]]></w:t></w:r>", "a < b"},
      {"alternatives: the first alone",
       "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>once</w:t></mc:Choice>"
       "<mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r>",
       "once"},
  };
  for (const Case& c : cases) EXPECT_THAT(lines_of_body(in_paragraph(c.content)), ElementsAre(c.text)) << c.what;
}

TEST(ReadDocxText, ReadsBlocksInOrder) {
  const std::string p = paragraph_xml("P");
  const auto cell = [](const std::string& text) { return "<w:tc>" + paragraph_xml(text) + "</w:tc>"; };
  EXPECT_THAT(lines_of_body(p + "<w:tbl><w:tr>" + cell("A") + cell("B") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" +
                            cell("gone") + "</w:tr><w:tr>" + cell("C") + "<w:tc><w:tbl><w:tr>" + cell("D") +
                            "</w:tr></w:tbl>" + paragraph_xml("E") + "</w:tc></w:tr></w:tbl>" + p),
              ElementsAre("P", "A", "B", "C", "D", "E", "P"));
  EXPECT_THAT(lines_of_body("<w:sdt><w:sdtContent>" + p + "</w:sdtContent></w:sdt><w:p/>" + p), ElementsAre("P", "P"));
  const std::string box = "<w:txbxContent>" + paragraph_xml("In the box") + "</w:txbxContent>";
  EXPECT_THAT(lines_of_body(in_paragraph(
                  run_xml("Before ") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" +
                  box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                  "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run_xml("after"))),
              ElementsAre("Before after", "In the box"));
}

TEST(ReadDocxText, JoinsParagraphsWhoseMarkIsDeleted) {
  EXPECT_THAT(lines_of_body("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run_xml("One ") + "</w:p>" +
                            paragraph_xml("sentence.")),
              ElementsAre("One sentence."));
}

TEST(ReadDocxText, ReadsNotesAtTheEnd) {
  DocxSketch sketch;
  sketch.body = in_paragraph(run_xml("Text") + R"(<w:r><w:endnoteReference w:id="2"/></w:r>)" + run_xml(" goes on") +
                             R"(<w:r><w:footnoteReference w:id="3"/></w:r>)");
  sketch.footnotes = R"(<w:footnote w:id="3">)" + paragraph_xml("Foot") + "</w:footnote>" + R"(<w:footnote w:id="4">)" +
                     paragraph_xml("Nobody refers here") + "</w:footnote>";
  sketch.endnotes = R"(<w:endnote w:id="2">)" + paragraph_xml("End") + "</w:endnote>";
  const DocxText text = read(sketch);
  EXPECT_THAT(lines(text), ElementsAre("Text goes on", "Foot", "End"));
  EXPECT_EQ(text.paragraphs[1].anchor, "footnote-3");
  ASSERT_EQ(text.paragraphs[0].marks.size(), 2U);
  EXPECT_EQ(text.paragraphs[0].marks[0].target, "#endnote-2");
  EXPECT_EQ(text.paragraphs[0].marks[0].span, (Span{4, 4}));
  EXPECT_EQ(text.paragraphs[0].marks[1].target, "#footnote-3");
}

TEST(ReadDocxText, KnowsHeadingsByTheirStyle) {
  DocxSketch sketch;
  sketch.styles =
      R"(<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="House head"/><w:basedOn w:val="Base"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:basedOn w:val="Own"/>)"
      R"(<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="List"><w:name w:val="List Bullet"/>)"
      R"(<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>)";
  sketch.body = paragraph_xml("A", "berschrift1") + paragraph_xml("B", "Own") + paragraph_xml("C", "List") +
                R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>)" + run_xml("D") +
                "</w:p>" + R"(<w:p><w:pPr><w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>)" +
                run_xml("E") + "</w:p>" + paragraph_xml("F", "Heading2");
  const std::vector<DocxParagraph> read_back = read(sketch).paragraphs;
  ASSERT_EQ(read_back.size(), 6U);
  EXPECT_EQ(read_back[0].outline, 0);
  EXPECT_EQ(read_back[0].style, "heading 1");
  EXPECT_EQ(read_back[1].outline, 2);
  EXPECT_EQ(read_back[2].list_level, 0);
  EXPECT_EQ(read_back[3].list_level, 1);
  EXPECT_EQ(read_back[4].list_level, std::nullopt);
  EXPECT_EQ(read_back[5].outline, 1);
}

TEST(ReadDocxText, FindsTextBackInTheSource) {
  DocxSketch sketch;
  sketch.body = in_paragraph(run_xml("Zinc  &") + "<w:r><w:t>&#x3B2;</w:t><w:tab/><w:t>helps</w:t></w:r>");
  const std::string source = make_document_xml(sketch);
  const DocxText text = read(sketch);
  ASSERT_EQ(lines(text), std::vector<std::string>{"Zinc &\u03B2 helps"});
  std::vector<std::string> stretches;
  std::size_t end = 0;
  for (const DocxStretch& stretch : text.paragraphs[0].stretches) {
    EXPECT_EQ(stretch.text.begin, end);
    end = stretch.text.end;
    stretches.emplace_back(slice(source, stretch.source));
    if (stretch.divisible) {
      EXPECT_EQ(slice(text.paragraphs[0].text, stretch.text), stretches.back());
    }
    EXPECT_EQ(source.substr(stretch.run, 4), "<w:r");
    EXPECT_EQ(source.substr(stretch.element, 4), "<w:t");
  }
  EXPECT_EQ(end, text.paragraphs[0].text.size());
  EXPECT_THAT(stretches, ElementsAre("Zinc ", "&amp;", "&#x3B2;", "<w:tab/>", "helps"));
}

TEST(ReadDocxText, MarksLinksFieldsAndSuperscripts) {
  DocxSketch sketch;
  sketch.relations = R"(<Relationship Id="r9" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/>)";
  sketch.body = in_paragraph(run_xml("See ") + "<w:hyperlink r:id=\"r9\">" + run_xml("this") + "</w:hyperlink>" +
                             run_xml("1, 2", R"(<w:vertAlign w:val="superscript"/>)") + run_xml(" and") +
                             field_xml("ADDIN ZOTERO_ITEM {}", run_xml("3", R"(<w:vertAlign w:val="superscript"/>)")) +
                             field_xml("HYPERLINK \\l \"ref3\"", run_xml(" link")));
  const DocxParagraph paragraph = read(sketch).paragraphs.at(0);
  ASSERT_EQ(paragraph.text, "See this1, 2 and3 link");
  EXPECT_THAT(paragraph.marks,
              ElementsAre(DocxMark{{4, 8}, "https://a.example/", "", "", false}, DocxMark{{8, 12}, "", "", "", true},
                          DocxMark{{16, 17}, "", "ADDIN ZOTERO_ITEM {}", "", true},
                          DocxMark{{18, 22}, "#ref3", "HYPERLINK \\l \"ref3\"", "", false}));
}

TEST(ReadDocxText, ReadsStrictDocumentsAndOtherPrefixes) {
  DocxSketch sketch;
  sketch.strict = true;
  sketch.body = paragraph_xml("Strict");
  EXPECT_THAT(lines(read(sketch)), ElementsAre("Strict"));
}

}  // namespace
}  // namespace claimcheck
