#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/error.h"
#include "library/project.h"
#include "library/scratch_project.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

/// Numbers that a child process writes, one after the other, until it is killed.
class Confirmations {
 public:
  Confirmations() { EXPECT_EQ(pipe(ends_), 0); }
  Confirmations(const Confirmations&) = delete;
  Confirmations& operator=(const Confirmations&) = delete;
  ~Confirmations() { close(ends_[0]); }

  void confirm(std::int64_t number) const { static_cast<void>(write(ends_[1], &number, sizeof number)); }
  /// The last one that was confirmed, in the parent once the child is dead; 0: none.
  [[nodiscard]] std::int64_t last() {
    close(ends_[1]);
    std::int64_t last = 0;
    for (std::int64_t number = 0; read(ends_[0], &number, sizeof number) == sizeof number;) last = number;
    return last;
  }

 private:
  int ends_[2] = {-1, -1};
};

/// Appends without end, and tells each number as soon as append() has returned.
[[noreturn]] void append_for_ever(const ScratchProject& scratch, const Confirmations& confirmations) {
  try {
    Project project = scratch.open();
    for (std::int64_t last = project.last_entry();;) {
      last = project.append(judgement_on("C-1"), last).value().number;
      confirmations.confirm(last);
    }
  } catch (const std::exception&) {
    _exit(1);
  }
}

TEST(ProjectKilled, RightAfterAnEntryWasConfirmedHasIt) {
  const ScratchProject scratch;
  const pid_t child = fork();
  if (child == 0) {
    Project project = scratch.open();
    project.append(judgement_on("A"), 0);
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_EQ(WTERMSIG(status), SIGKILL);
  ASSERT_EQ(scratch.open().log().size(), 1U);
  EXPECT_EQ(scratch.open().log()[0].claim, "A");
  EXPECT_EQ(scratch.open().check_log().problem, "");
}

TEST(ProjectKilled, AtAnyMomentHasAllThatWasConfirmed) {
  const ScratchProject scratch;
  std::mt19937 random(1);
  std::int64_t known = 0;
  for (int round = 0; round < 40; ++round) {
    Confirmations confirmations;
    const pid_t child = fork();
    if (child == 0) append_for_ever(scratch, confirmations);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    known = std::max(known, confirmations.last());
    const Project project = scratch.open(round % 2 == 0 ? Project::Access::read : Project::Access::write);
    const LogCheck check = project.check_log();
    ASSERT_EQ(check.problem, "") << "round " << round;
    ASSERT_GE(project.last_entry(), known) << "round " << round;
    ASSERT_LE(project.last_entry(), known + 1) << "only what was being confirmed may be there unconfirmed";
    known = project.last_entry();
  }
  EXPECT_GT(known, 0);
}

TEST(ProjectKilled, WhileItIsMadeIsNotThere) {
  const TemporaryFolder folder;
  const fs::path path = folder / "a.project";
  std::mt19937 random(1);
  const claimcheck::Run run = sample_run();
  int made = 0;
  for (int round = 0; round < 40; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      Project::create(path, run, std::string(1'000'000, 'x'), sha256_hex);
      _exit(0);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    if (!fs::exists(path)) continue;
    ++made;
    EXPECT_EQ(Project::open(path, Project::Access::read, sha256_hex).run(), run);
    fs::remove(path);
  }
  RecordProperty("made", made);
}

}  // namespace
}  // namespace claimcheck
