#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "cli/child_process.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "support/shell.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// What stands in `path` once `words` do, or after ten seconds.
std::string wait_for(const std::string& path, const std::string& words) {
  std::string text;
  for (int i = 0; i < 200 && text.find(words) == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    if (std::filesystem::exists(path)) text = read_whole_file(path);
  }
  return text;
}

class ReviewCommand : public ::testing::Test {
 protected:
  ReviewCommand() {
    claimcheck::Run run;
    run.reports.resize(2);
    run.reports[0].claim.id = "C-01";
    run.reports[1].claim.id = "C-02";
    Project::create(project_, run, "{}", sha256_hex);
    options_.output = folder_.file("out");
  }

  [[nodiscard]] std::vector<LogEntry> log() const {
    return Project::open(project_, Project::Access::read, sha256_hex).log();
  }

  /// `name` takes part, with a comment.
  void join(const std::string& name) const {
    Project::open(project_, Project::Access::write, sha256_hex)
        .append_all({{.reviewer = name, .action = ReviewAction::joined},
                     {.reviewer = name, .action = ReviewAction::commented, .claim = "C-01", .text = "Why?"}},
                    0);
  }

  TemporaryFolder folder_;
  std::string project_ = folder_.file("may.project");
  ChildOptions options_;
};

TEST_F(ReviewCommand, PrintsTheLinkAndSaysAtTheEndHowFarTheReviewIs) {
  ChildProcess running(claimcheck_command({"review", project_, "--as", "Anna Ito", "--no-open"}), options_);
  EXPECT_THAT(wait_for(options_.output, "Ctrl-C"), AllOf(HasSubstr("http://127.0.0.1:"), HasSubstr("/?token=")));
  running.send(SIGINT);
  const Outcome outcome = running.wait();
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(
      read_whole_file(options_.output),
      HasSubstr("Stopped. Anna Ito: 0 of 2 judged, 2 open. All of it is in may.project; run the same command to "
                "go on."));
  EXPECT_TRUE(log().empty()) << "who only looks in is no reviewer";
}

// Names of its own: other tests run beside it, and a port belongs to a name and a run.
TEST_F(ReviewCommand, ServesTheSamePersonAtTheSamePortEachTimeWhereThatIsFree) {
  const auto port_of = [&](const std::string& name, const std::function<void()>& meanwhile) {
    options_.output = folder_.file("out of " + name);
    std::filesystem::remove(options_.output);
    ChildProcess running(claimcheck_command({"review", project_, "--as", name, "--no-open"}), options_);
    const std::string text = wait_for(options_.output, "Ctrl-C");
    meanwhile();
    running.send(SIGINT);
    EXPECT_EQ(running.wait().exit_code, 0);
    const std::size_t at = text.find("127.0.0.1:") + 10;
    return text.substr(at, text.find('/', at) - at);
  };
  const std::string port = port_of("Yrsa Quill", [] {});
  EXPECT_EQ(port_of("Yrsa Quill", [] {}), port);
  std::string second;
  port_of("Yrsa Quill", [&] { second = port_of("Yrsa Quill", [] {}); });
  EXPECT_NE(second, port) << "it is taken";
  EXPECT_NE(port_of("Zeno Quill", [] {}), port);
}

TEST_F(ReviewCommand, OpensTheLinkInTheBrowserOfTheDesktop) {
  const std::string opened = folder_.file("opened");
  std::filesystem::create_directory(folder_ / "bin");
  const std::string opener = folder_.file("bin/xdg-open", "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > " + opened + "\n");
  std::filesystem::permissions(opener, std::filesystem::perms::owner_all);
  std::vector<std::string> command = claimcheck_command({"review", project_});
  command.insert(command.begin(), {"/usr/bin/env", "PATH=" + (folder_ / "bin").string() + ":/usr/bin:/bin"});
  options_.environment["LOGNAME"] = "anna";
  ChildProcess running(command, options_);
  const std::string address = wait_for(opened, "token=");
  EXPECT_THAT(address, HasSubstr("1|http://127.0.0.1:"));
  const std::string printed = wait_for(options_.output, "Ctrl-C");
  EXPECT_THAT(printed, HasSubstr(address.substr(2, address.find("token="))));
  EXPECT_THAT(printed, Not(HasSubstr(address.substr(address.find("token="))))) << "others can read arguments";
  EXPECT_THAT(printed, Not(HasSubstr("no browser")));
  running.send(SIGINT);
  EXPECT_EQ(running.wait().exit_code, 0);
  EXPECT_THAT(read_whole_file(options_.output), HasSubstr("Stopped. anna: "));
}

TEST_F(ReviewCommand, SaysWhenThereIsNothingToOpenABrowserWith) {
  std::filesystem::create_directory(folder_ / "bin");
  std::vector<std::string> command = claimcheck_command({"review", project_, "--as", "Anna"});
  command.insert(command.begin(), {"/usr/bin/env", "PATH=" + (folder_ / "bin").string()});
  ChildProcess running(command, options_);
  wait_for(options_.output, "Ctrl-C");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  running.send(SIGINT);
  EXPECT_THAT(running.wait().err, HasSubstr("no browser could be opened; use the link"));
}

TEST_F(ReviewCommand, JoinsNothingForWhoOnlyReads) {
  ChildProcess running(claimcheck_command({"review", project_, "--read-only", "--no-open"}), options_);
  wait_for(options_.output, "Ctrl-C");
  running.send(SIGINT);
  EXPECT_EQ(running.wait().exit_code, 0);
  EXPECT_THAT(read_whole_file(options_.output), HasSubstr("may.project was open for reading alone."));
  EXPECT_TRUE(log().empty());
}

TEST_F(ReviewCommand, KnowsAPersonWhateverTheCaseAndSpaces) {
  join("Anna Ito");
  ChildProcess running(claimcheck_command({"review", project_, "--as", " anna  ITO ", "--no-open"}), options_);
  wait_for(options_.output, "Ctrl-C");
  running.send(SIGINT);
  EXPECT_EQ(running.wait().exit_code, 0);
  EXPECT_THAT(read_whole_file(options_.output), HasSubstr("Stopped. Anna Ito: "));
}

TEST_F(ReviewCommand, AsksAtATerminalWhoseNameANearlyEqualOneIs) {
  if (!has_program("script")) GTEST_SKIP() << "script (util-linux) is not installed";
  join("Anna Ito");
  const auto answered = [&](const std::string& answer) {
    std::string command;
    for (const std::string& word : claimcheck_command({"review", project_, "--as", "Ana Ito", "--no-open"})) {
      command += "'" + word + "' ";
    }
    // Ctrl-C (003) once the page is there; before that the answer.
    return run_shell("(printf '" + answer + "'; sleep 1; printf '\\003') | script -qec \"" + command + "\" /dev/null")
        .out;
  };
  const std::string same = answered("what\\ny\\n");
  EXPECT_THAT(same, HasSubstr("Anna Ito takes part in this review already, Ana Ito does not. Are you Anna Ito? [y/n]"));
  EXPECT_THAT(same, HasSubstr("Stopped. Anna Ito: "));
  EXPECT_THAT(answered("n\\n"), HasSubstr("Stopped. Ana Ito: "));
  EXPECT_EQ(log().size(), 2U) << "and nothing is written";
}

TEST_F(ReviewCommand, SaysWhatIsWrongWithItsArguments) {
  const auto refused = [](const std::vector<std::string>& arguments) {
    const Outcome outcome = run_claimcheck(arguments);
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };
  EXPECT_THAT(refused({"review", folder_.file("none.project"), "--as", "A"}), HasSubstr("none.project"));
  EXPECT_THAT(refused({"review", folder_.file("text", "no project"), "--as", "A"}), HasSubstr("text"));
  EXPECT_THAT(refused({"review", project_}), HasSubstr("say who you are with --as NAME"));
  EXPECT_THAT(refused({"review", project_, "--as", " "}), HasSubstr("--as NAME"));
  EXPECT_THAT(refused({"review", project_, "--as", "A", "--adjudicate"}), HasSubstr("nothing to adjudicate"));
  EXPECT_THAT(refused({"review", project_, "--read-only", "--adjudicate"}), HasSubstr("--adjudicate"));
  EXPECT_THAT(refused({"review", project_, "--as", "A", "--assets-dir", folder_.file("none")}),
              HasSubstr("no such folder"));
  EXPECT_TRUE(log().empty());
}

}  // namespace
}  // namespace claimcheck
