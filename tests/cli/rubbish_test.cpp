#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// One line on standard error that names the file, nothing on standard output, exit code 2.
void expect_one_error(const Outcome& outcome, const std::string& name) {
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, StartsWith("claimcheck: "));
  EXPECT_THAT(outcome.err, HasSubstr(name));
  EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
  EXPECT_LT(outcome.err.size(), 1000U);
}

struct Rubbish {
  std::string name;
  std::string bytes;
};

void PrintTo(const Rubbish& rubbish, std::ostream* out) {
  *out << rubbish.name;
}

class RubbishClaims : public testing::TestWithParam<Rubbish> {};

TEST_P(RubbishClaims, AreRefusedByCheckWithOneClearError) {
  const TemporaryFolder folder;
  const std::string path = folder.file(GetParam().name, GetParam().bytes);
  const Outcome outcome = run_claimcheck({"check", path, "--library", folder.file("new.db"), "--offline"});
  expect_one_error(outcome, GetParam().name);
  EXPECT_FALSE(std::filesystem::exists(folder.file("new.db")));
}

const std::string kHead = R"({"schema_version": 1, "claims": [)";

INSTANTIATE_TEST_SUITE_P(Files, RubbishClaims,
                         testing::Values(Rubbish{"empty.json", ""}, Rubbish{"blank.json", " \n"},
                                         Rubbish{"letter.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old letter"},
                                         Rubbish{"article.docx", "PK\x03\x04 not a claims file"},
                                         Rubbish{"cut.json", kHead + R"({"id": "a")"}, Rubbish{"array.json", "[]"},
                                         Rubbish{"report.json", R"({"claims": [], "provenance": {}})"},
                                         Rubbish{"type.json", R"({"schema_version": 1, "claims": "none"})"},
                                         Rubbish{"number.json", kHead + R"({"id": "a", "text": 7}]})"},
                                         Rubbish{"unknown.json", kHead + R"({"id": "a", "text": "b", "texd": "c"}]})"},
                                         Rubbish{"newer.json", R"({"schema_version": 99, "claims": []})"},
                                         Rubbish{"latin1.json", kHead + "{\"id\": \"a\", \"text\": \"caf\xE9\"}]}"},
                                         Rubbish{"huge.json", one_claim(std::string(10'000'000, 'x'))},
                                         Rubbish{"deep.json", std::string(100'000, '[')}));

class RubbishRecords : public testing::TestWithParam<Rubbish> {};

TEST_P(RubbishRecords, AreRefusedByImportAndLeaveTheLibraryAsItWas) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  const std::string good = folder.file("good.xml", many_articles(3));
  ASSERT_EQ(run_claimcheck({"library", "import", "-q", "--library", library, good}).exit_code, 0);
  const std::string before = run_claimcheck({"library", "status", "--library", library}).out;

  const std::string path = folder.file(GetParam().name, GetParam().bytes);
  expect_one_error(run_claimcheck({"library", "import", "--library", library, path}), GetParam().name);
  EXPECT_EQ(run_claimcheck({"library", "status", "--library", library}).out, before);
}

std::string cut_set() {
  const std::string whole = many_articles(20);
  return whole.substr(0, whole.size() - 300);
}

INSTANTIATE_TEST_SUITE_P(Files, RubbishRecords,
                         testing::Values(Rubbish{"empty.xml", ""}, Rubbish{"text.xml", "not XML at all"},
                                         Rubbish{"other.xml", "<?xml version=\"1.0\"?><recipe><walnut/></recipe>"},
                                         Rubbish{"page.xml", "<!DOCTYPE html><html><body>Sorry</body></html>"},
                                         Rubbish{"cut.xml", cut_set()},
                                         Rubbish{"half.xml.gz", "\x1f\x8b\x08\x00 this is half a gzip"},
                                         Rubbish{"claims.json", one_claim(kClaim)}));

TEST(Rubbish, NamesAMissingFileAndAFolder) {
  const TemporaryFolder folder;
  const std::string missing = folder.file("missing.json");
  for (const std::string& path : {missing, folder.path().string()}) {
    expect_one_error(run_claimcheck({"check", path, "--offline"}), path);
    expect_one_error(run_claimcheck({"library", "import", "--library", folder.file("x.db"), path}), path);
  }
}

TEST(Rubbish, IsTheSameFileTwiceAndAFileWithoutAName) {
  const TemporaryFolder folder;
  const std::string path = folder.file("notes.md", "Ketamine reduces pain.\n");
  const Outcome twice = run_claimcheck({"check", path, path, "--library", folder.file("new.db"), "--offline"});
  expect_one_error(twice, "notes.md");
  EXPECT_THAT(twice.err, HasSubstr("give it once"));
  expect_one_error(run_claimcheck({"check", "", "--library", folder.file("new.db"), "--offline"}),
                   "file name is empty");
}

TEST(Rubbish, IsNotTakenForALibrary) {
  const TemporaryFolder folder;
  const std::string library =
      folder.file("library.db", "This is a letter, and no library of any kind. " + many_articles(9));
  const std::string claims = folder.file("claims.json", one_claim(kClaim));
  expect_one_error(run_claimcheck({"library", "status", "--library", library}), library);
  expect_one_error(run_claimcheck({"check", claims, "--offline", "-q", "--library", library}), library);
}

TEST(Rubbish, AmongGoodFilesDoesNotEndTheImport) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  const std::string bad = folder.file("bad.xml", "not XML at all");
  const std::string good = folder.file("good.xml", many_articles(3));
  const Outcome outcome = run_claimcheck({"library", "import", "--library", library, bad, good});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("bad.xml"));
  EXPECT_THAT(outcome.out, HasSubstr("good.xml: 3 added"));
}

TEST(Rubbish, AmongGoodRecordsIsToldAndTheOthersAreKept) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  const std::string path =
      folder.file("mixed.xml", article_set(article_xml(1, "One", "Good.") + "<PubmedArticle><Oops></PubmedArticle>\n" +
                                           article_xml(2, "Two", "Good too.")));
  const Outcome outcome = run_claimcheck({"library", "import", "--library", library, path});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.out, HasSubstr("2 added, 0 replaced, 0 unchanged, 0 deleted, 1 bad"));
  EXPECT_THAT(outcome.err, Not(testing::IsEmpty()));
}

TEST(CheckOutputs, NeverReplaceWhatIsRead) {
  const TemporaryFolder folder;
  const std::string claims = folder.file("claims.json", kHead + R"({"id": "a", "text": "Coffee causes cancer."}]})");
  const std::string file = folder.file("a.xml", article_set(article_xml(11, "Coffee", "Coffee was drunk.")));
  const std::string library = folder.file("library.db");
  run_claimcheck({"library", "import", "-q", "--library", library, file});
  for (const std::string& target : {claims, library}) {
    const Outcome outcome = run_claimcheck({"check", claims, "--library", library, "--offline", "--html", target});
    expect_one_error(outcome, target);
  }
  EXPECT_EQ(run_claimcheck({"check", claims, "--library", library, "--offline", "-q"}).exit_code, 0);
}

}  // namespace
}  // namespace claimcheck
