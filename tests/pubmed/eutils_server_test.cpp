#include "support/eutils_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "pubmed/eutils_client.h"
#include "support/eutils_xml.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Query kQuery{QuerySide::claim, all_of({term("zorbamine"), term("cystitis")}), 10};

/// The client as users run it, over real sockets, against the loopback server. Waits are short: a fake clock's sleeps.
class LoopbackEutils : public testing::Test {
 protected:
  void SetUp() override {
    setenv("no_proxy", "127.0.0.1", 1);
    server.add(article_set({article_xml(101, "Zorbamine and cystitis."), article_xml(102, "Zorbamine and sleep."),
                            article_xml(103, "Cystitis.", "Seen after zorbamine &lt; 3 mg.")}));
  }

  EutilsClient make_client() {
    EutilsOptions options;
    options.base_url = server.url();
    options.request_timeout = milliseconds(2000);
    options.max_attempts = 3;
    options.jitter_seed = 7;
    Clock clock = system_clock();
    clock.sleep = [](milliseconds) {};
    const Limiter limiter{[](auto) { return milliseconds(0); }, [](auto, auto) {}};
    return EutilsClient(options, curl_http(), clock, limiter);
  }

  EutilsServer server;
};

TEST_F(LoopbackEutils, AnswerASearchAndAFetch) {
  EutilsClient client = make_client();
  const SearchResult found = client.search(kQuery);
  ASSERT_TRUE(found.complete) << found.problem;
  EXPECT_EQ(found.found, 2U);
  EXPECT_EQ(found.hits, (std::vector<SearchHit>{{103, 0}, {101, 0}}));
  EXPECT_THAT(found.warnings, IsEmpty());

  const FetchResult fetched = client.fetch(std::vector<Pmid>{103, 104, 101});
  ASSERT_THAT(fetched.citations, SizeIs(2));
  EXPECT_EQ(fetched.citations[0].abstract.at(0).text, "Seen after zorbamine < 3 mg.");
  EXPECT_EQ(fetched.citations[1].title, "Zorbamine and cystitis.");
  EXPECT_THAT(fetched.missing, ElementsAre(104));
  ASSERT_THAT(server.requests(), SizeIs(2));
  EXPECT_EQ(server.requests()[0].parameters.at("sort"), "relevance");
  EXPECT_EQ(server.most_at_once(), 1U);
}

TEST_F(LoopbackEutils, FindByIndexedFields) {
  EutilsClient client = make_client();
  const auto count = [&client](QueryNode where) {
    return client.search({QuerySide::claim, std::move(where), 0}).found;
  };
  EXPECT_EQ(count(term("Zorbamine", QueryField::mesh)), 3U);
  EXPECT_EQ(count(term("adverse effects", QueryField::qualifier)), 3U);
  EXPECT_EQ(count(term("journal article", QueryField::publication_type)), 3U);
  EXPECT_EQ(count(term("zorb*", QueryField::title)), 2U);
  EXPECT_EQ(count(none_of({term("sleep")})), 2U);
  EXPECT_EQ(count(all_of({term("cystitis"), none_of({term("zorbamine", QueryField::title)})})), 1U);
}

TEST_F(LoopbackEutils, RecoverFromFaultsThatPass) {
  for (const Fault fault : {Fault::throttle, Fault::unavailable, Fault::truncate, Fault::cut_xml, Fault::error_in_200,
                            Fault::json_error, Fault::html_in_200, Fault::exception, Fault::empty, Fault::drop}) {
    EutilsClient client = make_client();
    server.inject(fault, 2);
    EXPECT_TRUE(client.search(kQuery).complete) << to_string(fault);
    server.inject(fault, 2);
    EXPECT_THAT(client.fetch(std::vector<Pmid>{101, 102}).citations, SizeIs(2)) << to_string(fault);
  }
}

TEST_F(LoopbackEutils, NeverTakeAFaultThatStaysForNothingFound) {
  for (const Fault fault : {Fault::throttle, Fault::unavailable, Fault::truncate, Fault::cut_xml, Fault::error_in_200,
                            Fault::json_error, Fault::html_in_200, Fault::exception, Fault::empty, Fault::drop}) {
    server.inject(fault);
    EutilsClient client = make_client();
    const SearchResult found = client.search(kQuery);
    EXPECT_FALSE(found.complete) << to_string(fault);
    EXPECT_NE(found.problem, "") << to_string(fault);
    const FetchResult fetched = client.fetch(std::vector<Pmid>{101, 999});
    EXPECT_THAT(fetched.failed, ElementsAre(101, 999)) << to_string(fault);
    EXPECT_THAT(fetched.problems, SizeIs(1)) << to_string(fault);
  }
}

TEST_F(LoopbackEutils, TellMissingReorderedAndBrokenRecordsApart) {
  EutilsClient client = make_client();
  server.inject(Fault::missing);
  EXPECT_THAT(client.fetch(std::vector<Pmid>{101, 102}).missing, ElementsAre(101));
  server.inject(Fault::reorder);
  EXPECT_EQ(client.fetch(std::vector<Pmid>{101, 102, 103}).citations.at(0).pmid, 101U);
  server.inject(Fault::garble);
  const FetchResult garbled = client.fetch(std::vector<Pmid>{101, 102});
  EXPECT_THAT(garbled.failed, ElementsAre(101));
  EXPECT_THAT(garbled.citations, SizeIs(1));
  server.inject(Fault::not_found);
  EXPECT_THAT(client.fetch(std::vector<Pmid>{101, 102}).missing, ElementsAre(101, 102));
}

TEST_F(LoopbackEutils, WaitForASlowAnswerButNotForASilentOne) {
  EutilsOptions options;
  options.base_url = server.url();
  options.max_attempts = 1;
  options.request_timeout = kSlowAnswer * 10;
  server.inject(Fault::slow, 1);
  EXPECT_TRUE(EutilsClient(options, curl_http(), system_clock()).search(kQuery).complete);
  options.request_timeout = milliseconds(100);
  server.inject(Fault::hang, 1);
  EXPECT_FALSE(EutilsClient(options, curl_http(), system_clock()).search(kQuery).complete);
}

TEST_F(LoopbackEutils, KeepToALimitOnlyWhenStartsAreSpaced) {
  server.limit_per_second(10);
  EutilsOptions options;
  options.base_url = server.url();
  options.max_attempts = 1;
  options.spacing = milliseconds(150);
  EutilsClient spaced(options, curl_http(), system_clock());
  for (int i = 0; i < 12; ++i) EXPECT_TRUE(spaced.search(kQuery).complete);
  EXPECT_EQ(server.throttled(), 0U);
  options.spacing = milliseconds(0);
  EutilsClient hasty(options, curl_http(), system_clock());
  for (int i = 0; i < 12; ++i) hasty.search(kQuery);
  EXPECT_GT(server.throttled(), 0U);
}

TEST_F(LoopbackEutils, SayThatAFieldIsUnknown) {
  const HttpFunction http = curl_http();
  HttpRequest request;
  request.url = server.url() + "esearch.fcgi?db=pubmed&term=pain%5Bxyz%5D";
  EXPECT_THAT(http(request).body, testing::HasSubstr("<FieldNotFound>xyz</FieldNotFound>"));
  request.url = server.url() + "esearch.fcgi?db=pubmed&term=(pain";
  EXPECT_THAT(http(request).body, testing::HasSubstr("<ERROR>"));
  request.url = server.url() + "nosuch.fcgi";
  EXPECT_EQ(http(request).status, 404);
}

TEST_F(LoopbackEutils, ServeManyClientsAtOnce) {
  server.inject(Fault::slow);
  std::vector<std::thread> clients;
  std::atomic<int> complete{0};
  for (int i = 0; i < 6; ++i) {
    clients.emplace_back([this, &complete] {
      if (make_client().search(kQuery).complete) ++complete;
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(complete, 6);
  EXPECT_GT(server.most_at_once(), 1U);
}

}  // namespace
}  // namespace claimcheck
