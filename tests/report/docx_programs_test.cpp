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

namespace claimcheck {
namespace {

using testing::HasSubstr;

class Folder {
 public:
  Folder() {
    std::string form = (std::filesystem::temp_directory_path() / "claimcheck-docx-XXXXXX").string();
    if (mkdtemp(form.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = form;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), count);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return text;
}

std::string whole_file(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string write_annotated(const Folder& folder) {
  const DocxArticle article = docx_article(words_of_article());
  std::ofstream(folder.file("guide.docx"), std::ios::binary)
      << write_docx(article.run, article.document, article.bytes);
  return folder.file("guide.docx");
}

TEST(DocxPrograms, PandocSeesTheCommentsOnTheirWords) {
  if (!has_program("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const Folder folder;
  const std::string text =
      output_of("pandoc --track-changes=all --wrap=none -t markdown '" + write_annotated(folder) + "'");
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
  const Folder folder;
  output_of("libreoffice '-env:UserInstallation=file://" + folder.file("profile") +
            "' --headless --convert-to fodt --outdir '" + folder.file("") + "' '" + write_annotated(folder) +
            "' 2>/dev/null");
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
