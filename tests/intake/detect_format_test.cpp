#include "intake/detect_format.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

std::string refusal(std::string_view bytes, std::string_view name) {
  try {
    detect_format(bytes, name);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return {};
}

TEST(DetectFormat, GoesByTheContentFirst) {
  EXPECT_EQ(detect_format("%PDF-1.7\n", "tea.txt"), InputFormat::pdf);
  EXPECT_EQ(detect_format("junk\n%PDF-1.4", "tea"), InputFormat::pdf);
  EXPECT_EQ(detect_format("PK\x03\x04 … word/document.xml", "tea.zip"), InputFormat::docx);
  EXPECT_EQ(detect_format("\n<!DOCTYPE HTML><p>", "tea.txt"), InputFormat::html);
  EXPECT_EQ(detect_format("\xEF\xBB\xBF<?xml version='1.0'?><!-- x --><html>", "tea"), InputFormat::html);
  EXPECT_EQ(detect_format("\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "tea"), InputFormat::html);
  EXPECT_EQ(detect_format(" {\"schema_version\": 1}", "tea.txt"), InputFormat::claims);
  EXPECT_EQ(detect_format("[{\"id\"", "tea.md"), InputFormat::claims);
}

TEST(DetectFormat, GoesByTheExtensionElse) {
  EXPECT_EQ(detect_format("Tea", "a.b/Tea.MD"), InputFormat::markdown);
  EXPECT_EQ(detect_format("[Tea](x)", "tea.markdown"), InputFormat::markdown);
  EXPECT_EQ(detect_format("<div>Tea", "tea.md"), InputFormat::markdown);
  EXPECT_EQ(detect_format("# Tea", "tea.txt"), InputFormat::text);
  EXPECT_EQ(detect_format("Tea", "tea.text"), InputFormat::text);
  EXPECT_EQ(detect_format("Tea", "tea.htm"), InputFormat::html);
  EXPECT_EQ(detect_format("Tea", "tea.xhtml"), InputFormat::html);
  EXPECT_EQ(detect_format("no json", "tea.json"), InputFormat::claims);
}

TEST(DetectFormat, GuessesATextWithoutAnExtension) {
  EXPECT_EQ(detect_format("Tea is hot.", "standard input"), InputFormat::text);
  EXPECT_EQ(detect_format("Tea\n\n## Uses\n", "folder.d/tea"), InputFormat::markdown);
  EXPECT_EQ(detect_format("T\0e\0a\0 \0i\0s\0 \0"s, "tea"), InputFormat::text);
}

TEST(DetectFormat, RefusesWhatCannotBeReadAndSaysTheWayOut) {
  struct Refused {
    std::string bytes;
    std::string name;
    std::string says;
  };
  const std::vector<Refused> cases{
      {"", "tea.txt", "tea.txt: the file is empty; give one with text"},
      {"\xD0\xCF\x11\xE0\xA1", "tea.doc",
       "older Office (.doc, .xls, .ppt), or one with a password, which cannot be "
       "read; open it and save it as .docx"},
      {"{\\rtf1", "tea.rtf", "an RTF file, which cannot be read; open it and save it as .docx"},
      {"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "tea.odt", "an OpenDocument text (.odt)"},
      {"PK\x03\x04 xl/workbook.xml", "tea.xlsx", "an Excel workbook"},
      {"PK\x03\x04 ppt/presentation.xml", "tea.pptx", "a PowerPoint presentation"},
      {"PK\x03\x04 other", "tea.docx", "an archive without a Word document"},
      {"\x89PNG\r\n", "tea.txt", "a picture, which cannot be read; give the article's text instead"},
      {"\x7F"
       "ELF\x02",
       "tea", "a program"},
      {"no zip", "tea.docx", "named .docx, but no Word document"},
      {"no pdf", "tea.pdf", "named .pdf, but no PDF"},
      {"\\documentclass{x}", "tea.tex", "a file with the extension .tex, which cannot be read; what can be: Word"},
      {"\x01\x02\x03\x04\x05 rubbish", "tea.txt", "no text but binary data"},
  };
  for (const Refused& c : cases) {
    EXPECT_THAT(refusal(c.bytes, c.name), HasSubstr(c.says)) << c.name;
    EXPECT_THAT(refusal(c.bytes, c.name), ::testing::StartsWith(c.name + ": "));
  }
}

}  // namespace
}  // namespace claimcheck
