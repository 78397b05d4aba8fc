#include "intake/read_docx.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <vector>

#include "core/error.h"
#include "ooxml/zip_package.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Document read(const DocxSketch& sketch) {
  return read_docx(make_docx(sketch), "drafts/paper.docx");
}

std::vector<std::string> outline_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    std::string line(to_string(block.kind));
    if (block.level > 0) line += ' ' + std::to_string(block.level);
    lines.push_back(line + ": " + block.text);
  }
  return lines;
}

std::vector<std::string> outline_of_body(const std::string& body) {
  DocxSketch sketch;
  sketch.body = body;
  return outline_of(read(sketch));
}

TEST(ReadDocx, PutsOneBlockOnALine) {
  DocxSketch sketch;
  sketch.body = paragraph_xml("Zinc and colds", "Title") + paragraph_xml("Zinc \u2265 9 mg helps.") + "<w:p/>" +
                paragraph_xml("So it does.");
  const Document document = read(sketch);
  EXPECT_EQ(document.name, "paper.docx");
  EXPECT_EQ(document.sha256.size(), 64U);
  EXPECT_EQ(document.format, DocumentFormat::docx);
  EXPECT_EQ(document.text, "Zinc and colds\nZinc \u2265 9 mg helps.\nSo it does.\n");
  ASSERT_EQ(document.blocks.size(), 3U);
  std::size_t number = 0;
  for (const Block& block : document.blocks) {
    EXPECT_EQ(block.number, ++number);
    const auto place = find_in_document(block, {0, block.text.size()});
    ASSERT_TRUE(place);
    EXPECT_EQ(slice(document.text, *place), block.text);
  }
  EXPECT_THAT(document.problems, IsEmpty());
}

TEST(ReadDocx, TellsWhatBlocksAre) {
  const std::string list = R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>)";
  const auto table = [](const std::string& content) { return "<w:tbl><w:tr>" + content + "</w:tr></w:tbl>"; };
  const auto cell = [](const std::string& text) { return "<w:tc>" + paragraph_xml(text) + "</w:tc>"; };
  EXPECT_THAT(outline_of_body(paragraph_xml("Results", "Heading2")), ElementsAre("heading 2: Results"));
  EXPECT_THAT(outline_of_body("<w:p>" + run_xml("Safety", "<w:b/>") + "</w:p>" + paragraph_xml("Well.")),
              ElementsAre("heading 1: Safety", "paragraph: Well."));
  EXPECT_THAT(outline_of_body("<w:p>" + run_xml("Zinc is safe.", "<w:b/>") + "</w:p>"),
              ElementsAre("paragraph: Zinc is safe."));
  EXPECT_THAT(outline_of_body(list + run_xml("Item") + "</w:p>"), ElementsAre("list_item 2: Item"));
  EXPECT_THAT(outline_of_body(table(cell("A") + cell("B"))), ElementsAre("table_cell: A", "table_cell: B"));
  EXPECT_THAT(outline_of_body(table(cell("Key points"))), ElementsAre("callout: Key points"));
  EXPECT_THAT(outline_of_body("<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + paragraph_xml("Box") +
                              "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
              ElementsAre("callout: Box"));
  const std::string toc =
      R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \o</w:instrText></w:r>)"
      R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" +
      run_xml("Results 3") + "</w:p>" + paragraph_xml("Safety 4") +
      R"(<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>)";
  EXPECT_THAT(outline_of_body(toc + paragraph_xml("Text.")),
              ElementsAre("boilerplate: Results 3", "boilerplate: Safety 4", "paragraph: Text."));
}

TEST(ReadDocx, KnowsStylesByTheirNames) {
  DocxSketch sketch;
  const auto style = [&](const std::string& id, const std::string& name) {
    sketch.styles +=
        R"(<w:style w:type="paragraph" w:styleId=")" + id + R"("><w:name w:val=")" + name + R"("/></w:style>)";
    sketch.body += paragraph_xml(id, id);
  };
  style("Beschriftung", "caption");
  style("Zitat", "Quote");
  style("Verz1", "toc 1");
  style("Lit", "Bibliography");
  style("Titel", "Title");
  EXPECT_THAT(outline_of(read(sketch)), ElementsAre("caption: Beschriftung", "quotation: Zitat", "boilerplate: Verz1",
                                                    "reference: Lit", "heading 1: Titel"));
}

TEST(ReadDocx, FindsTheReferenceList) {
  const std::string entry = paragraph_xml("1. Doe J. Zinc. 2020.");
  EXPECT_THAT(outline_of_body(paragraph_xml("References", "Heading1") + entry + paragraph_xml("Books", "Heading2") +
                              entry + paragraph_xml("Appendix", "Heading1") + paragraph_xml("Text.")),
              ElementsAre("heading 1: References", "reference: 1. Doe J. Zinc. 2020.", "heading 2: Books",
                          "reference: 1. Doe J. Zinc. 2020.", "heading 1: Appendix", "paragraph: Text."));
  EXPECT_THAT(outline_of_body(paragraph_xml("7. Literaturverzeichnis:") + entry + "<w:p>" +
                              run_xml("Figure legends", "<w:b/>") + "</w:p>" + paragraph_xml("Text.")),
              ElementsAre("heading 1: 7. Literaturverzeichnis:", "reference: 1. Doe J. Zinc. 2020.",
                          "heading 1: Figure legends", "paragraph: Text."));
  const std::string bibliography = "<w:p>" + field_xml("ADDIN ZOTERO_BIBL {}", run_xml("Doe J. Zinc.")) + "</w:p>";
  EXPECT_THAT(outline_of_body(bibliography + paragraph_xml("Text.")),
              ElementsAre("reference: Doe J. Zinc.", "paragraph: Text."));
}

TEST(ReadDocx, GivesSectionsAndTableHeaders) {
  const auto row = [](const std::vector<std::string>& texts) {
    std::string cells = "<w:tr>";
    for (const std::string& text : texts) cells += "<w:tc>" + paragraph_xml(text) + "</w:tc>";
    return cells + "</w:tr>";
  };
  DocxSketch sketch;
  sketch.body = paragraph_xml("Harms", "Heading1") + paragraph_xml("Few.") + "<w:tbl>" + row({"", "Zinc", "Placebo"}) +
                row({"Nausea", "9%", "3%"}) + "</w:tbl>";
  const Document document = read(sketch);
  EXPECT_EQ(document.blocks.at(1).section, "Harms");
  const Block& last = document.blocks.back();
  EXPECT_EQ(last.text, "3%");
  EXPECT_EQ(last.section, "Harms");
  EXPECT_THAT(last.headers, ElementsAre("Placebo", "Nausea"));
  EXPECT_THAT(document.blocks.at(4).headers, IsEmpty());
}

TEST(ReadDocx, ReadsWhatIsCited) {
  DocxSketch sketch;
  sketch.body = "<w:p>" + run_xml("Zinc helps") +
                field_xml(R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"itemData":{"PMID":"7","title":"Z"}}]})",
                          run_xml("(Doe 2020)")) +
                run_xml(".") + R"(<w:r><w:footnoteReference w:id="2"/></w:r>)" + "</w:p>";
  sketch.footnotes = R"(<w:footnote w:id="2">)" + paragraph_xml("Doe J. Zinc.") + "</w:footnote>";
  const Document document = read(sketch);
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_THAT(document.blocks[0].marks,
              ElementsAre(ReferenceMark{{10, 20}, "", false, {CitedSource{"(Doe 2020)", 7, "", "Z"}}},
                          ReferenceMark{{21, 21}, "#footnote-2", true, {}}));
  EXPECT_EQ(document.blocks[1].anchor, "footnote-2");
}

TEST(ReadDocx, ReadsWhatWordsOwnFieldsCite) {
  DocxSketch sketch;
  sketch.body = "<w:p>" + run_xml("Zinc helps") + "<w:sdt><w:sdtPr><w:citation/></w:sdtPr><w:sdtContent>" +
                field_xml(R"( CITATION Doe20 \l 1033 )", run_xml(" (Doe, 2020)")) + "</w:sdtContent></w:sdt>" +
                run_xml(", and soon") + R"(<w:fldSimple w:instr="CITATION Roe19 \m Doe20">)" + run_xml(" [2]") +
                "</w:fldSimple>" + run_xml(".") + "</w:p>";
  sketch.relations = R"(<Relationship Id="s0" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
                     R"(relationships/customXml" Target="../customXml/item1.xml"/>)"
                     R"(<Relationship Id="s1" Type="x/customXml" Target="../customXml/item2.xml"/>)";
  // What other programs keep there is none of our business, even where it is no XML.
  sketch.extra = {{"customXml/item1.xml", "<!DOCTYPE x><settings>&x;"},
                  {"customXml/item2.xml",
                   R"(<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">)"
                   "<b:Source><b:Tag>Doe20</b:Tag><b:Title>Zinc &amp; colds</b:Title><b:Year>2020</b:Year>"
                   "<b:Author><b:Author><b:NameList><b:Person><b:Last>Doe</b:Last></b:Person></b:NameList></b:Author>"
                   "</b:Author><b:DOI>10.1000/Z.1</b:DOI></b:Source><b:Source><b:Tag>Roe19</b:Tag>"
                   "<b:URL>https://pubmed.ncbi.nlm.nih.gov/7/</b:URL></b:Source></b:Sources>"}};
  const Document document = read(sketch);
  const CitedSource doe{"(Doe, 2020)", std::nullopt, "10.1000/z.1", "Zinc & colds"};
  CitedSource doe_again = doe;
  doe_again.label = "[2]";
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].text, "Zinc helps (Doe, 2020), and soon [2].");
  EXPECT_THAT(document.blocks[0].marks,
              ElementsAre(ReferenceMark{{11, 22}, "", false, {doe}},
                          ReferenceMark{{33, 36}, "", false, {CitedSource{"[2]", 7, "", ""}, doe_again}}));
}

TEST(ReadDocx, ReadsWhatEndNoteKeepsInTheDataOfItsFields) {
  const std::string data =
      "PEVuZE5vdGU+PENpdGU+PHJlY29yZD48YWNjZXNzaW9uLW51bT44ODwvYWNjZXNzaW9uLW51bT48L3JlY29yZD48"
      "L0NpdGU+PC9FbmROb3RlPgA=";
  const std::string begin = R"(<w:r><w:fldChar w:fldCharType="begin"><w:fldData xml:space="preserve">)" + data +
                            "</w:fldData></w:fldChar></w:r>";
  const auto code = [](const std::string& text) { return "<w:r><w:instrText>" + text + "</w:instrText></w:r>"; };
  const std::string end = R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
  DocxSketch sketch;
  sketch.body = "<w:p>" + run_xml("Zinc helps ") + begin + code(" ADDIN EN.CITE ") + begin +
                code(" ADDIN EN.CITE.DATA ") + end + R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" +
                run_xml("[3]") + end + "</w:p>";
  const Document document = read(sketch);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_THAT(document.blocks[0].marks,
              ElementsAre(ReferenceMark{{11, 14}, "", false, {CitedSource{"[3]", 88, "", ""}}}));
}

TEST(ReadDocx, LeadsLinksToTheParagraphWithTheirBookmark) {
  DocxSketch sketch;
  sketch.body = "<w:p>" + run_xml("Zinc helps ") + R"(<w:hyperlink w:anchor="_ENREF_1">)" + run_xml("1") +
                R"(</w:hyperlink></w:p><w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>)" +
                R"(<w:bookmarkStart w:id="1" w:name="_ENREF_1"/>)" + run_xml("Doe J. Zinc.") + "</w:p>";
  const Document document = read(sketch);
  EXPECT_EQ(document.blocks.at(0).marks.at(0).url, "#_ENREF_1");
  EXPECT_EQ(document.blocks.at(1).anchor, "_ENREF_1");
}

// A document with one part as `change` makes it.
std::string with_part(const std::string& name, const std::function<std::string(std::string)>& change) {
  DocxSketch sketch;
  sketch.body = paragraph_xml("Zinc \u2265 9 mg helps.");
  const std::string bytes = make_docx(sketch);
  const ZipPackage package(bytes, "paper.docx");
  std::vector<ZipFile> files;
  for (const std::string& part : package.parts()) {
    files.push_back({part, part == name ? change(package.read(part)) : package.read(part)});
  }
  return make_zip(files);
}

TEST(ReadDocx, AcceptsDocumentsWithMacros) {
  const std::string bytes = with_part("[Content_Types].xml", [](std::string types) {
    const std::string plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    return types.replace(types.find(plain), plain.size(), "application/vnd.ms-word.document.macroEnabled.main+xml");
  });
  EXPECT_EQ(read_docx(bytes, "paper.docm").text, "Zinc \u2265 9 mg helps.\n");
}

TEST(ReadDocx, FollowsRelationshipsWhereverTheyLead) {
  for (const std::string target : {"/word/document.xml", "./word/document.xml", "x/../word/Document.XML"}) {
    const std::string bytes = with_part("_rels/.rels", [&](const std::string&) {
      return R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target=")" + target +
             R"("/></Relationships>)";
    });
    EXPECT_EQ(read_docx(bytes, "paper.docx").blocks.size(), 1U) << target;
  }
}

TEST(ReadDocx, ReadsUtf16) {
  const std::string bytes = with_part("word/document.xml", [](const std::string& xml) {
    std::string wide = "\xFE\xFF";
    for (std::size_t at = 0; at < xml.size(); ++at) {
      // The one character beyond ASCII is U+2265, three bytes long.
      const bool ascii = static_cast<unsigned char>(xml[at]) < 0x80;
      wide += ascii ? '\0' : '\x22';
      wide += ascii ? xml[at] : '\x65';
      if (!ascii) at += 2;
    }
    return wide;
  });
  EXPECT_EQ(read_docx(bytes, "paper.docx").text, "Zinc \u2265 9 mg helps.\n");
}

TEST(ReadDocx, SaysWhatAForeignFileIs) {
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "empty"},
      {ole + std::string(100, '\0'), "old binary .doc"},
      {ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32), "password"},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"META-INF/manifest.xml", "<x/>"}}), ".odt"},
      {make_zip({{"a.txt", "x"}}), "no Word document"},
      {"{\\rtf1 x}", "RTF"},
      {"%PDF-1.7", "PDF"},
      {"plain words", "no ZIP archive"},
  };
  for (const auto& [bytes, words] : cases) {
    try {
      read_docx(bytes, "paper.docx");
      FAIL() << words;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_THAT(error.what(), HasSubstr("paper.docx: "));
      EXPECT_THAT(error.what(), HasSubstr(words));
    }
  }
}

}  // namespace
}  // namespace claimcheck
