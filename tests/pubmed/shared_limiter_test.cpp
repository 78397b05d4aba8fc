#include "pubmed/shared_limiter.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;
using TimePoint = Limiter::TimePoint;

constexpr milliseconds kSpacing{370};
const TimePoint kNow{std::chrono::hours(1000)};

class SharedStarts : public testing::Test {
 protected:
  /// One for each program; here, each has its own view of the file.
  Limiter limiter() const { return shared_starts(path(), kSpacing); }
  std::string path() const { return (folder_ / "new" / "deep" / "starts").string(); }
  std::string text() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  TemporaryFolder temporary_;
  fs::path folder_ = temporary_.path();
};

TEST_F(SharedStarts, AreSpacedOverAllPrograms) {
  const Limiter first = limiter();
  const Limiter second = limiter();
  EXPECT_EQ(first.wait(kNow), milliseconds(0));
  EXPECT_EQ(second.wait(kNow), milliseconds(370));
  EXPECT_EQ(limiter().wait(kNow), milliseconds(740));
  EXPECT_EQ(first.wait(kNow), milliseconds(1110));
  EXPECT_EQ(second.wait(kNow + milliseconds(370)), milliseconds(0));
}

TEST_F(SharedStarts, HoldBackAllPrograms) {
  const Limiter throttled = limiter();
  const Limiter other = limiter();
  throttled.hold_back(kNow, seconds(7));
  EXPECT_EQ(other.wait(kNow), seconds(7));
  EXPECT_EQ(throttled.wait(kNow), seconds(7));
}

TEST_F(SharedStarts, OfOneFileAreNotThoseOfAnother) {
  limiter().wait(kNow);
  EXPECT_EQ(shared_starts(path() + "-2", kSpacing).wait(kNow), milliseconds(0));
}

TEST_F(SharedStarts, GoOnWhateverTheFileHolds) {
  for (const std::string& rubbish : {std::string(), std::string("rubbish"), std::string(100'000, '9'),
                                     std::string(300, '\0'), std::string("starts-1 another-boot 1 1\n")}) {
    limiter();
    std::ofstream(path(), std::ios::binary | std::ios::trunc) << rubbish;
    EXPECT_EQ(limiter().wait(kNow), milliseconds(0)) << rubbish.substr(0, 30);
    EXPECT_EQ(limiter().wait(kNow), milliseconds(370)) << "and the file is good again";
  }
}

TEST_F(SharedStarts, AreNotDelayedByATimeInTheFarFuture) {
  limiter().wait(kNow + std::chrono::hours(10));  // as when the clock began anew
  EXPECT_EQ(limiter().wait(kNow), milliseconds(0));
}

TEST_F(SharedStarts, KeepTheirOwnSpacingWhenTheFileIsLost) {
  const Limiter mine = limiter();
  EXPECT_EQ(mine.wait(kNow), milliseconds(0));
  fs::remove(path());
  EXPECT_EQ(mine.wait(kNow), milliseconds(370));
}

TEST_F(SharedStarts, AreThisProgramsAloneWhereTheFileCannotBe) {
  const auto expect_own = [](const std::string& path) {
    const Limiter mine = shared_starts(path, kSpacing);
    EXPECT_EQ(mine.wait(kNow), milliseconds(0)) << path;
    EXPECT_EQ(mine.wait(kNow), milliseconds(370)) << path;
    EXPECT_EQ(shared_starts(path, kSpacing).wait(kNow), milliseconds(0)) << path;
    mine.hold_back(kNow, seconds(9));
    EXPECT_EQ(mine.wait(kNow), seconds(9)) << path;
  };
  std::ofstream(folder_ / "file") << "x";
  fs::create_directory_symlink("nowhere", folder_ / "link");
  expect_own(folder_.string());
  expect_own((folder_ / "file" / "starts").string());
  expect_own((folder_ / "link").string());
  expect_own("/proc/starts");
  // In one test: each locks the device, which another could find busy.
  expect_own("/dev/full");
  EXPECT_EQ(sharing_problem("/dev/full"), "No space left on device");
}

TEST_F(SharedStarts, TellWhyTheyCannotBeShared) {
  EXPECT_EQ(sharing_problem(path()), "");
  limiter().wait(kNow);
  const std::string before = text();
  EXPECT_EQ(sharing_problem(path()), "");
  EXPECT_EQ(text(), before) << "asking changes nothing";
  EXPECT_EQ(sharing_problem(folder_.string()), "Is a directory");
  std::ofstream(folder_ / "file") << "x";
  EXPECT_EQ(sharing_problem((folder_ / "file" / "starts").string()), "Not a directory");
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  if (geteuid() != 0) {
    EXPECT_EQ(sharing_problem((folder_ / "starts").string()), "Permission denied");
  }
}

TEST_F(SharedStarts, AskAgainWhileAnotherProgramReadsTheFile) {
  const Limiter mine = limiter();
  const int file = open(path().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(flock(file, LOCK_EX | LOCK_NB), 0);
  EXPECT_EQ(sharing_problem(path()), "");
  EXPECT_EQ(mine.wait(kNow), milliseconds(5));
  EXPECT_EQ(mine.wait(kNow), milliseconds(5));
  close(file);
  EXPECT_EQ(mine.wait(kNow), milliseconds(0));
}

TEST_F(SharedStarts, DoNotWaitForEverForAProgramThatHasStopped) {
  const Limiter mine = limiter();
  const int file = open(path().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(flock(file, LOCK_EX | LOCK_NB), 0);
  TimePoint now = kNow;
  milliseconds left{1};
  for (int i = 0; i < 1000 && left.count() > 0; ++i) now += left = mine.wait(now);
  EXPECT_LT(now - kNow, seconds(2));
  EXPECT_EQ(left, milliseconds(0));
  mine.hold_back(now, seconds(7));  // cannot be told yet
  close(file);
  mine.wait(now);
  EXPECT_EQ(limiter().wait(now), seconds(7)) << "what was not told is told later";
}

/// Eight threads, each with a limiter of its own as a program has, on the machine's clock.
TEST_F(SharedStarts, AreSpacedUnderContention) {
  constexpr milliseconds spacing{20};
  std::vector<std::vector<TimePoint>> starts(8);
  std::vector<std::thread> programs;
  for (auto& own : starts) {
    programs.emplace_back([this, &own] {
      const Limiter limiter = shared_starts(path(), spacing);
      while (own.size() < 10) {
        const TimePoint now = std::chrono::steady_clock::now();
        const milliseconds left = limiter.wait(now);
        if (left.count() == 0) own.push_back(now);
        std::this_thread::sleep_for(left);
      }
    });
  }
  for (std::thread& program : programs) program.join();
  std::vector<TimePoint> all;
  for (const auto& own : starts) all.insert(all.end(), own.begin(), own.end());
  std::sort(all.begin(), all.end());
  EXPECT_GE(all.back() - all.front(), 79 * spacing) << "80 starts";
}

}  // namespace
}  // namespace claimcheck
