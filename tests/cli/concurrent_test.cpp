#include <gmock/gmock.h>

#include <algorithm>
#include <list>
#include <string>
#include <vector>

#include "cli/online_fixture.h"

namespace claimcheck {
namespace {

using Concurrent = OnlineFixture;

/// NCBI's limit for an address, in any second; twelve programs of one user that start together.
TEST_F(Concurrent, ProgramsKeepToTheLimitTogetherAndAllFinish) {
  server_.limit_per_second(3);
  const std::string claim = folder_.file("one.json", one_claim(kClaim));
  const ChildOptions user{.environment = {{"XDG_CACHE_HOME", folder_.file("cache")}}};
  std::list<ChildProcess> programs;
  for (int i = 0; i < 12; ++i) {
    const std::string library = folder_.file("library" + std::to_string(i) + ".db");
    programs.emplace_back(
        claimcheck_command({"check", claim, "--json", "-", "--library", library, "--eutils-url", server_.url()}), user);
  }
  for (ChildProcess& program : programs) {
    const Outcome outcome = program.wait();
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(json::parse(outcome.out)["claims"][0]["verdict"]["tag"], "contested");
  }
  EXPECT_EQ(server_.throttled(), 0U);
  const auto requests = server_.requests();
  EXPECT_GE(requests.size(), 36U);
  EXPECT_GE(requests.back().start - requests.front().start, (requests.size() - 1) * std::chrono::milliseconds(330));
}

/// One program meets a limit that it did not exhaust itself: the others wait with it.
TEST_F(Concurrent, ProgramsPauseTogetherWhenOneIsThrottled) {
  server_.inject(Fault::throttle, 1);
  const ChildOptions user{.environment = {{"XDG_CACHE_HOME", folder_.file("cache")}}};
  std::list<ChildProcess> programs;
  for (int i = 0; i < 3; ++i) {
    programs.emplace_back(
        claimcheck_command({"check", claims_, "--limit", "1", "--library",
                            folder_.file("library" + std::to_string(i) + ".db"), "--eutils-url", server_.url()}),
        user);
  }
  for (ChildProcess& program : programs) EXPECT_EQ(program.wait().exit_code, 0);
  const auto requests = server_.requests();
  ASSERT_GT(requests.size(), 6U);
  EXPECT_GE(requests[1].start - requests[0].start, std::chrono::milliseconds(950)) << "Retry-After: 1";
}

}  // namespace
}  // namespace claimcheck
