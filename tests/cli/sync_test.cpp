#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "cli/pubmed_mirror.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

std::string deletion(int pmid) {
  return "<DeleteCitation><PMID Version=\"1\">" + std::to_string(pmid) + "</PMID></DeleteCitation>\n";
}

std::string articles(int from, int to, const std::string& word) {
  std::string text;
  for (int pmid = from; pmid <= to; ++pmid) {
    text += article_xml(pmid, word + " " + std::to_string(pmid), "Those who had " + word + " slept as others did.");
  }
  return text;
}

class Sync : public testing::Test {
 protected:
  /// Writes a file of the source with its .md5 file.
  void add(const std::string& name, const std::string& text) const {
    const fs::path path = folder_.path() / "pubmed" / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    std::ofstream(path.string() + ".md5") << md5_of(text) << "  " << path.filename().string() << "\n";
  }
  void add_year() const {
    add("baseline/pubmed26n0001.xml.gz", article_set(articles(1, 10, "Walnut")));
    add("baseline/pubmed26n0002.xml.gz", article_set(articles(11, 20, "Almond")));
    add("updatefiles/pubmed26n0003.xml.gz", article_set(articles(10, 12, "Hazelnut") + deletion(1)));
  }
  Outcome sync(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"library", "sync", "--library", library_, "--from", source_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments);
  }
  Outcome verify(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"library", "verify", "-q", "--library", library_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments);
  }
  json status() const {
    return json::parse(run_claimcheck({"library", "status", "--json", "--library", library_}).out);
  }
  /// Of a sync that is going on; false while there is no library yet.
  bool has_applied_a_file() const {
    const Outcome shown = run_claimcheck({"library", "status", "--json", "--library", library_});
    return shown.exit_code == 0 && json::parse(shown.out)["files"] > 0;
  }
  std::string title_of(int pmid) const {
    const Outcome shown = run_claimcheck({"library", "show", "--json", "--library", library_, std::to_string(pmid)});
    return shown.exit_code == 0 ? json::parse(shown.out)["title"].get<std::string>() : "none";
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
  std::string source_ = folder_.file("pubmed");
};

TEST_F(Sync, AppliesTheBaselineThenTheUpdates) {
  add_year();
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("pubmed26n0003.xml.gz: 0 added, 3 replaced, 0 unchanged, 1 deleted, 0 bad"));
  EXPECT_THAT(outcome.out, HasSubstr("PubMed 2026, 3 files applied: 20 added"));
  EXPECT_EQ(title_of(1), "none");
  EXPECT_EQ(title_of(2), "Walnut 2");
  EXPECT_EQ(title_of(11), "Hazelnut 11");
  EXPECT_EQ(status()["citations"], 19);
  EXPECT_EQ(status()["copy"]["last_file"], "pubmed26n0003.xml.gz");
  EXPECT_EQ(status()["copy"]["first_update"], "pubmed26n0003.xml.gz");
  EXPECT_THAT(run_claimcheck({"library", "status", "--library", library_}).out,
              HasSubstr("copy of 2026: baseline 1 to 2, updates 3 to 3"));
  EXPECT_EQ(verify({"--from", source_}).exit_code, 0);
}

TEST_F(Sync, ChangesNothingTheSecondTime) {
  add_year();
  sync();
  const json before = status();
  const Outcome again = sync();
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.err, HasSubstr("0 files to apply, 3 applied before"));
  EXPECT_EQ(status(), before);
}

TEST_F(Sync, ListsWhatItWouldDoAndChangesNothing) {
  add_year();
  const Outcome outcome = sync({"--dry-run"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("updatefiles/pubmed26n0003.xml.gz (update)"));
  EXPECT_THAT(outcome.out, HasSubstr("3 files to apply, 0 applied before. Nothing was changed."));
  EXPECT_FALSE(fs::exists(library_));
}

TEST_F(Sync, StopsBeforeADamagedFileAndGoesOnWhenItIsMended) {
  add_year();
  const std::string good = article_set(articles(11, 20, "Almond"));
  std::ofstream(fs::path(source_) / "baseline/pubmed26n0002.xml.gz") << good.substr(0, good.size() - 1);
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("pubmed26n0002.xml.gz is damaged: its MD5 is "));
  EXPECT_THAT(outcome.err, HasSubstr(md5_of(good)));
  EXPECT_EQ(status()["citations"], 10);
  add_year();
  EXPECT_EQ(sync().exit_code, 0);
  EXPECT_EQ(status()["citations"], 19);
}

TEST_F(Sync, NamesAMissingFileAndDoesNothing) {
  add_year();
  fs::remove(fs::path(source_) / "baseline/pubmed26n0002.xml.gz");
  const Outcome outcome = sync();
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("pubmed26n0002.xml.gz is missing"));
  EXPECT_EQ(outcome.out, "");
  EXPECT_FALSE(fs::exists(library_));
}

TEST_F(Sync, SaysThatAFileHasNoMd5AndTakesItFromAFolder) {
  add_year();
  fs::remove(fs::path(source_) / "baseline/pubmed26n0002.xml.gz.md5");
  const Outcome outcome = sync({"-q"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("1 file without a .md5 file"));
}

TEST_F(Sync, RefusesRubbishWithOneClearError) {
  fs::create_directories(source_);
  for (const std::string& from : {source_, folder_.file("none"), std::string("ftp://ftp.ncbi.nlm.nih.gov/pubmed"),
                                  std::string("http://me:secret@host/"), std::string("http://host/?x")}) {
    const Outcome outcome = run_claimcheck({"library", "sync", "--library", library_, "--from", from});
    EXPECT_EQ(outcome.exit_code, 2) << from;
    EXPECT_THAT(outcome.err, Not(HasSubstr("secret")));
    EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
    EXPECT_FALSE(fs::exists(library_)) << from;
  }
  add("pubmed26n0001.xml.gz", "not XML at all");
  EXPECT_EQ(sync({"-q"}).exit_code, 2);
  EXPECT_EQ(status()["citations"], 0);
}

TEST_F(Sync, GoesOnAfterABadRecordAndEndsWith2) {
  add("pubmed26n0001.xml.gz", article_set(articles(1, 2, "Walnut") + "<PubmedArticle><Oops></PubmedArticle>\n"));
  add("pubmed26n0002.xml.gz", article_set(articles(3, 4, "Walnut")));
  EXPECT_EQ(sync().exit_code, 2);
  EXPECT_EQ(status()["citations"], 4);
  EXPECT_EQ(status()["copy"]["bad_records"], 1);
  EXPECT_EQ(sync().exit_code, 0) << "nothing is left to do";
}

TEST_F(Sync, ReplacesAYearWhenItsUpdatesHaveBegun) {
  add_year();
  sync();
  fs::remove_all(source_);
  add("baseline/pubmed27n0001.xml.gz", article_set(articles(2, 12, "Walnut")));
  EXPECT_THAT(sync().out, HasSubstr("The copy still has what only the files of 2026 had."));
  EXPECT_EQ(title_of(15), "Almond 15");
  EXPECT_EQ(status()["copy"]["replaced_year"], 2026);
  add("updatefiles/pubmed27n0002.xml.gz", article_set(articles(13, 14, "Walnut")));
  EXPECT_THAT(sync().out, HasSubstr("6 deleted"));
  EXPECT_EQ(title_of(15), "none");
  EXPECT_EQ(status()["citations"], 13);
  EXPECT_EQ(status()["copy"]["replaced_year"], 0);
  EXPECT_EQ(verify().exit_code, 0);
}

TEST_F(Sync, EndsInTheSameStateWhenItWasKilled) {
  add("pubmed26n0001.xml.gz", article_set(articles(1, 3000, "Walnut")));
  add("pubmed26n0002.xml.gz", article_set(articles(2000, 5000, "Almond")));
  add("pubmed26n0003.xml.gz", article_set(articles(1, 9, "Hazelnut") + deletion(2500)));
  const std::string killed = library_;
  for (const int milliseconds : {40, 150, 400, 900}) {
    ChildProcess child(claimcheck_command({"library", "sync", "-q", "--library", killed, "--from", source_}));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    child.send(SIGKILL);
    child.wait();
    if (fs::exists(killed) && fs::file_size(killed) > 0) {
      EXPECT_NE(run_claimcheck({"library", "status", "--library", killed}).exit_code, 4);
    }
  }
  EXPECT_EQ(sync({"-q"}).exit_code, 0);
  EXPECT_EQ(status()["citations"], 4999);
  EXPECT_EQ(title_of(5), "Hazelnut 5");
  EXPECT_EQ(title_of(2400), "Almond 2400");
  EXPECT_EQ(title_of(2500), "none");
  EXPECT_EQ(verify({"--from", source_}).exit_code, 0);
}

TEST_F(Sync, EndsBetweenFilesWhenInterrupted) {
  for (int file = 1; file <= 9; ++file) {
    add("pubmed26n000" + std::to_string(file) + ".xml.gz",
        article_set(articles(file * 2000, file * 2000 + 1999, "Nut")));
  }
  ChildProcess child(claimcheck_command({"library", "sync", "-q", "--library", library_, "--from", source_}));
  while (!has_applied_a_file()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  child.send(SIGINT);
  const Outcome outcome = child.wait();
  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_THAT(outcome.err, HasSubstr("Run the same command again to go on"));
  EXPECT_EQ(sync({"-q"}).exit_code, 0);
  EXPECT_EQ(status()["citations"], 18000);
}

TEST_F(Sync, VerifyNamesAFileThatIsNotTheOneApplied) {
  add_year();
  sync();
  add("baseline/pubmed26n0002.xml.gz", article_set(articles(11, 20, "Cashew")));
  fs::remove(fs::path(source_) / "baseline/pubmed26n0001.xml.gz");
  const Outcome outcome = verify({"--from", source_});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("baseline/pubmed26n0002.xml.gz is not the file that was applied"));
  EXPECT_THAT(outcome.out, HasSubstr("1 of the applied files are not in"));
  EXPECT_EQ(sync({"-q"}).exit_code, 0) << "its .md5 file has changed, too: it is applied again";
  EXPECT_EQ(title_of(12), "Hazelnut 12");
  EXPECT_EQ(title_of(13), "Cashew 13");
  EXPECT_EQ(verify({"--from", source_}).exit_code, 0);
}

TEST_F(Sync, VerifyRebuildsTheIndex) {
  add_year();
  sync();
  const Outcome outcome = verify({"--rebuild-index"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("built anew"));
  EXPECT_THAT(outcome.out, HasSubstr("is sound: 19 citations"));
  EXPECT_THAT(run_claimcheck({"library", "search", "--library", library_, "hazelnut", "12"}).out, HasSubstr("12"));
}

}  // namespace
}  // namespace claimcheck
