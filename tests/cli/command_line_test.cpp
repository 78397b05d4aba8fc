#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "cli/child_process.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Words = std::vector<std::string>;

TEST(CommandLine, SaysWhatItIsForWhenCalledBare) {
  const Outcome outcome = run_claimcheck({});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("PubMed"), HasSubstr("Examples:\n  claimcheck check "),
                                 HasSubstr("Commands: check, extract, explain, replay, recheck, review, export, log, "
                                           "copy, import-decisions, carry, library, frame, read, doctor, help")));
}

TEST(CommandLine, PrintsItsVersion) {
  const Outcome outcome = run_claimcheck({"--version"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("claimcheck 0."));
}

class EveryCommand : public testing::TestWithParam<Words> {};

TEST_P(EveryCommand, ShowsExamplesFirstForBothHelpFlags) {
  Words with_short = GetParam();
  Words with_long = GetParam();
  with_short.emplace_back("-h");
  with_long.emplace_back("--help");
  const Outcome outcome = run_claimcheck(with_long);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, run_claimcheck(with_short).out);
  const std::size_t examples = outcome.out.find("Examples:\n  claimcheck ");
  EXPECT_LT(examples, outcome.out.find("Usage: claimcheck"));
  EXPECT_NE(examples, std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Commands, EveryCommand,
                         testing::Values(Words{}, Words{"check"}, Words{"explain"}, Words{"library"},
                                         Words{"library", "import"}, Words{"library", "search"},
                                         Words{"library", "show"}, Words{"library", "status"}, Words{"doctor"},
                                         Words{"export"}, Words{"log"}, Words{"log", "verify"}, Words{"log", "export"},
                                         Words{"copy"}, Words{"help"}));

struct WrongUsage {
  Words arguments;
  std::string message;  ///< a part of the one line on standard error
};

void PrintTo(const WrongUsage& usage, std::ostream* out) {
  *out << testing::PrintToString(usage.arguments);
}

class WrongUsages : public testing::TestWithParam<WrongUsage> {};

TEST_P(WrongUsages, EndWithTwoAndOneLineThatHelps) {
  const Outcome outcome = run_claimcheck(GetParam().arguments);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(StartsWith("claimcheck: "), HasSubstr(GetParam().message)));
  EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    Arguments, WrongUsages,
    testing::Values(
        WrongUsage{{"chek", "a.json"}, "there is no command 'chek'; did you mean 'check'? (see claimcheck --help)"},
        WrongUsage{{"library", "imprt", "a.xml"}, "did you mean 'import'? (see claimcheck library --help)"},
        WrongUsage{{"check", "a.json", "--librry", "b"}, "there is no option '--librry'; did you mean '--library'?"},
        WrongUsage{{"--library", "b.db", "check", "a.json"},
                   "options go after the command: claimcheck check … --library … (see claimcheck check --help)"},
        WrongUsage{{"--library", "b.db"}, "options go after the command: claimcheck COMMAND … --library …"},
        WrongUsage{{CLAIMCHECK_SOURCE_DIR "/README.md"}, "README.md', but a file: claimcheck check "},
        WrongUsage{{"check", "--ofline", "a.json"}, "did you mean '--offline'?"},
        WrongUsage{{"check", "--jsn=x", "a.json"}, "there is no option '--jsn'; did you mean '--json'?"},
        WrongUsage{{"check", "--ofline"}, "did you mean '--offline'?"}, WrongUsage{{"check"}, "FILE is required"},
        WrongUsage{{"check", "a.json", "--json"}, "--json"}, WrongUsage{{"check", "a.json", "--limit", "0"}, "--limit"},
        WrongUsage{{"check", "a.json", "--limit", "many"}, "--limit"},
        WrongUsage{{"check", "a.json", "--fail-on", "always"}, "--fail-on"},
        WrongUsage{{"check", "a.json", "--color", "blue"}, "--color"},
        WrongUsage{{"check", "a.json", "--offline", "--refresh"}, "--offline excludes --refresh"},
        WrongUsage{{"library", "show", "--library", "x.db", "none"}, "PMID"},
        WrongUsage{{"library", "search", "--library", "x.db"}, "nothing to search for"},
        WrongUsage{{"library", "search", "--library", "x.db", "--jsonl", "word"}, "--jsonl"},
        WrongUsage{{"doctor", "--eutils-url", "ftp://example.org"}, "must begin with http"},
        WrongUsage{{"doctor", "--eutils-url", "http://me:pw@a b/"}, "http://***@a b/: it names no server"},
        WrongUsage{{"check", "a.json", "--deadline", "0"}, "--deadline"},
        WrongUsage{{"check", "a.json", "--deadline", "9", "--offline"}, "--offline"},
        WrongUsage{{"help", "verdict"}, "did you mean 'verdicts'?"}));

TEST(CommandLine, ShowsTheCommandsOfAGroupCalledBare) {
  const Outcome outcome = run_claimcheck({"library"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("import"), HasSubstr("search"), HasSubstr("show"), HasSubstr("status")));
}

TEST(Help, TellsAboutEveryTopicThatItNames) {
  for (const std::string topic : {"verdicts", "claims-files", "offline", "projects", "reviewing", "privacy", "ncbi-key",
                                  "network", "exit-codes"}) {
    const Outcome outcome = run_claimcheck({"help", topic});
    EXPECT_EQ(outcome.exit_code, 0) << topic;
    EXPECT_GT(outcome.out.size(), 300U) << topic;
    EXPECT_THAT(run_claimcheck({"help"}).out, HasSubstr(topic));
  }
}

TEST(Help, GivesAnExampleForEachCommandOfAReview) {
  const std::string topic = run_claimcheck({"help", "reviewing"}).out;
  for (const std::string command : {"review", "export", "import-decisions", "carry"}) {
    const std::string call = "claimcheck " + command + " may.project ";
    EXPECT_THAT(topic, HasSubstr(call));
    EXPECT_THAT(run_claimcheck({command, "--help"}).out, HasSubstr("Examples:\n  claimcheck "));
  }
}

TEST(Help, ShowsTheHelpOfACommand) {
  EXPECT_EQ(run_claimcheck({"help", "library", "import"}).out, run_claimcheck({"library", "import", "--help"}).out);
}

TEST(Doctor, TellsThatThereIsNoLibraryAndNoKey) {
  const Outcome outcome = run_claimcheck({"doctor", "--offline"}, {.no_sockets = true});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("none yet"), HasSubstr("NCBI key   none"), HasSubstr("not asked"),
                                 HasSubstr("SQLite 3.")));
}

TEST(Doctor, EndsWithThreeWhenPubMedDoesNotAnswer) {
  const Outcome outcome = run_claimcheck({"doctor", "--eutils-url", "http://127.0.0.1:1/"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.out, HasSubstr("http://127.0.0.1:1/ not reachable: "));
}

TEST(Doctor, TellsOfAKeyWithoutShowingIt) {
  const Outcome outcome =
      run_claimcheck({"doctor", "--offline", "--json"}, {.environment = {{"NCBI_API_KEY", "abc123"}}});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\"configured\": true"), HasSubstr("\"origin\": \"NCBI_API_KEY\"")));
  EXPECT_THAT(outcome.out + outcome.err, testing::Not(HasSubstr("abc123")));
}

TEST(Doctor, RefusesAKeyFileThatOthersMayRead) {
  const TemporaryFolder config;
  std::filesystem::create_directory(config.path() / "claimcheck");
  const std::string key = config.file("claimcheck/ncbi-key", "abc123\n");
  const ChildOptions options{.environment = {{"XDG_CONFIG_HOME", config.path().string()}}};
  std::filesystem::permissions(key, std::filesystem::perms(0644));
  const Outcome readable = run_claimcheck({"doctor", "--offline"}, options);
  EXPECT_EQ(readable.exit_code, 2);
  EXPECT_THAT(readable.out, AllOf(HasSubstr("chmod 600"), testing::Not(HasSubstr("abc123"))));
  std::filesystem::permissions(key, std::filesystem::perms(0600));
  EXPECT_THAT(run_claimcheck({"doctor", "--offline"}, options).out, HasSubstr("NCBI key   from " + key));
}

}  // namespace
}  // namespace claimcheck
