#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "pubmed/eutils_client.h"
#include "pubmed/eutils_search.h"
#include "support/eutils_server.h"
#include "support/eutils_xml.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Query all_of_it(std::size_t limit) {
  return {QuerySide::claim, any_of({term("zorbamine", QueryField::title), term("cystitis", QueryField::title)}), limit};
}

std::set<Pmid> pmids_of(const SearchResult& result) {
  std::set<Pmid> pmids;
  for (const SearchHit& hit : result.hits) pmids.insert(hit.pmid);
  EXPECT_EQ(pmids.size(), result.hits.size()) << "a PMID is listed twice";
  return pmids;
}

/// A loopback server that, like PubMed, lists no more than 9,999 PMIDs of any search, over 24,000 records: a dense
/// cluster, a sparse one, and both ends of the numbers.
class AllHits : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    setenv("no_proxy", "127.0.0.1", 1);
    server = std::make_unique<EutilsServer>();
    std::string xml;
    const auto add = [&xml](Pmid pmid, const char* title) {
      pmids.insert(pmid);
      xml += article_xml(pmid, title);
    };
    for (Pmid i = 0; i < 21'000; ++i) add(31'000'000 + i, i == 500 ? "Zorbamine and cystitis." : "Zorbamine.");
    for (Pmid i = 0; i < 2'998; ++i) add(1'000 + i * 7'919, "Zorbamine.");
    add(1, "Zorbamine.");
    add(99'999'999, "Zorbamine.");
    xml += article_xml(77, "Something else.", "Nothing.");
    server->add(xml);
  }
  static void TearDownTestSuite() {
    server.reset();
    pmids.clear();
  }

  SearchResult search(std::size_t limit) {
    EutilsOptions options;
    options.base_url = server->url();
    options.spacing = std::chrono::milliseconds(0);
    options.max_attempts = 2;
    options.jitter_seed = 7;
    Clock clock = system_clock();
    clock.sleep = [](std::chrono::milliseconds) {};
    return EutilsClient(options, curl_http(), clock).search(all_of_it(limit));
  }

  static std::unique_ptr<EutilsServer> server;
  static std::set<Pmid> pmids;
};

std::unique_ptr<EutilsServer> AllHits::server;
std::set<Pmid> AllHits::pmids;

TEST_F(AllHits, AreListedByHalvingTheRangeOfPmids) {
  const std::size_t before = server->requests().size();
  const SearchResult result = search(kAllHits);
  ASSERT_TRUE(result.complete) << result.problem;
  EXPECT_EQ(result.found, 24'000U);
  EXPECT_EQ(pmids_of(result), pmids);
  EXPECT_EQ(result.hits.front().pmid, 31'000'500U) << "the best match stays first";
  EXPECT_EQ(result.hits.back().pmid, *pmids.begin()) << "behind what PubMed ranks, the newest come first";
  EXPECT_THAT(result.warnings, IsEmpty());
  EXPECT_EQ(result.as_run, "(zorbamine[ti] OR cystitis[ti])");
  EXPECT_LT(server->requests().size() - before, 60U);
}

TEST_F(AllHits, AreNotAskedForWhenFewerAreWanted) {
  const std::size_t before = server->requests().size();
  EXPECT_THAT(search(kMaxListedPmids).hits, SizeIs(kMaxListedPmids));
  EXPECT_EQ(server->requests().size(), before + 1);

  const SearchResult some = search(15'000);
  EXPECT_TRUE(some.complete);
  EXPECT_EQ(pmids_of(some).size(), 15'000U);
  EXPECT_EQ(some.found, 24'000U);
  EXPECT_THAT(some.warnings, ElementsAre(HasSubstr("ranks no more than 9999 citations")));
}

TEST_F(AllHits, AreIncompleteWhenAPartFails) {
  EutilsOptions options;
  options.base_url = server->url();
  options.spacing = std::chrono::milliseconds(0);
  options.max_attempts = 1;
  const HttpFunction http = curl_http();
  const HttpFunction flaky = [&http](const HttpRequest& request) {
    return request.url.find("UID") == std::string::npos ? http(request) : http_error(503);
  };
  const SearchResult result = EutilsClient(options, flaky, system_clock()).search(all_of_it(kAllHits));
  EXPECT_FALSE(result.complete);
  EXPECT_EQ(result.found, 24'000U);
  EXPECT_THAT(result.hits, SizeIs(kMaxListedPmids)) << "what could be listed is told";
  EXPECT_THAT(result.problem, HasSubstr("the part of the search from PMID 50000001 to 99999999 (503"));
}

TEST_F(AllHits, AreListedInPartsThatPubmedCaps) {
  const HttpFunction http = curl_http();
  HttpRequest request;
  request.url = server->url() + "esearch.fcgi?db=pubmed&term=zorbamine%5Bti%5D&retmax=20000";
  const HttpResponse first = http(request);
  EXPECT_THAT(first.body, HasSubstr("<Count>24000</Count><RetMax>9999</RetMax>"));
  request.url += "&retstart=9999";
  EXPECT_THAT(http(request).body, HasSubstr("'retstart' cannot be larger than 9998"));
}

class OddAnswers : public testing::Test {
 protected:
  SearchResult search() {
    return EutilsClient({}, http.function(), clock.clock()).search({QuerySide::claim, term("zorbamine"), kAllHits});
  }
  static HttpResponse first_answer() {
    std::vector<Pmid> listed(kMaxListedPmids);
    for (std::size_t i = 0; i < listed.size(); ++i) listed[i] = static_cast<Pmid>(i + 1);
    return ok(search_xml(10'001, listed));
  }

  FakeClock clock;
  FakeHttp http{clock};
};

TEST_F(OddAnswers, OfAServerThatDoesNotHeedTheRangeEndTheSearch) {
  http.then(first_answer());
  const SearchResult result = search();
  EXPECT_FALSE(result.complete);
  EXPECT_THAT(result.problem, HasSubstr("does not keep to the range of PMIDs"));
  EXPECT_THAT(http.requests(), SizeIs(2));
}

TEST_F(OddAnswers, ThatListFewerThanTheyCountEndTheSearch) {
  http.then(first_answer()).then(ok(search_xml(3, {60'000'000, 60'000'001})));
  EXPECT_FALSE(search().complete);
}

TEST_F(OddAnswers, WhosePartsDoNotAddUpAreSaid) {
  http.then(first_answer()).then(ok(search_xml(1, {60'000'000}))).then(ok(search_xml(1, {1})));
  const SearchResult result = search();
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(result.warnings, testing::Contains(HasSubstr("PubMed counts 10001 citations, but 2 in the parts")));
}

}  // namespace
}  // namespace claimcheck
