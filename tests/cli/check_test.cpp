#include <gmock/gmock.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/child_process.h"
#include "cli/fixtures.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Check : public testing::Test {
 protected:
  Check() { fill(library_, article_xml(1, "Walnuts and sleep", "Walnuts did not change sleep.")); }

  void fill(const std::string& library, const std::string& articles) const {
    const std::string file = folder_.file("fill.xml", article_set(articles));
    run_claimcheck({"library", "import", "-q", "--library", library, file});
  }

  [[nodiscard]] std::vector<std::string> arguments(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"check", claims_, "--offline", "--library", library_});
    return more;
  }

  TemporaryFolder folder_;
  std::string library_ = folder_.file("library.db");
  std::string claims_ = folder_.file("claims.json", one_claim(kClaim));
};

TEST_F(Check, OpensNoSocketWhenOffline) {
  const Outcome offline = run_claimcheck(arguments({"--eutils-url", "http://127.0.0.1:1/"}), {.no_sockets = true});
  EXPECT_EQ(offline.exit_code, 0) << offline.err;
  // The control: the same without --offline does open one.
  const Outcome online = run_claimcheck(
      {"check", claims_, "--library", library_, "--eutils-url", "http://127.0.0.1:1/"}, {.no_sockets = true});
  EXPECT_EQ(online.signal, SIGSYS);
}

TEST_F(Check, PrintsTheReportOnStandardOutputAndTheRestElsewhere) {
  const Outcome outcome = run_claimcheck(arguments());
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("C-01"), HasSubstr("1 unsupported"), Not(HasSubstr("\x1b["))));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("checking 1 claim against the local library"), Not(HasSubstr("\r"))));
  EXPECT_EQ(run_claimcheck(arguments({"-q"})).err, "");
  EXPECT_THAT(run_claimcheck(arguments({"--color", "always"})).out, HasSubstr("\x1b["));
}

TEST_F(Check, PrintsOnlyJsonWhenJsonGoesToStandardOutput) {
  const Outcome outcome = run_claimcheck(arguments({"--json", "-", "--show-queries"}));
  EXPECT_EQ(outcome.exit_code, 0);
  const json report = json::parse(outcome.out);
  EXPECT_EQ(report["schema_version"], 1);
  EXPECT_EQ(report["claims"][0]["id"], "C-01");
  EXPECT_EQ(report["provenance"]["documents"][0]["name"], "claims.json");
  EXPECT_EQ(report["provenance"]["library_citations"], 1);
  EXPECT_TRUE(report["provenance"]["offline"]);
  EXPECT_THAT(outcome.err, HasSubstr("Queries as run:\n  C-01  "));
}

TEST_F(Check, ReportsEachOfManyClaimsAsIfItWereAlone) {
  json claims = json::array();
  for (int i = 10; i < 40; ++i) {
    const std::string outcome = i % 2 == 0 ? " sleep." : " memory.";
    claims.push_back({{"id", "C-" + std::to_string(i)}, {"text", "Walnuts improve" + outcome}});
  }
  const std::string all = folder_.file("all.json", json{{"schema_version", 1}, {"claims", claims}}.dump());
  const std::string one = folder_.file("one.json", json{{"schema_version", 1}, {"claims", {claims[17]}}}.dump());
  const auto check = [this](const std::string& file) {
    const Outcome outcome = run_claimcheck({"check", file, "--offline", "--library", library_, "--json", "-"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return json::parse(outcome.out)["claims"];
  };
  const json reports = check(all);
  ASSERT_EQ(reports.size(), claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) EXPECT_EQ(reports[i]["id"], claims[i]["id"]);
  EXPECT_EQ(reports[17].dump(), check(one)[0].dump());
}

TEST_F(Check, WritesWholeFilesAndNothingElse) {
  const std::string json_path = folder_.file("report.json");
  const std::string html_path = folder_.file("report.html");
  EXPECT_EQ(run_claimcheck(arguments({"--json", json_path, "--html", html_path})).exit_code, 0);
  EXPECT_TRUE(json::accept(read_whole_file(json_path)));
  EXPECT_THAT(read_whole_file(html_path), StartsWith("<!"));
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr(".tmp")));
  }
}

TEST_F(Check, WritesToAPathBesideTheUser) {
  const Outcome outcome = run_claimcheck(arguments({"--json", "new.json"}), {.folder = folder_.path().string()});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(json::accept(read_whole_file(folder_.file("new.json"))));
}

TEST_F(Check, GivesTheSameBytesTwice) {
  EXPECT_EQ(run_claimcheck(arguments({"--json", "-"})).out, run_claimcheck(arguments({"--json", "-"})).out);
}

TEST_F(Check, KeepsALinkAndADeviceAsTheyAre) {
  const std::string target = folder_.file("target.json", "old");
  const std::string link = folder_.file("link.json");
  std::filesystem::create_symlink(target, link);
  EXPECT_EQ(run_claimcheck(arguments({"--json", link, "--html", "/dev/null"})).exit_code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_TRUE(json::accept(read_whole_file(target)));
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST_F(Check, RefusesOutputsThatCannotBeWrittenBeforeItStarts) {
  const std::vector<std::vector<std::string>> outputs{{"--json", folder_.file("no/such/folder.json")},
                                                      {"--json", folder_.path().string()},
                                                      {"--json", "-", "--html", "-"},
                                                      {"--json", folder_.file("a"), "--html", folder_.file("./a")}};
  for (const auto& output : outputs) {
    const Outcome outcome = run_claimcheck(arguments(output));
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, AllOf(StartsWith("claimcheck: "), HasSubstr("cannot"), Not(HasSubstr("checking"))));
  }
}

TEST_F(Check, TellsOfAFullDisk) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  const Outcome outcome = run_claimcheck(arguments(), {.output = "/dev/full"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("cannot write to standard output: No space left on device"));
}

struct FailOnCase {
  std::string claim;
  std::string level;
  int exit_code;
};

void PrintTo(const FailOnCase& fail_on, std::ostream* out) {
  *out << fail_on.level << ": " << fail_on.claim;
}

class FailOn : public Check, public testing::WithParamInterface<FailOnCase> {};

TEST_P(FailOn, LeadsToTheExitCode) {
  claims_ = folder_.file("claims.json", one_claim(GetParam().claim));
  const Outcome outcome = run_claimcheck(arguments({"--fail-on", GetParam().level}));
  EXPECT_EQ(outcome.exit_code, GetParam().exit_code) << outcome.out;
}

const std::string kRegulatory = "Ketamine is a Schedule III controlled substance in the United States.";

INSTANTIATE_TEST_SUITE_P(Levels, FailOn,
                         testing::Values(FailOnCase{kClaim, "never", 0}, FailOnCase{kClaim, "unsupported", 1},
                                         FailOnCase{kClaim, "contested", 1}, FailOnCase{kClaim, "unchecked", 1},
                                         FailOnCase{kRegulatory, "contested", 0},
                                         FailOnCase{kRegulatory, "unchecked", 1}));

TEST_F(Check, EndsWithThreeWhenClaimsCouldNotBeChecked) {
  library_ = folder_.file("empty.db");
  fill(library_, "");
  const Outcome outcome = run_claimcheck(arguments({"--json", "-", "--fail-on", "unsupported"}));
  EXPECT_EQ(outcome.exit_code, 3);
  const json claim = json::parse(outcome.out)["claims"][0];
  EXPECT_EQ(claim["status"], "incomplete");
  EXPECT_TRUE(claim["verdict"].is_null());
  EXPECT_EQ(run_claimcheck(arguments({"--allow-partial"})).exit_code, 0);
}

TEST_F(Check, ReadsSeveralFilesAndStandardInput) {
  const std::string input = one_claim("Walnuts improve sleep.", "W-1");
  const Outcome outcome =
      run_claimcheck({"check", claims_, "-", "--offline", "--library", library_, "--json", "-"}, {.input = input});
  const json report = json::parse(outcome.out);
  ASSERT_EQ(report["claims"].size(), 2U);
  EXPECT_EQ(report["claims"][1]["id"], "W-1");
  EXPECT_EQ(report["provenance"]["documents"][1]["name"], "standard input");
}

TEST_F(Check, LimitsWhatEachQueryReads) {
  std::string articles;
  for (int pmid = 1; pmid <= 9; ++pmid) articles += article_xml(pmid, "Ketamine cystitis", "Ketamine led to cystitis.");
  library_ = folder_.file("nine.db");
  fill(library_, articles);
  const json queries =
      json::parse(run_claimcheck(arguments({"--json", "-", "--limit", "2"})).out)["claims"][0]["queries"];
  for (const json& query : queries) {
    EXPECT_LE(query["read"], 2);
  }
}

TEST_F(Check, NeverTellsTheKey) {
  const Outcome wrong = run_claimcheck({"check", claims_, "--library", library_},
                                       {.environment = {{"NCBI_API_KEY", "secret key"}}, .no_sockets = true});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, AllOf(HasSubstr("NCBI_API_KEY holds no NCBI API key"), Not(HasSubstr("secret"))));
}

TEST_F(Check, ExplainsOneClaimAndSuggestsTheNearestId) {
  const Outcome found = run_claimcheck({"explain", claims_, "C-01", "--offline", "--library", library_});
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_THAT(found.out, HasSubstr(kClaim));
  const Outcome wrong = run_claimcheck({"explain", claims_, "C-02", "--offline", "--library", library_});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("has no claim 'C-02'; did you mean 'C-01'?"));
  const Outcome as_json = run_claimcheck({"explain", claims_, "C-01", "--offline", "--library", library_, "--json"});
  EXPECT_EQ(json::parse(as_json.out)["claims"].size(), 1U);
}

}  // namespace
}  // namespace claimcheck
