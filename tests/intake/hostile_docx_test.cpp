// Files that were made to do harm, or were harmed: one clear error each.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/error.h"
#include "intake/read_docx.h"
#include "ooxml/zip_package.h"
#include "support/docx_builder.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;

std::string problem_of(const std::string& bytes) {
  try {
    read_docx(bytes, "paper.docx");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    const std::string message = error.what();
    EXPECT_EQ(message.find('\n'), std::string::npos);
    EXPECT_THAT(message, testing::StartsWith("paper.docx: "));
    EXPECT_LT(message.size(), 400U);
    return message;
  }
  return "no error";
}

DocxSketch sketch_of(const std::string& body) {
  DocxSketch sketch;
  sketch.body = body;
  return sketch;
}

// A good document with one file replaced.
std::string with_file(const std::string& name, const std::string& content) {
  const std::string good = make_docx(sketch_of(paragraph_xml("Zinc helps.")));
  const ZipPackage package(good, "paper.docx");
  std::vector<ZipFile> files;
  for (const std::string& part : package.parts()) {
    files.push_back({part, part == name ? content : package.read(part)});
  }
  return make_zip(files);
}

std::string repeat(const std::string& text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string relations(const std::string& role, const std::string& target) {
  return R"(<Relationships><Relationship Id="r1" Type="x/)" + role + R"(" Target=")" + target +
         R"("/></Relationships>)";
}

TEST(HostileDocx, EndsInOneClearError) {
  struct Case {
    std::string what;
    std::string bytes;
    std::string words;
  };
  const std::string document = "word/document.xml";
  const std::string entities =
      R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document>&b;</w:document>)";
  const std::string big(std::size_t{9} << 20U, ' ');
  const std::vector<Case> cases{
      {"ZIP bomb", with_file(document, big), "ZIP bomb"},
      {"entity bomb", with_file(document, entities), "document type declaration"},
      {"nested tags", make_docx(sketch_of(repeat("<w:p>", 10'000) + repeat("</w:p>", 10'000))), "nested deeper"},
      {"nested and not closed", with_file(document, repeat("<a>", 100'000)), "well-formed"},
      {"broken UTF-8", make_docx(sketch_of("<w:p><w:r><w:t>\xC3\x28</w:t></w:r></w:p>")), "not valid UTF-8"},
      {"another encoding", with_file(document, R"(<?xml version="1.0" encoding="ISO-8859-1"?><a/>)"), "encoding"},
      {"no XML", with_file(document, "plain words"), "well-formed"},
      {"empty", with_file(document, ""), "well-formed"},
      {"another root", with_file(document, "<html/>"), "no body of text"},
      {"a prefix of two meanings",
       with_file(document, R"(<w:a xmlns:w="http://schemas.openxmlformats.org/)"
                           R"(wordprocessingml/2006/main"><b xmlns:w="x"/></w:a>)"),
       "several namespaces"},
      {"no main document", with_file("_rels/.rels", "<Relationships/>"), "which part is the main document"},
      {"a missing main document", with_file("_rels/.rels", relations("officeDocument", "word/no.xml")), "is not there"},
      {"a main document outside", with_file("_rels/.rels", relations("officeDocument", "../../etc/passwd")),
       "is not there"},
      {"the list of relations as main document", with_file("_rels/.rels", relations("officeDocument", "_rels/.rels")),
       "a type that is not Word's"},
      {"styles that are the document", with_file("word/_rels/document.xml.rels", relations("styles", "document.xml")),
       "lead back"},
      {"missing styles", with_file("word/_rels/document.xml.rels", relations("styles", "none.xml")), "not there"},
      {"a spreadsheet",
       with_file("[Content_Types].xml", R"(<Types><Override PartName="/word/document.xml" ContentType="application/)"
                                        R"(vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)"),
       "a spreadsheet"},
  };
  for (const Case& c : cases) EXPECT_THAT(problem_of(c.bytes), HasSubstr(c.words)) << c.what;
}

TEST(HostileDocx, SurvivesRingsAndEndlessFields) {
  DocxSketch sketch;
  sketch.styles = R"(<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>)"
                  R"(<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>)";
  const std::string begin = R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)";
  sketch.body = paragraph_xml("Zinc helps.", "A") + "<w:p>" + repeat(begin, 1000) + run_xml("kept") + "</w:p>" +
                R"(<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>)";
  sketch.footnotes = R"(<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r>)" + run_xml("Again") +
                     "</w:p></w:footnote>";
  const Document document = read_docx(make_docx(sketch), "paper.docx");
  EXPECT_EQ(document.text, "Zinc helps.\nkept\nAgain\n");
  EXPECT_THAT(document.problems, testing::ElementsAre(HasSubstr("A field in it has no end")));
}

TEST(HostileDocx, RefusesTruncatedArchives) {
  const std::string good = make_docx(sketch_of(paragraph_xml("Zinc helps.")));
  for (std::size_t size = 0; size < good.size(); size += 13) EXPECT_NE(problem_of(good.substr(0, size)), "no error");
}

TEST(HostileDocx, RefusesSizesThatLie) {
  const std::string good = make_docx(sketch_of(repeat(paragraph_xml("Zinc helps."), 200)));
  const std::string central = "PK\x01\x02";
  for (const std::string& size : {std::string("\x10\0\0\0", 4), std::string("\xFF\xFF\xFF\xFF", 4),
                                  std::string("\xF0\xFF\xFF\x0F", 4), std::string("\0\0\0\0", 4)}) {
    std::string lie = good;
    for (std::size_t at = lie.find(central); at != std::string::npos; at = lie.find(central, at + 1)) {
      lie.replace(at + 24, 4, size);
    }
    EXPECT_NE(problem_of(lie), "no error");
  }
}

TEST(HostileDocx, SurvivesAnyChangedByte) {
  const std::string good = make_docx(sketch_of(paragraph_xml("Zinc helps.")));
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string changed = good;
    changed[at] = static_cast<char>(~changed[at]);
    problem_of(changed);
  }
}

}  // namespace
}  // namespace claimcheck
