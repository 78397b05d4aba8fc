// What other programs make of the files that we write.
#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "report/docx_article.h"
#include "report/write_docx.h"
#include "support/shell.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;

std::string whole_file(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string write_annotated(const TemporaryFolder& folder) {
  const DocxArticle article = docx_article(words_of_article());
  std::ofstream(folder.file("guide.docx"), std::ios::binary)
      << write_docx(article.run, article.document, article.bytes);
  return folder.file("guide.docx");
}

TEST(DocxPrograms, PandocSeesTheCommentsOnTheirWords) {
  if (!has_program("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const TemporaryFolder folder;
  const std::string text =
      run_shell("pandoc --track-changes=all --wrap=none -t markdown '" + write_annotated(folder) + "'").out;
  const auto around = [&](const std::string& id) {
    const std::size_t begin = text.find("{.comment-start id=\"" + id + "\"");
    const std::size_t start = text.find('}', begin);
    const std::size_t end = text.find("[]{.comment-end id=\"" + id + "\"", start);
    if (begin == std::string::npos || end == std::string::npos) return std::string("no comment ") + id;
    return text.substr(start + 1, end - start - 1);
  };
  EXPECT_THAT(around("0"), HasSubstr("Veldoxine: a short guide"));
  EXPECT_THAT(around("1"), HasSubstr("*improves*"));
  EXPECT_THAT(around("1"), testing::EndsWith("in adults"));
  EXPECT_THAT(around("2"), testing::StartsWith("It is "));
  EXPECT_THAT(around("2"), testing::EndsWith("safe"));
  EXPECT_THAT(around("3"), HasSubstr("say on their site"));
  EXPECT_EQ(around("4"), "hay fever");
  EXPECT_EQ(around("5"), "rare in children");
  EXPECT_EQ(around("6"), "sleep");
}

TEST(DocxPrograms, LibreOfficeOpensTheFileWithItsComments) {
  if (!has_program("libreoffice")) GTEST_SKIP() << "libreoffice is not installed";
  const TemporaryFolder folder;
  const ShellOutcome converted = run_shell("libreoffice '-env:UserInstallation=file://" + folder.file("profile") +
                                           "' --headless --convert-to fodt --outdir '" + folder.file("") + "' '" +
                                           write_annotated(folder) + "' 2>/dev/null");
  ASSERT_EQ(converted.status, 0) << converted.out;
  const std::string text = whole_file(folder.file("guide.fodt"));
  std::size_t comments = 0;
  const std::string name = "<office:annotation ";
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) ++comments;
  EXPECT_EQ(comments, words_of_article().size() + 1);
  EXPECT_THAT(text, HasSubstr("</office:annotation>hay fever<office:annotation-end"));
  EXPECT_THAT(text, HasSubstr("<dc:creator>claimcheck</dc:creator>"));
}

}  // namespace
}  // namespace claimcheck
