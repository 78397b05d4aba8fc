#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/online_fixture.h"

namespace claimcheck {
namespace {

using Online = OnlineFixture;

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(Online, JudgesAsTheLibraryWithTheSameRecordsDoes) {
  const Outcome online = check("online.db");
  EXPECT_EQ(online.exit_code, 0) << online.err;
  const std::string file = folder_.file("records.xml", records_);
  run_claimcheck({"library", "import", "-q", "--library", folder_.file("offline.db"), file});
  const std::size_t asked = server_.requests().size();
  const Outcome offline = check("offline.db", {"--offline"});
  EXPECT_EQ(judgement(online), judgement(offline));
  EXPECT_EQ(json::parse(online.out)["claims"][0]["verdict"]["tag"], "contested");
  EXPECT_EQ(server_.requests().size(), asked);
}

TEST_F(Online, AsksNothingTwiceUnlessToldTo) {
  const Outcome first = check("library.db");
  const std::size_t asked = server_.requests().size();
  EXPECT_GT(asked, 2U);
  EXPECT_EQ(check("library.db").out, first.out);
  EXPECT_EQ(server_.requests().size(), asked);
  EXPECT_EQ(check("library.db", {"--refresh"}).exit_code, 0);
  EXPECT_EQ(server_.requests().size(), 2 * asked);
}

TEST_F(Online, GoesOnWhereAKilledRunStopped) {
  const Outcome undisturbed = check("undisturbed.db");
  const std::size_t asked = server_.requests().size();
  server_.inject(Fault::slow);
  ChildProcess killed(claimcheck_command(arguments("killed.db")), with_key_);
  EXPECT_TRUE(is_asked(asked + asked / 2));
  killed.send(SIGKILL);
  killed.wait();
  server_.inject(Fault::none);
  EXPECT_EQ(check("killed.db").out, undisturbed.out);
  EXPECT_LE(server_.requests().size(), 2 * asked + 1);
}

TEST_F(Online, EndsWith130OnCtrlCAndSaysHowFarItCame) {
  server_.inject(Fault::hang);
  ChildProcess running(claimcheck_command(arguments("library.db")), with_key_);
  EXPECT_TRUE(is_asked(1));
  running.send(SIGINT);
  const Outcome outcome = running.wait();
  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("interrupted: 0 of 2 claims checked"));
}

TEST_F(Online, NeverTagsAClaimThatCouldNotBeLookedUp) {
  server_.inject(Fault::not_found);
  const Outcome outcome = check("library.db");
  EXPECT_EQ(outcome.exit_code, 3);
  const json report = json::parse(outcome.out);
  for (const json& claim : report["claims"]) {
    EXPECT_EQ(claim["status"], "incomplete");
    EXPECT_TRUE(claim["verdict"].is_null());
  }
  EXPECT_EQ(check("library.db", {"--allow-partial"}).exit_code, 0);
}

TEST_F(Online, SendsTheKeyToTheServerAndNowhereElse) {
  const Outcome outcome = check("library.db", {"--show-queries"});
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(kKey)));
  EXPECT_THAT(read_whole_file(folder_.file("library.db")), Not(HasSubstr(kKey)));
  bool sent = false;
  for (const ServedRequest& request : server_.requests()) {
    const auto key = request.parameters.find("api_key");
    sent = sent || (key != request.parameters.end() && key->second == kKey);
  }
  EXPECT_TRUE(sent);
}

}  // namespace
}  // namespace claimcheck
