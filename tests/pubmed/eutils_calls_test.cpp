

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "core/error.h"
#include "pubmed/eutils_client.h"
#include "support/eutils_xml.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::Each;
using testing::Ge;
using testing::HasSubstr;
using testing::SizeIs;

const Query kQuery{QuerySide::claim, term("zorbamine"), 10};

class EutilsCalls : public testing::Test {
 protected:
  EutilsClient make_client() {
    if (options.jitter_seed == 0) options.jitter_seed = 7;
    return EutilsClient(options, http.function(), clock.clock());
  }

  std::vector<milliseconds> gaps() const {
    std::vector<milliseconds> gaps;
    for (std::size_t i = 1; i < http.starts().size(); ++i) {
      gaps.push_back(std::chrono::duration_cast<milliseconds>(http.starts()[i] - http.starts()[i - 1]));
    }
    return gaps;
  }

  EutilsOptions options;
  FakeClock clock;
  FakeHttp http{clock};
};

TEST_F(EutilsCalls, SpaceTheStartsOfRequests) {
  http.then(ok(search_xml(1, {5})));
  EutilsClient client = make_client();
  for (int i = 0; i < 5; ++i) client.search(kQuery);
  EXPECT_THAT(gaps(), Each(milliseconds(370)));
}

TEST_F(EutilsCalls, AreCloserWithAKey) {
  options.api_key = "0123456789abcdef";
  http.then(ok(search_xml(1, {5})));
  EutilsClient client = make_client();
  for (int i = 0; i < 5; ++i) client.search(kQuery);
  EXPECT_THAT(gaps(), Each(milliseconds(110)));
}

TEST_F(EutilsCalls, CountTheTimeOfTheRequestItself) {
  http.takes = milliseconds(300);
  http.then(ok(search_xml(1, {5})));
  EutilsClient client = make_client();
  client.search(kQuery);
  client.search(kQuery);
  EXPECT_THAT(clock.sleeps(), testing::ElementsAre(milliseconds(70)));
}

TEST_F(EutilsCalls, ChargeRetriesToo) {
  http.then(http_error(500)).then(http_error(500)).then(http_error(500)).then(ok(search_xml(1, {5})));
  for (std::uint32_t seed = 1; seed < 40; ++seed) {
    options.jitter_seed = seed;
    make_client().search(kQuery);
  }
  FakeHttp failing{clock};
  failing.then(http_error(500));
  EutilsClient(options, failing.function(), clock.clock()).search(kQuery);
  ASSERT_THAT(failing.starts(), SizeIs(5));
  for (std::size_t i = 1; i < 5; ++i) EXPECT_GE(failing.starts()[i] - failing.starts()[i - 1], milliseconds(370));
}

TEST_F(EutilsCalls, UseTheLimiterTheyAreGiven) {
  int starts = 0;
  bool has_waited = false;
  std::vector<milliseconds> pauses;
  Limiter limiter;
  limiter.wait = [&](FakeClock::TimePoint) {
    has_waited = !has_waited;
    if (has_waited) return milliseconds(5000);
    ++starts;
    return milliseconds(0);
  };
  limiter.hold_back = [&pauses](FakeClock::TimePoint, milliseconds pause) { pauses.push_back(pause); };
  http.then(http_error(503)).then(http_error(429, "", 12)).then(http_error(429)).then(ok(search_xml(1, {5})));
  EutilsClient(options, http.function(), clock.clock(), limiter).search(kQuery);
  EXPECT_EQ(starts, 4) << "retries are charged too";
  EXPECT_THAT(gaps(), Each(Ge(milliseconds(5000))));
  EXPECT_EQ(gaps().at(1), milliseconds(5000)) << "a throttled request waits for the limiter alone";
  EXPECT_THAT(pauses, testing::ElementsAre(milliseconds(12'000), Ge(milliseconds(1000))));
}

TEST_F(EutilsCalls, HoldBackTheOthersAfterTheLastAttemptToo) {
  int held_back = 0;
  const Limiter limiter{[](FakeClock::TimePoint) { return milliseconds(0); },
                        [&held_back](FakeClock::TimePoint, milliseconds) { ++held_back; }};
  http.then(http_error(429));
  EXPECT_FALSE(EutilsClient(options, http.function(), clock.clock(), limiter).search(kQuery).complete);
  EXPECT_EQ(held_back, 5);
}

TEST_F(EutilsCalls, RetryOnlyWhatMayPass) {
  struct Case {
    HttpResponse response;
    std::size_t attempts;
  };
  const Case cases[] = {
      {http_error(429), 5},
      {http_error(500), 5},
      {ok(""), 5},
      {ok("<html/>"), 5},
      {dropped("<eSearchResult>"), 5},
      {ok("<eSearchResult><Count>1</Count>"), 5},
      {unreachable(), 5},
      {http_error(400), 1},
      {http_error(400, R"({"error":"API key invalid"})"), 1},
      {ok("<eSearchResult><ERROR>Invalid db name specified: x</ERROR></eSearchResult>"), 1},
      {ok("<PubmedArticleSet/>"), 1},
      {ok("<eSearchResult><Count>x</Count></eSearchResult>"), 1},
  };
  for (const Case& each : cases) {
    FakeHttp one{clock};
    one.then(each.response);
    EutilsClient(options, one.function(), clock.clock()).search(kQuery);
    EXPECT_THAT(one.requests(), SizeIs(each.attempts)) << each.response.status << each.response.body;
  }
}

TEST_F(EutilsCalls, WaitLongerAndLongerWithFullJitter) {
  options.max_attempts = 9;
  options.spacing = milliseconds(0);
  http.then(http_error(503));
  milliseconds longest{0};
  std::vector<milliseconds> sums(8);
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    FakeClock own_clock;
    FakeHttp own{own_clock};
    own.then(http_error(503));
    options.jitter_seed = seed;
    EutilsClient(options, own.function(), own_clock.clock()).search(kQuery);
    ASSERT_THAT(own.starts(), SizeIs(9));
    for (std::size_t i = 0; i < 8; ++i) {
      const auto gap = std::chrono::duration_cast<milliseconds>(own.starts()[i + 1] - own.starts()[i]);
      EXPECT_LE(gap, std::min(milliseconds(30000), milliseconds(1000 << i)));
      sums[i] += gap;
      longest = std::max(longest, gap);
    }
  }
  for (std::size_t i = 1; i < 5; ++i) EXPECT_GT(sums[i], sums[i - 1]) << i;
  EXPECT_GT(longest, seconds(25));
}

TEST_F(EutilsCalls, WaitAtLeastAsLongAsTheServerAsks) {
  http.then(http_error(429, "", 17)).then(http_error(503, "", 9)).then(ok(search_xml(1, {5})));
  EXPECT_TRUE(make_client().search(kQuery).complete);
  EXPECT_GE(gaps().at(0), seconds(17));
  EXPECT_GE(gaps().at(1), seconds(9));
}

TEST_F(EutilsCalls, GiveUpAtOnceWhenTheServerAsksForMoreThanIsLeft) {
  http.then(http_error(429, "", 1e12));
  const SearchResult result = make_client().search(kQuery);
  EXPECT_FALSE(result.complete);
  EXPECT_THAT(result.problem, HasSubstr("limit of 1800 s"));
  EXPECT_THAT(result.problem, HasSubstr("429 Too Many Requests"));
  EXPECT_THAT(http.requests(), SizeIs(1));
  EXPECT_LT(clock.elapsed(), seconds(1));
}

TEST_F(EutilsCalls, ShareOneDeadline) {
  options.deadline = seconds(100);
  options.batch = 1;
  http.takes = seconds(30);
  http.handler = [](const HttpRequest& request) {
    return request.url.ends_with("efetch.fcgi") ? ok(article_set(std::vector<Pmid>{1, 2, 3, 4, 5}))
                                                : ok(search_xml(1, {5}));
  };
  EutilsClient client = make_client();
  clock.advance(seconds(1000));  // the clock of the run starts with its first request
  EXPECT_TRUE(client.search(kQuery).complete);
  const FetchResult fetched = client.fetch(std::vector<Pmid>{1, 2, 3, 4, 5});
  EXPECT_THAT(fetched.citations, SizeIs(3));
  EXPECT_THAT(fetched.failed, testing::ElementsAre(4, 5));
  EXPECT_THAT(fetched.problems, SizeIs(1));
  EXPECT_EQ(http.requests().back().timeout, seconds(10)) << "a request may take no longer than what is left";

  const std::size_t before = http.requests().size();
  EXPECT_FALSE(client.search(kQuery).complete);
  EXPECT_THAT(http.requests(), SizeIs(before)) << "past the deadline nothing is sent";
}

TEST_F(EutilsCalls, LeaveAServerAloneThatCannotBeReached) {
  http.then(unreachable());
  EutilsClient client = make_client();
  const SearchResult first = client.search(kQuery);
  EXPECT_THAT(first.problem, HasSubstr("did not answer the search (Could not resolve host). Check the network"));
  EXPECT_THAT(http.requests(), SizeIs(5));
  for (int i = 0; i < 10; ++i) {
    const SearchResult later = client.search(kQuery);
    EXPECT_FALSE(later.complete);
    EXPECT_EQ(later.problem, first.problem) << "one message for all";
    EXPECT_THAT(client.fetch(std::vector<Pmid>{1}).failed, SizeIs(1));
  }
  EXPECT_THAT(http.requests(), SizeIs(5)) << "nothing was sent";
  for (std::size_t i = 1; i < 5; ++i) {
    clock.advance(seconds(30));
    EXPECT_FALSE(client.search(kQuery).complete);
    EXPECT_FALSE(client.search(kQuery).complete);
    EXPECT_THAT(http.requests(), SizeIs(5 + i)) << "once each half minute";
  }
}

TEST_F(EutilsCalls, StopLookingForASilentServerAfterHalfAMinute) {
  http.takes = seconds(15);
  http.then(unreachable("Timeout was reached"));
  EXPECT_FALSE(make_client().search(kQuery).complete);
  EXPECT_THAT(http.requests(), SizeIs(2));
}

TEST_F(EutilsCalls, RetryAgainOnceTheNetworkIsBack) {
  http.handler = [this](const HttpRequest&) {
    const std::size_t count = http.requests().size();
    if (count <= 5) return unreachable();
    return count % 2 == 0 ? http_error(503) : ok(search_xml(1, {5}));
  };
  EutilsClient client = make_client();
  EXPECT_FALSE(client.search(kQuery).complete);
  clock.advance(seconds(30));
  EXPECT_TRUE(client.search(kQuery).complete) << "503 means that there is a server, so it is asked again";
}

TEST_F(EutilsCalls, TellTheReasonOfEachFailureAndTheWayOut) {
  struct Case {
    HttpResponse response;
    const char* reason;
    const char* way_out;
  };
  const Case cases[] = {
      {http_error(429), "(429 Too Many Requests)", "add an NCBI key"},
      {http_error(400, R"({"error":"API key invalid"})"), "API key invalid", "Correct or remove the NCBI key"},
      {http_error(503), "(503 Service Unavailable)", "Run again in a few minutes"},
      {ok("<eSearchResult><ERROR>Search Backend failed</ERROR></eSearchResult>"), "(Search Backend failed)",
       "Run again in a few minutes"},
      {ok("<html/>"), "(a web page instead of data)", "Run again in a few minutes"},
      {ok("<eSearchResult><Count>1</Count>"), "(the answer stops before its end)", "Run again in a few minutes"},
      {ok("<eSearchResult><ERROR>Invalid db name specified: x</ERROR></eSearchResult>"), "Invalid db name specified: x",
       "the query is at fault"},
      {ok("<PubmedArticleSet/>"), "(a document called PubmedArticleSet", "a proxy may be answering"},
      {unreachable(), "(Could not resolve host)", "Check the network and the proxy settings"},
  };
  for (const Case& each : cases) {
    FakeHttp one{clock};
    one.then(each.response);
    const std::string problem = EutilsClient(options, one.function(), clock.clock()).search(kQuery).problem;
    EXPECT_THAT(problem, testing::AllOf(HasSubstr(each.reason), HasSubstr(each.way_out)));
  }
}

TEST_F(EutilsCalls, AreNotSwallowedWhenTheUserStops) {
  http.handler = [](const HttpRequest&) -> HttpResponse { throw Error(ErrorKind::interrupted, "Stopped."); };
  EutilsClient client = make_client();
  EXPECT_THROW(client.search(kQuery), Error);
  EXPECT_THROW(client.fetch(std::vector<Pmid>{1}), Error);
}

}  // namespace
}  // namespace claimcheck
