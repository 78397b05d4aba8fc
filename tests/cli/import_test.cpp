#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> import_arguments(const std::string& library, const std::string& file) {
  return {"library", "import", "-q", "--library", library, file};
}

/// Everything that a library tells about itself and its first records.
std::string state_of(const std::string& library, int records) {
  std::vector<std::string> show{"library", "show", "--json", "--library", library};
  for (int pmid = 1; pmid <= records; pmid += 37) show.push_back(std::to_string(pmid));
  const std::string status = run_claimcheck({"library", "status", "--library", library}).out;
  const Outcome found = run_claimcheck({"library", "search", "--library", library, "--limit", "50", "walnuts", "home"});
  return status.substr(status.find('\n'), status.find("size") - status.find('\n')) + run_claimcheck(show).out +
         found.out;
}

TEST(Import, ChangesNothingTheSecondTime) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  const std::string file = folder.file("a.xml", many_articles(200));
  EXPECT_THAT(run_claimcheck(import_arguments(library, file)).out, HasSubstr("a.xml: 200 added"));
  const std::string before = state_of(library, 200);

  const Outcome again = run_claimcheck(import_arguments(library, file));
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.out, HasSubstr("a.xml: imported before, nothing to do"));
  EXPECT_EQ(state_of(library, 200), before);
}

TEST(Import, KnowsTheSameRecordsInAnotherFile) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  run_claimcheck(import_arguments(library, folder.file("a.xml", many_articles(50))));
  const std::string other = folder.file("b.xml", "\n" + many_articles(51));
  EXPECT_THAT(run_claimcheck(import_arguments(library, other)).out,
              HasSubstr("b.xml: 1 added, 0 replaced, 50 unchanged, 0 deleted, 0 bad"));
}

TEST(Import, ReadsStandardInputAndKnowsItAgain) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  const ChildOptions piped{.input = many_articles(30)};
  EXPECT_THAT(run_claimcheck(import_arguments(library, "-"), piped).out, HasSubstr("standard input: 30 added"));
  EXPECT_THAT(run_claimcheck(import_arguments(library, "-"), piped).out, HasSubstr("imported before"));
  const std::string file = folder.file("same.xml", piped.input);
  EXPECT_THAT(run_claimcheck(import_arguments(library, file)).out, HasSubstr("imported before"));
}

TEST(Import, DeletesWhatPubMedDeleted) {
  const TemporaryFolder folder;
  const std::string library = folder.file("library.db");
  run_claimcheck(import_arguments(library, folder.file("a.xml", many_articles(3))));
  const std::string update =
      folder.file("b.xml", article_set("<DeleteCitation><PMID Version=\"1\">2</PMID></DeleteCitation>\n"));
  EXPECT_THAT(run_claimcheck(import_arguments(library, update)).out, HasSubstr("1 deleted"));
  const Outcome gone = run_claimcheck({"library", "show", "--library", library, "1", "2"});
  EXPECT_EQ(gone.exit_code, 2);
  EXPECT_THAT(gone.err, HasSubstr("PMID 2 is not in the library"));
  EXPECT_THAT(gone.out, HasSubstr("PMID 1  Walnut trial 1"));
}

class KilledImport : public testing::TestWithParam<int> {};

TEST_P(KilledImport, EndsInTheSameStateWhenRunAgain) {
  constexpr int kRecords = 4000;
  const TemporaryFolder folder;
  const std::string first = folder.file("first.xml", many_articles(40));
  const std::string file = folder.file("file.xml", many_articles(kRecords));
  const std::string undisturbed = folder.file("undisturbed.db");
  const std::string killed = folder.file("killed.db");
  for (const std::string& library : {undisturbed, killed}) run_claimcheck(import_arguments(library, first));
  run_claimcheck(import_arguments(undisturbed, file));

  ChildProcess import(claimcheck_command(import_arguments(killed, file)));
  std::this_thread::sleep_for(std::chrono::milliseconds(GetParam()));
  import.send(SIGKILL);
  import.wait();
  const std::string between = run_claimcheck({"library", "status", "--library", killed}).out;
  EXPECT_THAT(between, testing::AnyOf(HasSubstr("citations   40 "), HasSubstr("citations   4000 ")));

  EXPECT_EQ(run_claimcheck(import_arguments(killed, file)).exit_code, 0);
  EXPECT_EQ(state_of(killed, kRecords), state_of(undisturbed, kRecords));
}

INSTANTIATE_TEST_SUITE_P(AtAnyMoment, KilledImport, testing::Values(0, 20, 60, 120, 250));

}  // namespace
}  // namespace claimcheck
