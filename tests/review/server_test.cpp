#include "review/server.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "review/running_server.h"
#include "support/shell.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(LoopbackServer, TellsWhereItIs) {
  const LoopbackServer server({}, {});
  const std::string port = std::to_string(server.port());
  EXPECT_GT(server.port(), 0);
  EXPECT_EQ(server.url(), "http://127.0.0.1:" + port + "/");
  EXPECT_THAT(server.launch_url(), testing::MatchesRegex("http://127.0.0.1:[0-9]+/\\?token=[0-9a-f]{64}"));
}

TEST(LoopbackServer, SaysThatAPortIsTaken) {
  const LoopbackServer first({}, {});
  ServerOptions options;
  options.port = first.port();
  try {
    const LoopbackServer second(options, {});
    FAIL() << "both listen";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_EQ(std::string(error.what()),
              "the review page cannot be served at 127.0.0.1:" + std::to_string(first.port()) +
                  " (Address already in use); name another port, or 0 for a free one");
  }
}

TEST(LoopbackServer, TakesThePortItIsToldAgainAndAgain) {
  std::uint16_t port = 0;
  for (int i = 0; i < 3; ++i) {
    const RunningServer running({}, {}, port);
    EXPECT_TRUE(port == 0 || running.server().port() == port);
    port = running.server().port();
    EXPECT_EQ(status_of(running.ask(running.get("/"))), 200);
  }
}

TEST(LoopbackServer, ListensOnLoopbackOnly) {
  const LoopbackServer server({}, {});
  const std::string sockets = read_file("/proc/net/tcp") + read_file("/proc/net/tcp6");
  std::array<char, 8> port{};
  std::snprintf(port.data(), port.size(), ":%04X", server.port());
  EXPECT_THAT(sockets, HasSubstr(std::string("0100007F") + port.data() + " 00000000:0000 0A"));
  EXPECT_THAT(sockets, Not(HasSubstr(std::string("00000000") + port.data() + " 00000000:0000 0A")));
}

TEST(LoopbackServer, LeavesNoSocketToProgramsThatAreStarted) {
  const std::string count = "ls -l /proc/self/fd | grep -c -e socket -e event";
  const std::string before = run_shell(count).out;
  const RunningServer running;
  RawClient client = running.connect();
  ASSERT_TRUE(client.send(running.get("/")));
  ASSERT_EQ(status_of(client.receive()), 200);
  EXPECT_EQ(run_shell(count).out, before);
}

TEST(LoopbackServer, ServesThePageThatItLaunched) {
  const RunningServer running;
  const std::string launched = running.ask("GET /?token=" + running.launch_token() + " HTTP/1.1\r\n" + running.host() +
                                           "Sec-Fetch-Site: none\r\n\r\n");
  EXPECT_EQ(status_of(launched), 303);
  EXPECT_EQ(field_of(launched, "Location"), "/");
  EXPECT_EQ(field_of(launched, "Set-Cookie"), running.cookie() + "; HttpOnly; SameSite=Strict; Path=/");
  EXPECT_THAT(running.cookie(), testing::StartsWith("claimcheck-" + std::to_string(running.server().port()) + "="));

  const std::string page = running.ask(running.get("/claims?tag=contested", "Accept-Language: de\r\n"));
  EXPECT_EQ(status_of(page), 200);
  EXPECT_THAT(page, EndsWith("\r\n\r\nGET /claims|tag=contested"));
  EXPECT_EQ(field_of(page, "Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(field_of(page, "Content-Security-Policy").substr(0, 18), "default-src 'none'");
  EXPECT_EQ(field_of(page, "Server"), "");
  EXPECT_THAT(running.questions().back().headers, ElementsAre(testing::Pair("accept-language", "de")));

  EXPECT_THAT(running.ask(running.post("/decide", "{}")), EndsWith("\r\n\r\nPOST /decide\n{}"));
}

TEST(LoopbackServer, AnswersHeadWithoutABody) {
  const RunningServer running;
  RawClient client = running.connect();
  ASSERT_TRUE(client.send(running.get("/a", "", "HEAD")));
  const std::string head = client.receive(false);
  EXPECT_EQ(field_of(head, "Content-Length"), "6");
  ASSERT_TRUE(client.send(running.get("/b", "Connection: close\r\n")));
  EXPECT_THAT(client.receive_all(), testing::AllOf(testing::StartsWith("HTTP/1.1 200 OK\r\n"), EndsWith("GET /b")));

  RawClient stranger = running.connect();
  ASSERT_TRUE(stranger.send("HEAD / HTTP/1.1\r\n" + running.host() + "Connection: close\r\n\r\n"));
  EXPECT_THAT(stranger.receive_all(), testing::AllOf(testing::StartsWith("HTTP/1.1 403 "), EndsWith("\r\n\r\n")));
}

TEST(LoopbackServer, KeepsConnectionsAndAnswersInOrder) {
  const RunningServer running;
  RawClient client = running.connect();
  std::string requests;
  for (int i = 0; i < 200; ++i) {
    requests += i % 3 == 0 ? running.post("/" + std::to_string(i), "body") : running.get("/" + std::to_string(i));
    if (i % 7 == 0) requests += running.get("/../" + std::to_string(i));
  }
  ASSERT_TRUE(client.send(requests));
  for (int i = 0; i < 200; ++i) {
    const std::string path = "/" + std::to_string(i);
    ASSERT_THAT(client.receive(), EndsWith(i % 3 == 0 ? "\r\n\r\nPOST " + path + "\nbody" : "\r\n\r\nGET " + path));
    if (i % 7 == 0) {
      ASSERT_EQ(status_of(client.receive()), 400);
    }
  }
}

TEST(LoopbackServer, EndsTheConnectionWhenAsked) {
  const RunningServer running;
  RawClient client = running.connect();
  ASSERT_TRUE(client.send(running.get("/", "Connection: close\r\n")));
  EXPECT_EQ(field_of(client.receive(), "Connection"), "close");
  EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(1)));
}

TEST(LoopbackServer, CarriesTheHandlersNoAndSendsLargeAnswersWhole) {
  const RunningServer running({}, [](const HttpQuestion& question) {
    HttpAnswer answer;
    answer.status = question.path == "/gone" ? 404 : 200;
    if (question.path == "/nothing") answer.status = 204;
    answer.body = std::string(question.path == "/large" ? 20'000'000 : 4, 'x');
    return answer;
  });
  EXPECT_EQ(status_of(running.ask(running.get("/gone"))), 404);
  EXPECT_THAT(running.ask(running.get("/large")), EndsWith(std::string(20'000'000, 'x')));
  EXPECT_THAT(running.ask(running.get("/nothing")), testing::AllOf(HasSubstr("204 No Content"), EndsWith("\r\n\r\n")));
}

TEST(LoopbackServer, KeepsExceptionsToItself) {
  const RunningServer running({}, [](const HttpQuestion&) -> HttpAnswer { throw std::runtime_error("/home/me: no"); });
  RawClient client = running.connect();
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(client.send(running.get("/page?q=private")));
    const std::string answer = client.receive();
    EXPECT_EQ(status_of(answer), 500);
    EXPECT_THAT(answer, Not(HasSubstr("/home/me")));
  }
  EXPECT_THAT(running.log(), ElementsAre("GET /page: /home/me: no", "GET /page: /home/me: no"));
}

TEST(LoopbackServer, RefusesStrangersWithoutAskingTheHandler) {
  const RunningServer running;
  const std::string host = running.host();
  const std::string token = running.launch_token();
  const std::vector<std::string> requests{
      "GET / HTTP/1.1\r\n" + host + "\r\n",
      "GET /?token=" + std::string(64, '0') + " HTTP/1.1\r\n" + host + "\r\n",
      "GET /?token=" + token + " HTTP/1.1\r\nHost: evil.example\r\n\r\n",
      "GET /x?token=" + token + " HTTP/1.1\r\n" + host + "\r\n",
      "GET / HTTP/1.1\r\n" + host + "Cookie: claimcheck=" + token + "\r\n\r\n",
      running.get("/", "Sec-Fetch-Site: cross-site\r\n"),
      running.get("/", "Content-Length: 0\r\n", "POST"),
      running.get("/", "", "OPTIONS"),
      running.get("/", "X-Claimcheck: 1\r\nX-Claimcheck: 1\r\n"),
  };
  for (const std::string& request : requests) {
    const std::string answer = running.ask(request);
    EXPECT_GE(status_of(answer), 400) << request;
    EXPECT_THAT(answer, Not(testing::AnyOf(HasSubstr("Set-Cookie"), HasSubstr(token)))) << request;
    EXPECT_EQ(field_of(answer, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(field_of(answer, "Cross-Origin-Resource-Policy"), "same-origin");
  }
  EXPECT_THAT(running.questions(), IsEmpty());
  EXPECT_THAT(running.log(), IsEmpty());
}

TEST(LoopbackServer, KeepsTwoServersCookiesApart) {
  const RunningServer one;
  const RunningServer two;
  EXPECT_NE(one.cookie().substr(0, one.cookie().find('=')), two.cookie().substr(0, two.cookie().find('=')));
  std::string request = one.get("/");
  request.insert(request.find(one.cookie()), two.cookie() + "; ");
  EXPECT_EQ(status_of(one.ask(request)), 200);
  EXPECT_EQ(status_of(two.ask("GET / HTTP/1.1\r\n" + two.host() + "Cookie: " + one.cookie() + "\r\n\r\n")), 403);
}

}  // namespace
}  // namespace claimcheck
