#include "intake/read_document.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/read_support.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

TEST(ReadDocument, SaysWhatWasRead) {
  const std::string bytes = "\xEF\xBB\xBF# Tea\n\nTea is hot.\n";
  const Document document = read_checked(bytes, "a/b/tea.md");
  EXPECT_EQ(document.name, "tea.md");
  EXPECT_EQ(document.sha256, sha256_hex(bytes));
  EXPECT_EQ(document.format, DocumentFormat::markdown);
  EXPECT_EQ(document.text, bytes.substr(3));
  EXPECT_EQ(read_checked("Tea is hot.", "tea").format, DocumentFormat::text);
  EXPECT_EQ(read_checked("<html>Tea is hot.", "tea").format, DocumentFormat::html);
}

TEST(ReadDocument, PointsIntoTheDecodedText) {
  const Document document = read_checked("<meta charset=latin1><p>Caf\xE9 &amp; th\xE9", "tea.html");
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].text, "Café & thé");
  EXPECT_EQ(slice(document.text, find_in_document(document.blocks[0], {0, 12}).value_or(Span{})), "Café &amp; thé");
}

TEST(ReadDocument, KeepsThePartsThatItCopiesShort) {
  const Document document = read_checked("# " + std::string(5000, 'a') + "\n\nTea.\n", "tea.md");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].text.size(), 5000U);
  EXPECT_LT(document.blocks[1].section.size(), 310U);
}

void expect_read_whole(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  const Document document = read_checked(bytes.str(), file.string());
  std::size_t read = 0;
  for (const Block& block : document.blocks) read += block.text.size();
  EXPECT_TRUE(document.problems.empty()) << file;
  EXPECT_GT(read * 2, document.text.size()) << file;  // tables and lists have much mark-up
}

TEST(ReadDocument, ReadsRealArticlesWhole) {
  const std::filesystem::path shared = std::filesystem::path(CLAIMCHECK_SOURCE_DIR) / "../shared";
  if (!std::filesystem::exists(shared / "seeds")) GTEST_SKIP() << "no articles in " << shared;
  for (const char* folder : {"seeds", "data/articles"}) {
    for (const auto& file : std::filesystem::directory_iterator(shared / folder)) expect_read_whole(file.path());
  }
}

TEST(ReadDocument, RefusesWhatIsNoArticle) {
  EXPECT_THAT(refusal_of(" \n\n", "tea.txt"), HasSubstr("tea.txt: no text in it to check"));
  EXPECT_THAT(refusal_of("<p hidden>x</p>", "tea.html"), HasSubstr("tea.html: no text in it to check"));
  EXPECT_THAT(refusal_of("%PDF-1.7", "tea.pdf"), HasSubstr("tea.pdf: a PDF"));
  EXPECT_THAT(refusal_of("{}", "tea.json"), HasSubstr("tea.json: a claims file (JSON), no article"));
  EXPECT_THAT(refusal_of(std::string(kMaxDocumentSize + 1, 'a'), "tea.txt"), HasSubstr("tea.txt: over 32 MiB"));
}

TEST(ReadDocument, RefusesParagraphsWithoutEnd) {
  std::string many;
  for (int i = 0; i < 250'001; ++i) many += "a\n";
  EXPECT_THAT(refusal_of(many, "tea.txt"), HasSubstr("tea.txt: more than 250000 paragraphs"));
}

}  // namespace
}  // namespace claimcheck
