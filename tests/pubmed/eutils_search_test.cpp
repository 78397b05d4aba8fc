#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "pubmed/eutils_client.h"
#include "support/eutils_xml.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const Query kQuery{QuerySide::claim, term("zorbamine"), 200};

class EutilsSearch : public testing::Test {
 protected:
  EutilsClient make_client(EutilsOptions options = {}) {
    options.jitter_seed = 7;
    return EutilsClient(std::move(options), http.function(), clock.clock());
  }

  FakeClock clock;
  FakeHttp http{clock};
};

TEST_F(EutilsSearch, AsksForXmlInBestMatchOrder) {
  http.then(ok(search_xml(1, {5})));
  make_client().search(kQuery);
  ASSERT_EQ(http.requests().size(), 1U);
  EXPECT_EQ(http.requests().front().body, "");
  EXPECT_EQ(http.requests().front().url,
            "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&term=zorbamine%5Btiab%5D&retmode=xml"
            "&retmax=200&sort=relevance&tool=claimcheck&email=claimcheck%40example.org");
}

TEST_F(EutilsSearch, SaysWhatWasFoundAndHow) {
  http.then(ok(search_xml(3120, {30, 10}, "<WarningList><PhraseIgnored>the</PhraseIgnored></WarningList>")));
  const SearchResult result = make_client().search({QuerySide::claim, term("zorbamine"), 2});
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.found, 3120U);
  EXPECT_EQ(result.hits, (std::vector<SearchHit>{{30, 0}, {10, 0}}));
  EXPECT_EQ(result.as_run, "zorbamine[tiab]");
  EXPECT_EQ(result.translation, "\"zorbamine\"[Title/Abstract]");
  EXPECT_THAT(result.warnings, ElementsAre("PubMed ignored the phrase \"the\"."));
  EXPECT_EQ(result.source, "PubMed");
  EXPECT_EQ(result.date, "2031-02-03");
  EXPECT_EQ(result.problem, "");
}

TEST_F(EutilsSearch, TellsNothingFoundFromCouldNotLook) {
  http.then(ok(search_xml(0, {})));
  const SearchResult nothing = make_client().search(kQuery);
  EXPECT_TRUE(nothing.complete);
  EXPECT_EQ(nothing.problem, "");

  for (const HttpResponse& failure :
       {unreachable(), http_error(429), http_error(503), http_error(400), ok(""), ok("<html/>"), dropped("<eSearch"),
        ok(R"({"error":"API rate limit exceeded"})"), ok("<PubmedArticleSet/>")}) {
    FakeHttp failing{clock};
    failing.then(failure);
    const SearchResult failed = EutilsClient({}, failing.function(), clock.clock()).search(kQuery);
    EXPECT_FALSE(failed.complete);
    EXPECT_THAT(failed.hits, IsEmpty());
    EXPECT_THAT(failed.problem, StartsWith("PubMed did not answer the search ("));
    EXPECT_EQ(failed.as_run, "zorbamine[tiab]");
  }
}

TEST_F(EutilsSearch, PostsLongTerms) {
  std::vector<QueryNode> words;
  for (int i = 0; i < 200; ++i) words.push_back(term("word" + std::to_string(i)));
  http.then(ok(search_xml(1, {5})));
  make_client().search({QuerySide::claim, any_of(words), 10});
  EXPECT_THAT(http.requests().front().url, Not(HasSubstr("?")));
  EXPECT_THAT(http.requests().front().body, HasSubstr("word199%5Btiab%5D"));
}

TEST_F(EutilsSearch, AsksAgainWhenFewerAreListedThanCounted) {
  http.then(ok(search_xml(20000, {5, 6}))).then(ok(search_xml(2, {5, 6})));
  const SearchResult result = make_client().search({QuerySide::claim, term("zorbamine"), 9999});
  EXPECT_THAT(http.requests().front().url, HasSubstr("retmax=9999&"));
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(result.hits, testing::SizeIs(2));
}

TEST_F(EutilsSearch, KeepsToTheLimitWhenTheServerDoesNot) {
  http.then(ok(search_xml(3, {7, 8, 9})));
  EXPECT_EQ(make_client().search({QuerySide::claim, term("zorbamine"), 2}).hits.size(), 2U);
}

TEST_F(EutilsSearch, CountsOnlyWhenTheLimitIsZero) {
  http.then(ok(search_xml(31, {})));
  const SearchResult result = make_client().search({QuerySide::claim, term("zorbamine"), 0});
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.found, 31U);
  EXPECT_THAT(result.warnings, IsEmpty());
}

TEST_F(EutilsSearch, DoesNotSendAnEmptyQuery) {
  const SearchResult result = make_client().search({QuerySide::claim, all_of({term("?")}), 10});
  EXPECT_FALSE(result.complete);
  EXPECT_THAT(result.problem, HasSubstr("no word that can be searched for"));
  EXPECT_THAT(http.requests(), IsEmpty());
}

TEST_F(EutilsSearch, SaysWhatToDoForEachSortOfFailure) {
  struct Case {
    HttpResponse response;
    const char* why;
    const char* what_to_do;
  };
  const Case cases[] = {
      {http_error(429), "429 Too Many Requests", "add an NCBI key (claimcheck help ncbi-key)"},
      {http_error(400, R"({"error":"API key invalid"})"), "API key invalid", "Correct or remove the NCBI key"},
      {http_error(503), "503 Service Unavailable", "Run again in a few minutes"},
      {unreachable("Could not resolve host"), "Could not resolve host", "proxy settings"},
      {http_error(400), "400 Bad Request", "--show-queries"},
      {dropped("<?xml"), "Transferred a partial file", "Run again in a few minutes"},
  };
  for (const Case& each : cases) {
    FakeHttp failing{clock};
    failing.then(each.response);
    const SearchResult failed = EutilsClient({}, failing.function(), clock.clock()).search(kQuery);
    EXPECT_THAT(failed.problem, HasSubstr(each.why));
    EXPECT_THAT(failed.problem, HasSubstr(each.what_to_do));
  }
}

TEST(EutilsClient, RefusesOptionsThatCannotWork) {
  FakeClock clock;
  FakeHttp http{clock};
  for (const char* url :
       {"", "eutils.ncbi.nlm.nih.gov", "ftp://example.org/", "file:///etc/passwd", "https://", "http:///x"}) {
    EutilsOptions options;
    options.base_url = url;
    EXPECT_THROW(EutilsClient(options, http.function(), clock.clock()), Error) << url;
  }
  EutilsOptions no_attempt;
  no_attempt.max_attempts = 0;
  EXPECT_THROW(EutilsClient(no_attempt, http.function(), clock.clock()), Error);
  EutilsOptions no_batch;
  no_batch.batch = 0;
  EXPECT_THROW(EutilsClient(no_batch, http.function(), clock.clock()), Error);
}

TEST(EutilsClient, TakesABaseUrlWithOrWithoutASlash) {
  FakeClock clock;
  for (const char* url : {"http://127.0.0.1:8080", "http://127.0.0.1:8080/"}) {
    FakeHttp http{clock};
    http.then(ok(search_xml(0, {})));
    EutilsOptions options;
    options.base_url = url;
    EutilsClient(options, http.function(), clock.clock()).search(kQuery);
    EXPECT_THAT(http.requests().front().url, StartsWith("http://127.0.0.1:8080/esearch.fcgi?"));
  }
}

}  // namespace
}  // namespace claimcheck
