#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <deque>
#include <string>
#include <thread>

#include "review/running_server.h"

namespace claimcheck {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;

std::chrono::milliseconds time_to_stop(RunningServer& running) {
  const auto start = std::chrono::steady_clock::now();
  running.stop();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

TEST(Stop, ClosesIdleConnectionsAtOnce) {
  RunningServer running;
  std::deque<RawClient> clients;
  for (int i = 0; i < 20; ++i) clients.push_back(running.connect());
  for (std::size_t i = 0; i < 10; ++i) {
    ASSERT_TRUE(clients[i].send(running.get("/")));
    ASSERT_EQ(status_of(clients[i].receive()), 200);
  }
  ASSERT_TRUE(clients[10].send("GET /half"));
  const std::string request = running.post("/", "0123456789");
  ASSERT_TRUE(clients[11].send(request.substr(0, request.size() - 5)));
  EXPECT_LT(time_to_stop(running), 400ms);
  for (const RawClient& client : clients) EXPECT_TRUE(client.is_closed_within(1s));
  EXPECT_THROW(running.connect(), std::runtime_error);
  EXPECT_EQ(running.questions().size(), 10U) << "half a request is no question";
}

TEST(Stop, LetsTheRunningRequestFinish) {
  std::atomic<bool> entered = false;
  RunningServer running({}, [&](const HttpQuestion&) {
    entered = true;
    std::this_thread::sleep_for(300ms);
    HttpAnswer answer;
    answer.body = "finished";
    return answer;
  });
  RawClient client = running.connect();
  ASSERT_TRUE(client.send(running.get("/first") + running.get("/second")));
  while (!entered) std::this_thread::yield();
  EXPECT_LT(time_to_stop(running), 1s);
  const std::string answers = client.receive_all();
  EXPECT_EQ(status_of(answers), 200);
  EXPECT_THAT(answers, EndsWith("\r\n\r\nfinished"));
  EXPECT_EQ(running.questions().size(), 1U) << "no new one is begun";
}

TEST(Stop, WaitsNotLongForAClientThatDoesNotRead) {
  ServerLimits limits;
  limits.stop_time = 200ms;
  RunningServer running(limits, [](const HttpQuestion&) {
    HttpAnswer answer;
    answer.body = std::string(50'000'000, 'x');
    return answer;
  });
  const RawClient client = running.connect();
  ASSERT_TRUE(client.send(running.get("/")));
  while (running.questions().empty()) std::this_thread::yield();
  std::this_thread::sleep_for(50ms);
  const auto time = time_to_stop(running);
  EXPECT_GE(time, 150ms);
  EXPECT_LT(time, 1s);
}

TEST(Stop, MayComeFromTheHandler) {
  LoopbackServer* server = nullptr;
  RunningServer running({}, [&](const HttpQuestion&) {
    server->stop();
    return HttpAnswer{.body = "goodbye"};
  });
  server = &running.server();
  EXPECT_THAT(running.ask(running.post("/quit", "{}")), EndsWith("goodbye"));
  EXPECT_LT(time_to_stop(running), 400ms);
}

TEST(Stop, MayComeBeforeTheStartAndAgain) {
  LoopbackServer server({}, {});
  server.stop();
  server.stop();
  server.run();
  server.stop();
}

LoopbackServer* signalled = nullptr;

TEST(Stop, MayComeFromASignal) {
  LoopbackServer server({}, {});
  signalled = &server;
  const auto before = std::signal(SIGUSR1, [](int) { signalled->stop(); });
  std::thread sender([to = pthread_self()] {
    std::this_thread::sleep_for(50ms);
    pthread_kill(to, SIGUSR1);
  });
  server.run();
  sender.join();
  std::signal(SIGUSR1, before);
}

}  // namespace
}  // namespace claimcheck
