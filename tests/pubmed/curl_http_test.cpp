#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>

#include "core/error.h"
#include "pubmed/http.h"
#include "support/loopback_http.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

ServedResponse redirect(int status, const std::string& target) {
  ServedResponse response;
  response.status = status;
  response.headers.emplace_back("Location", target);
  return response;
}

/// A proxy named in the environment must not stand between a test and its own server.
class CurlHttp : public testing::Test {
 protected:
  void SetUp() override { setenv("no_proxy", "127.0.0.1,localhost", 1); }

  HttpResponse get(const std::string& path, milliseconds timeout = milliseconds(10'000)) {
    HttpRequest request;
    request.url = server.url() + path;
    request.timeout = timeout;
    return http(request);
  }

  ServedResponse reply;
  LoopbackHttp server{[this](const ServedRequest& request) {
    if (request.path == "/plain") return ServedResponse{200, "plain", "text/plain", {}, {}, {}, true, {}};
    return reply;
  }};
  HttpFunction http = curl_http();
};

TEST_F(CurlHttp, GetsAndPosts) {
  reply.body = "body";
  const HttpResponse got = get("x?term=a%20b");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.body, "body");
  EXPECT_EQ(got.content_type, "text/xml; charset=UTF-8");
  EXPECT_EQ(got.retry_after, -1);
  EXPECT_EQ(got.failure, HttpFailure::none);

  HttpRequest post;
  post.url = server.url() + "y";
  post.body = "id=" + std::string(2'000'000, '7') + "&db=pubmed";
  EXPECT_EQ(http(post).body, "body");
  const auto requests = server.requests();
  ASSERT_THAT(requests, SizeIs(2));
  EXPECT_EQ(requests[0].method, "GET");
  EXPECT_EQ(requests[0].parameters.at("term"), "a b");
  EXPECT_EQ(requests[1].method, "POST");
  EXPECT_EQ(requests[1].parameters.at("db"), "pubmed");
  EXPECT_THAT(requests[1].parameters.at("id"), SizeIs(2'000'000));
}

TEST_F(CurlHttp, DoesNotCarryOneRequestOverToTheNext) {
  HttpRequest post;
  post.url = server.url() + "y";
  post.body = "id=7";
  http(post);
  get("x");
  EXPECT_EQ(server.requests().back().method, "GET");
  EXPECT_TRUE(server.requests().back().parameters.empty());
}

TEST_F(CurlHttp, KeepsTheBodyOfAnErrorAndItsRetryAfter) {
  reply.status = 429;
  reply.body = R"({"error":"API rate limit exceeded"})";
  reply.headers.emplace_back("Retry-After", "12");
  const HttpResponse response = get("x");
  EXPECT_EQ(response.status, 429);
  EXPECT_EQ(response.body, reply.body);
  EXPECT_EQ(response.retry_after, 12);
  EXPECT_EQ(response.failure, HttpFailure::none);
}

TEST_F(CurlHttp, HandsOverTheBodyOfAGoodAnswerAsItWasSent) {
  std::string taken;
  HttpRequest request;
  request.url = server.url() + "x";
  request.take_body = [&](std::string_view bytes) {
    taken += bytes;
    return true;
  };
  reply.body = "\x1f\x8b no gzip";
  reply.headers.emplace_back("Content-Encoding", "gzip");
  const HttpResponse good = http(request);
  EXPECT_EQ(good.failure, HttpFailure::none);
  EXPECT_EQ(good.body, "");
  EXPECT_EQ(taken, reply.body);

  reply.headers.clear();
  reply.status = 404;
  EXPECT_EQ(http(request).body, reply.body);
  EXPECT_EQ(taken, reply.body) << "the page of an error is not the file";
}

TEST_F(CurlHttp, EndsTheExchangeWhenTheBodyIsNotWanted) {
  HttpRequest request;
  request.url = server.url() + "x";
  request.take_body = [](std::string_view) { return false; };
  reply.body = "body";
  EXPECT_EQ(http(request).failure, HttpFailure::refused);

  request.take_body = [](std::string_view) { return true; };
  http = curl_http(nullptr, 3);
  EXPECT_EQ(http(request).failure, HttpFailure::too_large);
}

TEST_F(CurlHttp, InflatesGzip) {
  // "inflated body\n", twenty times.
  constexpr char kGzip[] =
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\xcc\x4b\xcb\x49\x2c\x49\x4d\x51\x48\xca\x4f\xa9\xe4"
      "\xca\x1c\xe5\x41\x79\x00\x80\xfe\x19\x43\x18\x01\x00\x00";
  reply.body.assign(kGzip, sizeof kGzip - 1);
  reply.headers.emplace_back("Content-Encoding", "gzip");
  const HttpResponse response = get("x");
  EXPECT_THAT(response.body, SizeIs(280));
  EXPECT_THAT(response.body, HasSubstr("inflated body\ninflated"));

  http = curl_http(nullptr, 100);
  EXPECT_EQ(get("x").failure, HttpFailure::too_large) << "the cap counts inflated bytes";

  reply.body.resize(reply.body.size() / 2);
  http = curl_http();
  EXPECT_NE(get("x").body, response.body);
}

TEST_F(CurlHttp, TellsAnAnswerThatStoppedEarly) {
  reply.body = std::string(1000, 'x');
  reply.send_only = 400;
  reply.ending = ServedResponse::Ending::close;
  const HttpResponse response = get("x");
  EXPECT_EQ(response.failure, HttpFailure::dropped);
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, SizeIs(400));
  EXPECT_NE(response.problem, "");
}

TEST_F(CurlHttp, TellsAConnectionClosedWithoutAnAnswer) {
  reply.send_head = false;
  reply.ending = ServedResponse::Ending::close;
  const HttpResponse response = get("x");
  EXPECT_EQ(response.failure, HttpFailure::dropped);
  EXPECT_EQ(response.status, 0);
}

TEST_F(CurlHttp, StopsWaitingForASlowAnswer) {
  reply.delay = milliseconds(5000);
  const HttpResponse response = get("x", milliseconds(100));
  EXPECT_EQ(response.failure, HttpFailure::dropped);
  EXPECT_EQ(response.status, 0);
}

TEST_F(CurlHttp, StopsWaitingInASilence) {
  reply.body = std::string(1000, 'x');
  reply.send_only = 0;
  reply.ending = ServedResponse::Ending::hang;
  HttpRequest request;
  request.url = server.url() + "x";
  request.stall_timeout = std::chrono::seconds(1);
  const HttpResponse response = http(request);
  EXPECT_EQ(response.failure, HttpFailure::dropped);
  EXPECT_EQ(response.status, 200) << "the head came";
}

TEST_F(CurlHttp, TellsAServerThatCannotBeReached) {
  std::string url;
  {
    const LoopbackHttp gone{[](const ServedRequest&) { return ServedResponse{}; }};
    url = gone.url();
  }
  HttpRequest request;
  request.url = url + "esearch.fcgi?api_key=5ecre7k3y";
  const HttpResponse response = http(request);
  EXPECT_EQ(response.failure, HttpFailure::unreachable);
  EXPECT_NE(response.problem, "");
  EXPECT_THAT(response.problem, Not(HasSubstr("5ecre7k3y")));
}

TEST_F(CurlHttp, CapsTheBody) {
  http = curl_http(nullptr, 1000);
  reply.body = std::string(1000, 'x');
  EXPECT_EQ(get("x").failure, HttpFailure::none);
  reply.body += 'x';
  EXPECT_EQ(get("x").failure, HttpFailure::too_large);
}

TEST_F(CurlHttp, FollowsARedirectOnTheSameHostWithTheSameBody) {
  for (const int status : {301, 302, 303, 307, 308}) {
    reply = redirect(status, "/plain");
    HttpRequest post;
    post.url = server.url() + "x";
    post.body = "id=7";
    EXPECT_EQ(http(post).body, "plain") << status;
    EXPECT_EQ(server.requests().back().method, "POST") << status;
    EXPECT_EQ(server.requests().back().parameters.at("id"), "7") << status;
  }
}

TEST_F(CurlHttp, FollowsNoRedirectElsewhere) {
  const LoopbackHttp other{[](const ServedRequest&) { return ServedResponse{}; }};
  const std::string port = server.url().substr(server.url().rfind(':'));
  for (const std::string& target :
       {other.url(), "http://localhost" + port, std::string("file:///etc/passwd"), std::string("ftp://127.0.0.1/x")}) {
    reply = redirect(302, target);
    const HttpResponse response = get("x");
    EXPECT_EQ(response.status, 302) << target;
    EXPECT_EQ(response.problem, "redirected to another server") << target;
  }
  EXPECT_THAT(other.requests(), SizeIs(0));
}

TEST_F(CurlHttp, LeavesARedirectLoop) {
  reply = redirect(302, "/x");
  const HttpResponse response = get("x");
  EXPECT_EQ(response.problem, "redirected too often");
  EXPECT_THAT(server.requests(), SizeIs(6));
}

TEST_F(CurlHttp, AsksThisMachineWithoutAProxy) {
  const LoopbackHttp proxy{[](const ServedRequest&) { return ServedResponse{}; }};
  unsetenv("no_proxy");
  setenv("http_proxy", proxy.url().c_str(), 1);
  EXPECT_EQ(get("plain").body, "plain");
  EXPECT_THAT(proxy.requests(), SizeIs(0));
  HttpRequest elsewhere;
  elsewhere.url = "http://mirror.invalid/x";
  http(elsewhere);
  EXPECT_THAT(proxy.requests(), SizeIs(1)) << "what is not here goes through the proxy";
  unsetenv("http_proxy");
}

TEST_F(CurlHttp, RefusesOtherProtocols) {
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "", "http://", "not a url"}) {
    HttpRequest request;
    request.url = url;
    EXPECT_THROW(http(request), Error) << url;
  }
}

TEST_F(CurlHttp, StopsWhenTheUserStops) {
  std::atomic<bool> stop{false};
  http = curl_http(&stop);
  reply.delay = milliseconds(20'000);
  std::thread user([&stop] {
    std::this_thread::sleep_for(milliseconds(50));
    stop = true;
  });
  try {
    get("x", milliseconds(60'000));
    ADD_FAILURE() << "it was not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::interrupted);
  }
  user.join();
}

TEST(SystemClock, StopsSleepingWhenTheUserStops) {
  std::atomic<bool> stop{true};
  EXPECT_THROW(system_clock(&stop).sleep(std::chrono::hours(1)), Error);
  stop = false;
  const Clock clock = system_clock(&stop);
  const auto begin = clock.now();
  clock.sleep(milliseconds(5));
  EXPECT_GE(clock.now() - begin, milliseconds(5));
  EXPECT_THAT(clock.today(), testing::MatchesRegex("20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]"));
}

}  // namespace
}  // namespace claimcheck
