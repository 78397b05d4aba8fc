#include "review/gate.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

const std::string kLaunch(64, 'a');
const std::string kOnce(64, 'b');
const std::string kCookie(64, 'c');

Gate gate(std::uint16_t port = 4711) {
  ServerOptions options;
  options.limits.target = 100;
  options.handed_on = {"Accept-Language", "Cookie"};
  return {options, port, {kLaunch, kOnce, kCookie}};
}

RequestHead get(const std::string& target = "/") {
  RequestHead head;
  head.method = "GET";
  head.target = target;
  head.fields = {{"host", "127.0.0.1:4711"}, {"cookie", "claimcheck-4711=" + kCookie}};
  return head;
}

RequestHead post() {
  RequestHead head = get("/decide");
  head.method = "POST";
  head.fields.insert(head.fields.end(), {{"origin", "http://127.0.0.1:4711"},
                                         {"x-claimcheck", "1"},
                                         {"content-type", "application/json"},
                                         {"content-length", "2"}});
  return head;
}

RequestHead with(RequestHead head, const std::string& name, const std::string& value) {
  std::erase_if(head.fields, [&](const auto& field) { return field.first == name; });
  head.fields.emplace_back(name, value);
  return head;
}

RequestHead without(RequestHead head, const std::string& name) {
  std::erase_if(head.fields, [&](const auto& field) { return field.first == name; });
  return head;
}

RequestHead twice(RequestHead head, const std::string& name, const std::string& value) {
  head.fields.emplace_back(name, value);
  return head;
}

/// 0 when the handler would be asked.
int refused(const RequestHead& head) {
  const Ruling ruling = gate().judge(head);
  return ruling.answer ? ruling.answer->status : 0;
}

TEST(Gate, LetsThePageAsk) {
  RequestHead head = get("/claims?tag=contested");
  head.fields.insert(head.fields.end(), {{"accept-language", "de"}, {"accept", "*/*"}, {"sec-fetch-site", "none"}});
  const Ruling ruling = gate().judge(head);
  ASSERT_FALSE(ruling.answer);
  EXPECT_EQ(ruling.question.method, "GET");
  EXPECT_EQ(ruling.question.path, "/claims");
  EXPECT_THAT(ruling.question.query, ElementsAre(Pair("tag", "contested")));
  EXPECT_THAT(ruling.question.headers, ElementsAre(Pair("accept-language", "de"))) << "and never the cookie";
  EXPECT_FALSE(ruling.awaits_continue);
}

TEST(Gate, OpensByTheOneTimeLinkOnceAndOnlyAsTheFirstOfAll) {
  const auto ask = [](Gate& at, const RequestHead& head) { return at.judge(head).answer.value(); };
  const RequestHead once = without(get("/?token=" + kOnce), "cookie");
  Gate used = gate();
  const HttpAnswer first = ask(used, once);
  EXPECT_EQ(first.status, 303);
  EXPECT_THAT(find_field(first.headers, "Set-Cookie").value_or(""), HasSubstr(kCookie));
  const HttpAnswer second = ask(used, once);
  EXPECT_EQ(second.status, 403);
  EXPECT_FALSE(find_field(second.headers, "Set-Cookie"));
  EXPECT_THAT(second.body, HasSubstr("somebody else on this computer"));
  const HttpAnswer reloaded = ask(used, get("/?token=" + kOnce));
  EXPECT_EQ(reloaded.status, 303) << "by who has the cookie";
  EXPECT_FALSE(find_field(reloaded.headers, "Set-Cookie"));
  EXPECT_EQ(ask(used, with(get("/?token=" + kOnce), "sec-fetch-site", "cross-site")).status, 403);

  Gate opened = gate();
  const RequestHead launch = without(get("/?token=" + kLaunch), "cookie");
  EXPECT_EQ(ask(opened, launch).status, 303);
  EXPECT_EQ(ask(opened, launch).status, 303) << "as often as one likes";
  EXPECT_EQ(ask(opened, once).status, 403);
  EXPECT_EQ(gate().one_time_target(), "/?token=" + kOnce);
}

TEST(Gate, LetsThePageWrite) {
  const Ruling ruling = gate().judge(with(post(), "expect", "100-Continue"));
  ASSERT_FALSE(ruling.answer);
  EXPECT_EQ(ruling.question.method, "POST");
  EXPECT_TRUE(ruling.awaits_continue);
  EXPECT_EQ(refused(with(post(), "content-type", "Application/JSON; charset=UTF-8")), 0);
  EXPECT_EQ(refused(with(post(), "sec-fetch-site", "same-origin")), 0);
}

TEST(Gate, AsksForHeadAsForGet) {
  RequestHead head = get();
  head.method = "HEAD";
  EXPECT_EQ(gate().judge(head).question.method, "GET");
}

TEST(Gate, AnswersAtItsOwnAddressOnly) {
  for (const char* host : {"", "127.0.0.1", "127.0.0.1:4712", "127.0.0.1:471", "127.0.0.1:4711 ", "127.0.0.1:4711.",
                           "localhost:4711", "evil.example:4711", "[::1]:4711", "0.0.0.0:4711", "2130706433:4711"}) {
    EXPECT_EQ(refused(with(get(), "host", host)), 421) << host;
  }
  EXPECT_EQ(refused(without(get(), "host")), 421);
  EXPECT_EQ(refused(twice(get(), "host", "127.0.0.1:4711")), 400);
}

TEST(Gate, KnowsThatBrowsersLeavePortEightyOut) {
  const RequestHead head = with(with(get(), "host", "127.0.0.1"), "cookie", "claimcheck-80=" + kCookie);
  EXPECT_FALSE(gate(80).judge(head).answer);
  EXPECT_EQ(gate(80).origin(), "http://127.0.0.1");
}

TEST(Gate, RefusesWhoeverHasNotTheCookie) {
  EXPECT_EQ(refused(without(get(), "cookie")), 403);
  for (const std::string& cookie :
       {std::string(), std::string("claimcheck-4711="), "claimcheck-4711=" + kLaunch, "claimcheck-4712=" + kCookie,
        "claimcheck=" + kCookie, kCookie, "claimcheck-4711=" + kCookie.substr(1), "claimcheck-4711=" + kCookie + "c"}) {
    EXPECT_EQ(refused(with(get(), "cookie", cookie)), 403) << cookie;
    EXPECT_EQ(refused(with(post(), "cookie", cookie)), 403) << cookie;
  }
  EXPECT_THAT(gate().judge(without(get(), "cookie")).answer->body, HasSubstr("Go back to the terminal"));
  EXPECT_EQ(refused(with(get(), "cookie", "x=y; claimcheck-4711=no; claimcheck-4711=" + kCookie)), 0)
      << "another server's cookie does not lock the user out";
}

TEST(Gate, SetsACookieOfAnotherSecretAtTheLaunch) {
  for (const char* method : {"GET", "HEAD"}) {
    RequestHead head = without(get("/?token=" + kLaunch), "cookie");
    head.method = method;
    const auto answer = gate().judge(head).answer;
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 303);
    EXPECT_THAT(answer->headers,
                ElementsAre(Pair("Set-Cookie", "claimcheck-4711=" + kCookie + "; HttpOnly; SameSite=Strict; Path=/"),
                            Pair("Location", "/")));
  }
  EXPECT_EQ(gate().launch_target(), "/?token=" + kLaunch);
}

TEST(Gate, HandsAPageToALaunchThatAnotherSiteStarted) {
  for (const char* site : {"cross-site", "same-site"}) {
    const auto answer = gate().judge(with(get("/?token=" + kLaunch), "sec-fetch-site", site)).answer;
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_THAT(answer->body, HasSubstr("<a href=\"/\">"));
    EXPECT_THAT(answer->headers, ElementsAre(Pair("Set-Cookie", HasSubstr(kCookie))));
  }
}

TEST(Gate, LeadsTheLaunchToWhereItBegins) {
  ServerOptions options;
  options.start = "/?between=disagree";
  Gate asked(options, 4711, {kLaunch, kOnce, kCookie});
  EXPECT_THAT(asked.judge(get("/?token=" + kLaunch)).answer->headers,
              testing::Contains(Pair("Location", "/?between=disagree")));
  EXPECT_THAT(asked.judge(with(get("/?token=" + kLaunch), "sec-fetch-site", "cross-site")).answer->body,
              HasSubstr("<a href=\"/?between=disagree\">"));
}

TEST(Gate, LaunchesWithTheRightTokenAtTheRightPlaceOnly) {
  std::vector<RequestHead> heads;
  for (const std::string& target :
       {std::string("/?token="), "/?token=" + kCookie, "/?token=" + kLaunch.substr(1), "/?token=" + kLaunch + "a",
        "/x?token=" + kLaunch, "/?token=no&token=" + kLaunch, "/?token=%41" + kLaunch.substr(1)}) {
    heads.push_back(get(target));
  }
  heads.push_back(post());
  heads.back().target = "/?token=" + kLaunch;
  for (const RequestHead& head : heads) {
    const auto answer = gate().judge(head).answer;
    ASSERT_TRUE(answer) << head.target;
    EXPECT_EQ(answer->status, 403) << head.target;
    EXPECT_TRUE(answer->headers.empty());
    EXPECT_THAT(answer->body, Not(testing::AnyOf(HasSubstr(kLaunch), HasSubstr(kCookie))));
  }
  EXPECT_EQ(refused(with(get("/?token=" + kLaunch), "host", "evil.example:4711")), 421);
}

TEST(Gate, RefusesWhatAnotherSiteOrPortStarted) {
  for (const char* site : {"cross-site", "same-site", "nonsense"}) {
    EXPECT_EQ(refused(with(get(), "sec-fetch-site", site)), 403) << site;
    EXPECT_EQ(refused(with(post(), "sec-fetch-site", site)), 403) << site;
  }
}

TEST(Gate, LetsNobodyElseWrite) {
  for (const char* origin : {"", "null", "http://127.0.0.1", "http://127.0.0.1:4712", "https://127.0.0.1:4711",
                             "http://localhost:4711", "http://127.0.0.1:4711/", "http://evil.example"}) {
    EXPECT_EQ(refused(with(post(), "origin", origin)), 403) << origin;
  }
  EXPECT_EQ(refused(without(post(), "origin")), 403);
  EXPECT_EQ(refused(without(post(), "x-claimcheck")), 403);
  EXPECT_EQ(refused(with(post(), "x-claimcheck", "0")), 403);
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                           "application/jsonp", "text/plain; application/json", "application/json; charset=utf-16"}) {
    EXPECT_EQ(refused(with(post(), "content-type", type)), 415) << type;
  }
  EXPECT_EQ(refused(without(post(), "content-type")), 415);
}

TEST(Gate, KnowsThreeMethods) {
  for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "GETT", "M-SEARCH"}) {
    RequestHead head = post();
    head.method = method;
    const auto answer = gate().judge(head).answer;
    ASSERT_TRUE(answer) << method;
    EXPECT_EQ(answer->status, 405) << method;
    EXPECT_THAT(answer->headers, ElementsAre(Pair("Allow", "GET, HEAD, POST")));
  }
}

TEST(Gate, RefusesBodiesItCannotMeasure) {
  EXPECT_EQ(refused(with(post(), "transfer-encoding", "chunked")), 411);
  EXPECT_EQ(refused(with(post(), "transfer-encoding", "gzip, chunked")), 411);
  EXPECT_EQ(refused(with(post(), "content-encoding", "gzip")), 415);
  EXPECT_EQ(refused(with(post(), "content-encoding", "identity")), 415);
  EXPECT_EQ(refused(with(post(), "expect", "200-ok")), 417);
  for (const char* length : {"", "2, 2", "+2", "-1", " 2", "0x2"}) {
    EXPECT_EQ(refused(with(post(), "content-length", length)), 400) << length;
  }
  EXPECT_EQ(refused(with(get(), "content-length", "2")), 400);
  EXPECT_EQ(refused(with(get(), "content-length", "0")), 0);
}

TEST(Gate, RefusesFieldsThatCameTwice) {
  for (const char* name : {"cookie", "origin", "content-type", "content-length", "expect", "sec-fetch-site",
                           "content-encoding", "transfer-encoding", "x-claimcheck"}) {
    EXPECT_EQ(refused(twice(twice(post(), name, "1"), name, "1")), 400) << name;
  }
  EXPECT_EQ(refused(twice(twice(get(), "accept", "a"), "accept", "b")), 0);
}

TEST(Gate, RefusesAddressesThatItCouldNotHaveGivenOut) {
  EXPECT_EQ(refused(get("/../etc/passwd")), 400);
  EXPECT_EQ(refused(get("http://127.0.0.1:4711/")), 400);
  EXPECT_EQ(refused(get("/" + std::string(100, 'a'))), 414);
  EXPECT_EQ(refused(get("/" + std::string(99, 'a'))), 0);
  RequestHead old = get();
  old.is_http_1_1 = false;
  EXPECT_EQ(refused(old), 505);
}

}  // namespace
}  // namespace claimcheck
