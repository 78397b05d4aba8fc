#include <gmock/gmock.h>

#include <cctype>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "library/sqlite.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Words = std::vector<std::string>;

/// A library of invented records, two claims, and the project of their check.
class ProjectCommands : public testing::Test {
 protected:
  ProjectCommands() {
    const std::string articles =
        article_xml(1, "Bladder damage with ketamine", "Ketamine caused bladder damage in 9 of 40 users.") +
        article_xml(2, "Ketamine for depression", "Ketamine reduced depression scores (p = 0.001).");
    run_claimcheck({"library", "import", "-q", "--library", library_, folder_.file("fill.xml", article_set(articles))});
    check_ = check(claims_, {"--project", project_, "--json", json_});
  }

  [[nodiscard]] Outcome check(const std::string& claims, const Words& more) const {
    Words arguments{"check", claims, "--offline", "--library", library_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_claimcheck(arguments, {.no_sockets = true});
  }

  [[nodiscard]] static Outcome run(const Words& arguments) { return run_claimcheck(arguments, {.no_sockets = true}); }

  void judge(const std::string& claim) const {
    Project project = Project::open(project_, Project::Access::write, sha256_hex);
    project.append({.date = "2031-02-03T04:05:06Z",
                    .reviewer = "Ada",
                    .action = ReviewAction::judged,
                    .claim = claim,
                    .judgement = Judgement::contested},
                   project.last_entry());
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
  std::string json_ = folder_.file("report.json");
  std::string project_ = folder_.file("march.project");
  std::string claims_ = folder_.file(
      "claims.json", R"({"schema_version": 1, "claims": [{"id": "A", "text": "Ketamine causes no bladder damage."},
                                                         {"id": "B", "text": "Ketamine reduces depression."}]})");
  Outcome check_;
};

TEST_F(ProjectCommands, CheckMakesAProjectThatHoldsTheRun) {
  EXPECT_EQ(check_.exit_code, 0) << check_.err;
  EXPECT_THAT(check_.err, HasSubstr("project: " + project_));
  EXPECT_THAT(check_.out, HasSubstr("Ketamine causes no bladder damage."));
  fs::remove(library_);
  fs::remove(claims_);
  EXPECT_EQ(run({"export", project_, "--json", "-"}).out, read_whole_file(json_)) << "byte for byte";
  EXPECT_EQ(run({"export", project_}).out, check_.out);
}

TEST_F(ProjectCommands, AProjectInThePlaceOfACommandIsForReview) {
  EXPECT_THAT(run({project_}).err, HasSubstr("but a project: claimcheck review " + project_));
}

TEST_F(ProjectCommands, ReviewComplainsOfTheFileBeforeTheName) {
  EXPECT_THAT(run({"review", claims_, "--no-open", "--as", ""}).err, HasSubstr("claims.json"));
}

TEST_F(ProjectCommands, ExportWritesEveryFormat) {
  const Outcome html = run({"export", project_, "--html", "-"});
  EXPECT_EQ(html.exit_code, 0) << html.err;
  EXPECT_THAT(html.out, StartsWith("<!DOCTYPE html>"));
  const std::string workbook = folder_.file("matrix.xlsx");
  EXPECT_EQ(run({"export", project_, "--xlsx", workbook, "--ris", folder_.file("a.ris")}).out, "");
  EXPECT_THAT(read_whole_file(workbook), StartsWith("PK"));
  EXPECT_EQ(run({"export", project_, "--json", project_}).exit_code, 2) << "the project is never written over";
  EXPECT_EQ(run({"log", "verify", project_}).exit_code, 0);
}

TEST_F(ProjectCommands, CheckNeverReplacesAProjectAndSaysSoBeforeItSearches) {
  const std::string before = read_whole_file(project_);
  fs::remove(library_);
  const Outcome outcome = check(claims_, {"--project", project_});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("is there already"), HasSubstr("another name for --project"),
                                 HasSubstr("claimcheck carry " + project_ + " NEW")));
  EXPECT_EQ(read_whole_file(project_), before);
  EXPECT_THAT(check(claims_, {"--project", "-"}).err, HasSubstr("a project is a file"));
  EXPECT_THAT(check(claims_, {"--project", folder_.path().string()}).err, HasSubstr("it is a folder"));
  EXPECT_THAT(check(claims_, {"--project", folder_.file("new.project"), "--json", folder_.file("new.project")}).err,
              HasSubstr("two reports cannot both go to"));
  EXPECT_FALSE(fs::exists(folder_ / "new.project"));
}

TEST_F(ProjectCommands, NeedsAnIdOfItsOwnForEachClaim) {
  const std::string other = folder_.file("other.json", one_claim(kClaim, "B"));
  const Words files{"check", claims_, other, "--offline", "--library", library_};
  EXPECT_EQ(run(files).exit_code, 0) << "a report alone can do without";
  Words with_project = files;
  with_project.insert(with_project.end(), {"--project", folder_.file("two.project")});
  const Outcome outcome = run(with_project);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("claims.json and other.json both have a claim B"));
  EXPECT_FALSE(fs::exists(folder_ / "two.project"));
}

TEST_F(ProjectCommands, StandsWhereACapsuleDoes) {
  const Outcome replayed = run({"replay", project_});
  EXPECT_EQ(replayed.exit_code, 0) << replayed.err;
  EXPECT_THAT(replayed.out, HasSubstr("reproduced, byte for byte"));
  const Outcome rechecked = run({"recheck", project_, "--offline", "--library", library_});
  EXPECT_EQ(rechecked.exit_code, 0) << rechecked.err;
  EXPECT_THAT(rechecked.out, HasSubstr("2 claims: 0 changed"));
  const Outcome piped = run_claimcheck({"replay", "-"}, {.input = read_whole_file(project_)});
  EXPECT_EQ(piped.exit_code, 2);
  EXPECT_THAT(piped.err, HasSubstr("standard input: it is a project, which is read from its own file"));
}

TEST_F(ProjectCommands, ExplainShowsTheReportAsItWas) {
  const Outcome live = run({"explain", claims_, "B", "--offline", "--library", library_});
  fs::remove(library_);
  EXPECT_EQ(run({"explain", project_, "B"}).out, live.out);
  EXPECT_EQ(json::parse(run({"explain", project_, "B", "--json"}).out)["claims"][0],
            json::parse(read_whole_file(json_))["claims"][1]);
  EXPECT_THAT(run({"explain", project_, "C"}).err, HasSubstr("has no claim 'C'"));
  EXPECT_THAT(run({"explain", project_, "B", "--limit", "3"}).err, HasSubstr("is a project, which is explained from"));
  Database(project_, Database::Access::read_write, std::chrono::milliseconds(50))
      .run(R"(UPDATE run SET facts = replace(facts, '"rules_version":', '"rules_version":9'))");
  const Outcome old = run({"explain", project_, "B"});
  EXPECT_EQ(old.out, live.out) << "other rules, the same report";
  EXPECT_THAT(old.err, HasSubstr("was made by rules 9"));
}

TEST_F(ProjectCommands, LogIsVerifiedAndExported) {
  const Outcome none = run({"log", "verify", project_});
  EXPECT_EQ(none.exit_code, 0) << none.err;
  EXPECT_THAT(none.out, HasSubstr("Entries: 0\nlast hash: "));
  judge("A");
  judge("B");
  const Outcome two = run({"log", "verify", project_});
  EXPECT_THAT(two.out, HasSubstr("Entries: 2, the last on 2031-02-03T04:05:06Z by Ada\nlast hash: "));
  const Outcome exported = run({"log", "export", project_});
  EXPECT_EQ(exported.exit_code, 0);
  std::istringstream lines(exported.out);
  std::string first;
  std::string second;
  std::getline(lines, first);
  std::getline(lines, second);
  EXPECT_EQ(json::parse(first)["claim"], "A");
  EXPECT_EQ(json::parse(second)["previous"], json::parse(first)["hash"]);
  EXPECT_THAT(two.out, HasSubstr(json::parse(second)["hash"].get<std::string>()));
  const std::string file = folder_.file("log.jsonl");
  EXPECT_EQ(run({"log", "export", project_, "--out", file}).out, "");
  EXPECT_EQ(read_whole_file(file), exported.out);
  EXPECT_EQ(run({"log", "export", project_, "--out", project_}).exit_code, 2);
}

TEST_F(ProjectCommands, LogStillHasAHashThatWasNoted) {
  const std::string run_hash = Project::open(project_, Project::Access::read, sha256_hex).check_log().last_hash;
  for (int i = 0; i < 3; ++i) judge("A");
  const std::string log = run({"log", "export", project_}).out;
  const std::string noted = json::parse(log.substr(0, log.find('\n')))["hash"];
  EXPECT_EQ(run({"log", "verify", project_, "--noted", noted}).exit_code, 0);
  EXPECT_EQ(run({"log", "verify", project_, "--noted", run_hash}).exit_code, 0) << "noted before there was a line";
  const Outcome unknown = run({"log", "verify", project_, "--noted", std::string(64, '0')});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("no line of the log has the hash 0000"));
  std::string upper = noted;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(run({"log", "verify", project_, "--noted", upper}).exit_code, 0);
  const Outcome part = run({"log", "verify", project_, "--noted", noted.substr(0, 8)});
  EXPECT_EQ(part.exit_code, 2);
  EXPECT_THAT(part.err, HasSubstr("--noted takes a whole hash")) << "and no alarm of lines that are gone";
}

TEST_F(ProjectCommands, LogWithABrokenLineIsTold) {
  for (int i = 0; i < 3; ++i) judge("A");
  Database(project_, Database::Access::read_write, std::chrono::milliseconds(50))
      .run(
          "DROP TRIGGER log_entry_unchanged;"
          "UPDATE log_entry SET line = replace(line, 'contested', 'supported') WHERE number = 2");
  for (const std::string command : {"verify", "export"}) {
    const Outcome broken = run({"log", command, project_});
    EXPECT_EQ(broken.exit_code, 2);
    EXPECT_THAT(broken.err, HasSubstr("line 2 of the log was changed after it was written"));
  }
  const std::string other = folder_.file("other.project");
  const std::string table = folder_.file("table.csv", "Claim ID,Claim,Decision\n");
  for (const Words& command : {Words{"review", project_, "--as", "Ada", "--no-open"},
                               {"copy", project_, other},
                               {"carry", project_, project_ + ".2"},
                               {"import-decisions", project_, table}}) {
    const Outcome refused = run_claimcheck(command);
    EXPECT_EQ(refused.exit_code, 2) << command[0];
    EXPECT_THAT(refused.err, HasSubstr("line 2 of the log was changed after it was written")) << command[0];
  }
  EXPECT_FALSE(fs::exists(other)) << "nor is it handed over as if nothing had happened";
  const Outcome exported = run({"export", project_});
  EXPECT_EQ(exported.exit_code, 0);
  EXPECT_THAT(exported.err, HasSubstr("warning: the log of " + project_ + " does not hold: line 2 of the log"));
}

TEST_F(ProjectCommands, CopyIsWhole) {
  judge("A");
  const std::string copy = folder_.file("legal.project");
  const Outcome outcome = run({"copy", project_, copy});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("Claims: 2, log entries: 1, last hash: "));
  EXPECT_EQ(run({"log", "export", copy}).out, run({"log", "export", project_}).out);
  EXPECT_EQ(run({"export", copy, "--json", "-"}).out, run({"export", project_, "--json", "-"}).out);
  const Outcome again = run({"copy", project_, copy});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_THAT(again.err, HasSubstr("is there already, and a project never replaces a file"));
  EXPECT_EQ(run({"copy", project_, "-"}).exit_code, 2);
}

TEST_F(ProjectCommands, TakeNothingElse) {
  const std::string capsule = folder_.file("march.capsule");
  ASSERT_EQ(check(claims_, {"--capsule", capsule}).exit_code, 0);
  const std::vector<std::pair<std::string, std::string>> others{
      {claims_, "is no claimcheck project"},
      {capsule, "is a capsule, which explain, replay and recheck take"},
      {library_, "is a library of PubMed records"},
      {folder_.file("none"), "does not exist; make one with: claimcheck check"},
      {"-", "not from standard input"}};
  for (const auto& [path, message] : others) {
    for (const Outcome& outcome : {run({"export", path}), run({"log", "verify", path}), run({"log", "export", path})}) {
      EXPECT_THAT(std::to_string(outcome.exit_code) + outcome.out + outcome.err,
                  AllOf(StartsWith("2claimcheck: "), HasSubstr(message)));
    }
  }
}

TEST_F(ProjectCommands, AreNotTakenForClaimsNorForALibrary) {
  EXPECT_THAT(check(project_, {}).err, HasSubstr("it is a project, whose claims were checked already"));
  EXPECT_THAT(run({"library", "status", "--library", project_}).err, HasSubstr("is a project, which holds a run"));
}

TEST_F(ProjectCommands, CheckKilledAtAnyMomentLeavesNoHalfProject) {
  const std::string path = folder_.file("killed.project");
  int whole = 0;
  for (int delay = 0; delay < 24; ++delay) {
    ChildProcess child(
        claimcheck_command({"check", claims_, "--offline", "--library", library_, "-q", "--project", path}));
    std::this_thread::sleep_for(std::chrono::milliseconds(delay * 4));
    child.send(SIGKILL);
    child.wait();
    if (!fs::exists(path)) continue;
    ++whole;
    EXPECT_EQ(run({"log", "verify", path}).exit_code, 0);
    EXPECT_EQ(run({"export", path, "--json", "-"}).out, read_whole_file(json_));
    fs::remove(path);
  }
  EXPECT_EQ(check(claims_, {"--project", path}).exit_code, 0) << "what was left behind is in nobody's way";
  RecordProperty("whole", whole);
}

TEST(Project, OfTheShippedSampleGivesTheSameReports) {
  const TemporaryFolder folder;
  const std::string data = CLAIMCHECK_SOURCE_DIR "/claims";
  const std::string library = folder.file("library.db");
  run_claimcheck({"library", "import", "-q", "--library", library, data + "/sample-library/digests.xml"});
  const std::string project = folder.file("a.project");
  const auto in = [&](const std::string& name) { return folder.file(name); };
  ASSERT_EQ(run_claimcheck({"check", data + "/ketamine.json", data + "/sample-article.md", "--offline", "--library",
                            library, "-q", "--project", project, "--json", in("a.json"), "--html", in("a.html")})
                .exit_code,
            0);
  ASSERT_EQ(run_claimcheck({"export", project, "--json", in("b.json"), "--html", in("b.html")}).exit_code, 0);
  EXPECT_TRUE(read_whole_file(in("a.json")) == read_whole_file(in("b.json")));
  EXPECT_TRUE(read_whole_file(in("a.html")) == read_whole_file(in("b.html")));
}

}  // namespace
}  // namespace claimcheck
