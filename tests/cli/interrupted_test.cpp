#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "cli/online_fixture.h"
#include "pubmed/shared_limiter.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// A run that is stopped, and the run after it, which must tell what an undisturbed one tells.
class Interrupted : public OnlineFixture {
 protected:
  Interrupted() { with_key_.environment["XDG_CACHE_HOME"] = folder_.file("cache"); }

  Outcome stop_by(int signal, ChildProcess& running) const {
    running.send(signal);
    return running.wait();
  }

  ChildProcess start(const std::string& library) const {
    return ChildProcess(claimcheck_command(arguments(library)), with_key_);
  }

  static void expect_interrupted(const Outcome& outcome) {
    EXPECT_EQ(outcome.exit_code, 130);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("interrupted: "), HasSubstr(" of 2 claims checked"),
                                   HasSubstr("run the same command again to go on")));
  }

  /// What each request asked for, without the ids of one that was answered again in part.
  std::multiset<std::string> questions(std::size_t from) const {
    std::multiset<std::string> asked;
    const auto requests = server_.requests();
    for (std::size_t i = from; i < requests.size(); ++i) {
      const auto& parameters = requests[i].parameters;
      asked.insert(parameters.contains("term") ? parameters.at("term") : parameters.at("id"));
    }
    return asked;
  }
};

TEST_F(Interrupted, WhileItWaitsForItsTurn) {
  const Outcome undisturbed = check("undisturbed.db");
  const json doctor =
      json::parse(run_claimcheck({"doctor", "--offline", "--json", "--eutils-url", server_.url()}, with_key_).out);
  const Limiter others = shared_starts(doctor["waits"]["path"], std::chrono::milliseconds(110));
  others.hold_back(std::chrono::steady_clock::now(), std::chrono::seconds(50));
  const std::size_t asked = server_.requests().size();
  ChildProcess running = start("library.db");
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  const auto begin = std::chrono::steady_clock::now();
  expect_interrupted(stop_by(SIGINT, running));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << "not after the wait";
  EXPECT_EQ(server_.requests().size(), asked) << "it was not its turn";
  std::filesystem::remove(std::string(doctor["waits"]["path"]));
  EXPECT_EQ(check("library.db").out, undisturbed.out);
}

TEST_F(Interrupted, WhileARequestHangs) {
  const Outcome undisturbed = check("undisturbed.db");
  const std::size_t asked = server_.requests().size();
  server_.inject(Fault::hang);
  ChildProcess running = start("library.db");
  EXPECT_TRUE(is_asked(asked + 1));
  expect_interrupted(stop_by(SIGINT, running));
  server_.inject(Fault::none);
  EXPECT_EQ(check("library.db").out, undisturbed.out);
}

TEST_F(Interrupted, BetweenAttempts) {
  const Outcome undisturbed = check("undisturbed.db");
  for (const Fault fault : {Fault::unavailable, Fault::throttle}) {
    const std::string library = std::string(to_string(fault)) + ".db";
    const std::size_t asked = server_.requests().size();
    server_.inject(fault);
    ChildProcess running = start(library);
    EXPECT_TRUE(is_asked(asked + 2));
    expect_interrupted(stop_by(SIGINT, running));
    server_.inject(Fault::none);
    EXPECT_EQ(check(library).out, undisturbed.out);
  }
}

TEST_F(Interrupted, AfterEachRequestInTurnAndNothingIsAskedTwice) {
  const Outcome undisturbed = check("undisturbed.db");
  const std::size_t whole = server_.requests().size();
  const std::multiset<std::string> needed = questions(0);
  for (std::size_t stop_after = 1; stop_after < whole; ++stop_after) {
    for (const int signal : {SIGINT, SIGKILL}) {
      const std::string library = std::to_string(stop_after) + "-" + std::to_string(signal) + ".db";
      const std::size_t before = server_.requests().size();
      server_.inject(Fault::slow);
      ChildProcess running = start(library);
      EXPECT_TRUE(is_asked(before + stop_after));
      const Outcome stopped = stop_by(signal, running);
      if (signal == SIGINT) expect_interrupted(stopped);
      server_.inject(Fault::none);
      EXPECT_EQ(check(library).out, undisturbed.out) << stop_after << " " << signal;
      std::multiset<std::string> again = questions(before);
      for (const std::string& question : needed) again.erase(again.find(question));
      EXPECT_LE(again.size(), 1U) << "only the one that was not answered is asked twice";
    }
  }
}

}  // namespace
}  // namespace claimcheck
