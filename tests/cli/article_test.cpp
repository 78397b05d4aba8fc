#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "support/shell.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kArticle = R"(# Walnuts and you

Walnuts lower blood pressure in adults [1]. They also cause no liver damage.

<!-- claimcheck off reason="a reader's letter" -->

Walnuts cure insomnia in two nights.

<!-- claimcheck on -->

Book your free nut consultation today!

## References

1. Li M, Oh Q. Walnuts and the pressure of the blood in adults. Nut J. 2021;1:1. PMID: 11
)";

std::vector<json> lines_of(const std::string& out) {
  std::vector<json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

std::string slice_code_points(const std::string& ascii, const json& span) {
  const auto begin = span.at("begin").get<std::size_t>();
  return ascii.substr(begin, span.at("end").get<std::size_t>() - begin);
}

std::string make_library(const TemporaryFolder& folder) {
  const std::string file = folder.file(
      "walnuts.xml",
      article_set(article_xml(11, "Walnuts and the pressure of the blood in adults",
                              "Walnuts significantly lowered blood pressure compared with placebo (p &lt; 0.001).") +
                  article_xml(12, "Walnuts and the liver", "Liver damage was found in 9 of 40 walnut eaters.")));
  const std::string library = folder.file("library.db");
  run_claimcheck({"library", "import", "-q", "--library", library, file});
  return library;
}

TEST(Extract, PrintsEachClaimWithItsPassage) {
  const TemporaryFolder folder;
  const Outcome outcome = run_claimcheck({"extract", folder.file("nuts.md", kArticle)});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::vector<json> claims = lines_of(outcome.out);
  ASSERT_GE(claims.size(), 2U);
  for (const json& claim : claims) {
    EXPECT_EQ(slice_code_points(kArticle, claim.at("span")), claim.at("passage").get<std::string>());
    EXPECT_EQ(claim.at("document"), "nuts.md");
    EXPECT_THAT(claim.at("text").get<std::string>(), Not(HasSubstr("consultation")));
  }
  EXPECT_EQ(claims[0].at("id"), "C-01");
  EXPECT_THAT(claims[0].at("text").get<std::string>(), HasSubstr("Walnuts lower blood pressure"));
  EXPECT_EQ(claims[0].at("cited").at(0).at("pmid"), 11);
  EXPECT_EQ(claims[0].at("section"), "Walnuts and you");
}

TEST(Extract, WritesAClaimsFileThatCheckReads) {
  const TemporaryFolder folder;
  const std::string claims = folder.file("claims.json");
  const Outcome extracted = run_claimcheck({"extract", folder.file("nuts.md", kArticle), "--claims", claims});
  ASSERT_EQ(extracted.exit_code, 0) << extracted.err;
  const Outcome checked = run_claimcheck({"check", claims, "--library", make_library(folder), "--offline", "-q"});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("nuts.md"));
  EXPECT_THAT(checked.out, Not(HasSubstr("insomnia")));
}

TEST(CheckArticle, TagsItsClaimsAndReadsWhatItCites) {
  const TemporaryFolder folder;
  const std::string library = make_library(folder);
  const std::string article = folder.file("nuts.md", kArticle);
  const std::string html = folder.file("report.html");
  const std::string capsule = folder.file("run.capsule");
  const Outcome outcome =
      run_claimcheck({"check", article, "--library", library, "--offline", "-q", "--html", html, "--capsule", capsule});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("PMID 11"));
  EXPECT_THAT(outcome.out, HasSubstr("the article leaves this passage unchecked"));
  const std::string page = read_whole_file(html);
  EXPECT_THAT(page, HasSubstr("nuts.md: the text, with its claims"));
  EXPECT_THAT(page, HasSubstr("What the text cites for this claim"));
  const Outcome replayed = run_claimcheck({"replay", capsule, "-q"});
  EXPECT_EQ(replayed.exit_code, 0) << replayed.out;
  const Outcome explained = run_claimcheck({"explain", article, "C-01", "--library", library, "--offline", "-q"});
  EXPECT_EQ(explained.exit_code, 0) << explained.err;
}

TEST(CheckArticle, RefusesWhatIsNoArticleWithOneLine) {
  const TemporaryFolder folder;
  for (const auto& [name, bytes] :
       std::vector<std::pair<std::string, std::string>>{{"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 word"},
                                                        {"picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)},
                                                        {"bad.docx", "PK\x03\x04 this is half a zip"},
                                                        {"bad.pdf", "%PDF-1.7 and nothing else"},
                                                        {"empty.txt", ""}}) {
    const std::string path = folder.file(name, bytes);
    const Outcome outcome = run_claimcheck({"check", path, "--offline", "-q"});
    EXPECT_EQ(outcome.exit_code, 2) << name;
    EXPECT_THAT(outcome.err, HasSubstr(name));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(Extract, RefusesAClaimsFile) {
  const TemporaryFolder folder;
  const Outcome outcome = run_claimcheck({"extract", folder.file("claims.json", one_claim(kClaim))});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("claims.json: a claims file"));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(CheckArticle, SaysSoWhereThereIsNoClaim) {
  const TemporaryFolder folder;
  const Outcome outcome = run_claimcheck(
      {"check", folder.file("a.txt", "Call us today.\n"), "--library", make_library(folder), "--offline", "-q"});
  EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("no statement that literature can speak to"));
}

TEST(CheckArticle, SaysSoWhereAClaimsFileIsEmpty) {
  const TemporaryFolder folder;
  const std::string path = folder.file("none.json", R"({"schema_version": 1, "claims": []})");
  const std::string library = make_library(folder);
  const Outcome outcome = run_claimcheck({"check", path, "--library", library, "--offline"});
  EXPECT_EQ(outcome.exit_code, 3) << "a script must not take it for clean";
  EXPECT_THAT(outcome.out, HasSubstr("none.json: it holds no claims."));
  EXPECT_EQ(run_claimcheck({"check", path, "--library", library, "--offline", "--allow-partial"}).exit_code, 0);
}

TEST(CheckArticle, ReadsAPdfWherePdftotextIs) {
  if (!has_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  const TemporaryFolder folder;
  const std::string text = "BT /F1 12 Tf 72 720 Td (Walnuts lower blood pressure in adults.) Tj ET";
  const std::string pdf =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length " +
      std::to_string(text.size()) + ">>stream\n" + text +
      "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n";
  const Outcome outcome = run_claimcheck({"extract", folder.file("nuts.pdf", pdf)});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("Walnuts lower blood pressure in adults."));
  EXPECT_THAT(outcome.err, HasSubstr("layout"));
}

}  // namespace
}  // namespace claimcheck
