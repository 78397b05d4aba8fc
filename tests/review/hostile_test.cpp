#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "review/running_server.h"

namespace claimcheck {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

void expect_alive(const RunningServer& running) {
  EXPECT_EQ(status_of(running.ask(running.get("/alive"))), 200);
}

TEST(HostileClient, GetsFourHundredForNonsense) {
  const RunningServer running;
  const std::string host = running.host();
  const std::vector<std::string> requests{
      "\r\n\r\n\r\n\r\n",
      "nonsense\r\n\r\n",
      "GET\r\n\r\n",
      "GET /\r\n\r\n",
      "GET  / HTTP/1.1\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "GET / HTTP/1.1\nHost: x\n\n",
      "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
      "GET / HTTP/1.1\r\n: x\r\n\r\n",
      "GET / HTTP/1.1\r\n" + host + "A: b\rC: d\r\n\r\n",
      "GET / HTTP/1.1\r\n" + host + "A: b\0\r\n\r\n"s,
      "GET /\0 HTTP/1.1\r\n"s + host + "\r\n",
      "\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03 a TLS hello\r\n\r\n"s,
      running.get("/../etc/passwd"),
      running.get("/%2e%2e/etc/passwd"),
      running.get("/..%5c..%5cwindows"),
      running.get("/a%00b"),
      running.get("/\xC3\xA9"),
      running.get("/a\\b"),
      running.get("http://127.0.0.1/"),
      running.get("*"),
      "GET / HTTP/1.1\r\n" + host + host + "\r\n",
      running.get("/", "Content-Length: 2\r\n") + "{}",
      running.get("/", "Content-Length: 2\r\nContent-Length: 3\r\n"),
      running.get("/", "Content-Length: -2\r\n"),
      running.get("/", "Content-Length: 99999999999999999999999\r\n"),
      running.post("/", "{}", "Transfer-Encoding: chunked\r\n"),
      running.post("/", "{}", "Content-Length: 2\r\n"),
  };
  for (const std::string& request : requests) {
    RawClient client = running.connect();
    ASSERT_TRUE(client.send(request));
    EXPECT_EQ(status_of(client.receive()), 400) << request;
  }
  EXPECT_THAT(running.questions(), IsEmpty());
  EXPECT_THAT(running.log(), IsEmpty());
  expect_alive(running);
}

TEST(HostileClient, IsToldWhatTheServerDoesNotSpeak) {
  const RunningServer running;
  const std::string host = running.host();
  EXPECT_EQ(status_of(running.ask("GET / HTTP/1.0\r\n" + host + "\r\n")), 505);
  EXPECT_EQ(status_of(running.ask("GET / HTTP/1.1\r\n\r\n")), 421);
  EXPECT_EQ(status_of(running.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")), 421);
  std::string chunked = running.post("/", "");
  chunked.replace(chunked.find("Content-Length: 0"), 17, "Transfer-Encoding: chunked");
  EXPECT_EQ(status_of(running.ask(chunked + "2\r\n{}\r\n0\r\n\r\n")), 411);
  EXPECT_EQ(status_of(running.ask(running.post("/", "{}", "Content-Encoding: gzip\r\n"))), 415);
  EXPECT_EQ(status_of(running.ask(running.post("/", "{}", "Expect: magic\r\n"))), 417);
  EXPECT_THAT(running.questions(), IsEmpty());
}

TEST(HostileClient, GetsNoSecondRequestOutOfARefusedBody) {
  const RunningServer running;
  RawClient client = running.connect();
  const std::string hidden = running.get("/hidden");
  ASSERT_TRUE(client.send(running.get("/", "Content-Length: " + std::to_string(hidden.size()) + "\r\n") + hidden));
  EXPECT_EQ(status_of(client.receive()), 400);
  EXPECT_EQ(client.receive_all(), "");
  EXPECT_THAT(running.questions(), IsEmpty());
}

TEST(HostileClient, MeetsTheLimitsOnSize) {
  ServerLimits limits;
  limits.body = 1000;
  limits.head = 4000;
  limits.target = 500;
  limits.close_time = 5s;
  const RunningServer running(limits);
  EXPECT_EQ(status_of(running.ask(running.post("/", std::string(1000, 'x')))), 200);
  EXPECT_EQ(status_of(running.ask(running.post("/", std::string(1001, 'x')))), 413);
  EXPECT_EQ(status_of(running.ask(running.post("/", std::string(30'000'000, 'x')))), 413) << "and not a reset";
  EXPECT_EQ(status_of(running.ask(running.get("/" + std::string(499, 'a')))), 200);
  EXPECT_EQ(status_of(running.ask(running.get("/" + std::string(500, 'a')))), 414);
  EXPECT_EQ(status_of(running.ask(running.get("/" + std::string(8000, 'a')))), 431);
  EXPECT_EQ(status_of(running.ask(running.get("/", "A: " + std::string(3000, 'a') + "\r\n"))), 200);
  EXPECT_EQ(status_of(running.ask(running.get("/", "A: " + std::string(4000, 'a') + "\r\n"))), 431);
  EXPECT_EQ(status_of(running.ask(running.get("/", "A: " + std::string(300'000, 'a') + "\r\n"))), 431);
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "A:\r\n";
  EXPECT_EQ(status_of(running.ask(running.get("/", many))), 431);
  EXPECT_EQ(status_of(running.ask(std::string(100'000, 'G'))), 431);
  expect_alive(running);
}

TEST(HostileClient, IsAskedForTheBodyOnlyWhenItWouldBeTaken) {
  const RunningServer running;
  const std::string whole = running.post("/", "{}", "Expect: 100-continue\r\n");
  const std::string head = whole.substr(0, whole.size() - 2);
  RawClient client = running.connect();
  ASSERT_TRUE(client.send(head));
  EXPECT_EQ(client.receive(), "HTTP/1.1 100 Continue\r\n\r\n");
  ASSERT_TRUE(client.send("{}"));
  EXPECT_THAT(client.receive(), EndsWith("\n{}"));

  RawClient stranger = running.connect();
  ASSERT_TRUE(
      stranger.send("POST / HTTP/1.1\r\n" + running.host() + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n"));
  EXPECT_EQ(status_of(stranger.receive()), 403);
  EXPECT_EQ(stranger.receive_all(), "");
}

TEST(HostileClient, CannotHoldAConnectionBySlowness) {
  ServerLimits limits;
  limits.head_time = 200ms;
  limits.body_time = 200ms;
  limits.idle_time = 200ms;
  const RunningServer running(limits);

  const RawClient silent = running.connect();
  const RawClient slow = running.connect();
  RawClient idle = running.connect();
  const RawClient waiting = running.connect();
  ASSERT_TRUE(idle.send(running.get("/")));
  EXPECT_EQ(status_of(idle.receive()), 200);
  const std::string request = running.post("/", "0123456789");
  ASSERT_TRUE(waiting.send(request.substr(0, request.size() - 5)));
  const auto start = std::chrono::steady_clock::now();
  bool is_open = true;
  while (is_open && std::chrono::steady_clock::now() < start + 3s) {
    is_open = slow.send("G") && !slow.is_closed_within(20ms);
  }
  EXPECT_FALSE(is_open) << "a byte now and then gives no new time";
  EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
  EXPECT_TRUE(silent.is_closed_within(2s));
  EXPECT_TRUE(idle.is_closed_within(2s));
  EXPECT_TRUE(waiting.is_closed_within(2s));
  EXPECT_EQ(running.questions().size(), 1U) << "half a body is no question";
  expect_alive(running);
}

TEST(HostileClient, IsDroppedWhenItDoesNotReadTheAnswer) {
  ServerLimits limits;
  limits.write_time = 200ms;
  limits.connections = 1;
  const RunningServer running(limits, [](const HttpQuestion& question) {
    HttpAnswer answer;
    if (question.path == "/large") answer.body = std::string(50'000'000, 'x');
    return answer;
  });
  std::this_thread::sleep_for(100ms);
  RawClient client = running.connect();
  ASSERT_TRUE(client.send(running.get("/large")));
  std::this_thread::sleep_for(600ms);
  EXPECT_LT(client.receive_all().size(), 50'000'000U);
  expect_alive(running);
}

TEST(HostileClient, GetsFiveHundredThreeBeyondTheLastConnection) {
  ServerLimits limits;
  limits.connections = 3;
  const RunningServer running(limits);
  std::this_thread::sleep_for(100ms);
  std::deque<RawClient> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(running.connect());
    ASSERT_TRUE(clients.back().send(running.get("/")));
    ASSERT_EQ(status_of(clients.back().receive()), 200);
  }
  RawClient late = running.connect();
  const std::string answer = late.receive_all();
  EXPECT_EQ(status_of(answer), 503);
  EXPECT_EQ(field_of(answer, "X-Content-Type-Options"), "nosniff");
  ASSERT_TRUE(clients.front().send(running.get("/")));
  EXPECT_EQ(status_of(clients.front().receive()), 200) << "those that are in are served";
  clients.clear();
  std::this_thread::sleep_for(100ms);
  expect_alive(running);
}

/// Lets the process open `count` descriptors at most while it lives.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(rlim_t count) {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit now = before_;
    now.rlim_cur = std::min(count, before_.rlim_max);
    setrlimit(RLIMIT_NOFILE, &now);
  }
  DescriptorLimit(const DescriptorLimit&) = delete;
  DescriptorLimit& operator=(const DescriptorLimit&) = delete;
  ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(HostileClient, DoesNoHarmWithAThousandConnections) {
  const DescriptorLimit enough(4096);
  const RunningServer running;
  std::deque<RawClient> clients;
  for (int i = 0; i < 1000; ++i) {
    clients.push_back(running.connect());
    [[maybe_unused]] const bool sent = clients.back().send(i % 2 == 0 ? "GET / HTT" : running.get("/"));
  }
  clients.clear();
  std::string answer;
  for (int i = 0; i < 100 && status_of(answer) != 200; ++i) {
    answer = running.ask(running.get("/alive"));
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ(status_of(answer), 200);
}

TEST(HostileClient, CannotEndTheServerByTakingAllDescriptors) {
  const RunningServer running;
  RawClient known = running.connect();
  ASSERT_TRUE(known.send(running.get("/")));
  ASSERT_EQ(status_of(known.receive()), 200);
  RawClient late;
  {
    const int next = dup(STDIN_FILENO);
    close(next);
    const DescriptorLimit full(static_cast<rlim_t>(next));
    late.connect(running.server().port());
    while (running.log().empty()) std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(known.send(running.get("/")));
    EXPECT_EQ(status_of(known.receive()), 200);
    std::this_thread::sleep_for(300ms);
  }
  ASSERT_TRUE(late.send(running.get("/")));
  EXPECT_EQ(status_of(late.receive()), 200);
  EXPECT_THAT(running.log(), ElementsAre("no connection can be taken: Too many open files")) << "said once";
}

}  // namespace
}  // namespace claimcheck
