#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pubmed/eutils_client.h"
#include "support/eutils_xml.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

std::vector<Pmid> pmids_of(const FetchResult& result) {
  std::vector<Pmid> pmids;
  for (const Citation& citation : result.citations) pmids.push_back(citation.pmid);
  return pmids;
}

class EutilsFetch : public testing::Test {
 protected:
  FetchResult fetch(const std::vector<Pmid>& pmids, std::size_t batch = 200) {
    EutilsOptions options;
    options.batch = batch;
    options.jitter_seed = 7;
    FetchResult result = EutilsClient(options, http.function(), clock.clock()).fetch(pmids);
    EXPECT_EQ(std::set<Pmid>(pmids.begin(), pmids.end()).size(),
              result.citations.size() + result.missing.size() + result.failed.size())
        << "asked = citations + missing + failed";
    EXPECT_EQ(result.failed.empty(), result.problems.empty());
    return result;
  }

  FakeClock clock;
  FakeHttp http{clock};
};

TEST_F(EutilsFetch, PostsBatches) {
  http.then(ok(article_set(std::vector<Pmid>{1, 2}))).then(ok(article_set(std::vector<Pmid>{3})));
  const FetchResult result = fetch({1, 2, 3}, 2);
  EXPECT_THAT(pmids_of(result), ElementsAre(1, 2, 3));
  ASSERT_THAT(http.requests(), SizeIs(2));
  EXPECT_EQ(http.requests()[0].url, "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi");
  EXPECT_THAT(http.requests()[0].body, StartsWith("db=pubmed&retmode=xml&id=1%2C2&tool=claimcheck"));
  EXPECT_THAT(http.requests()[1].body, HasSubstr("&id=3&"));
}

TEST_F(EutilsFetch, AsksForNothingWhenNothingIsWanted) {
  EXPECT_THAT(pmids_of(fetch({})), IsEmpty());
  EXPECT_THAT(fetch({0}).missing, ElementsAre(0));
  EXPECT_THAT(http.requests(), IsEmpty());
}

TEST_F(EutilsFetch, KeepsTheOrderAskedAndAnswersEachPmidOnce) {
  http.then(ok(article_set(std::vector<Pmid>{1, 9, 5, 77, 9})));
  const FetchResult result = fetch({9, 5, 9, 1});
  EXPECT_THAT(pmids_of(result), ElementsAre(9, 5, 1)) << "77 was not asked for";
  EXPECT_THAT(http.requests().front().body, HasSubstr("id=9%2C5%2C1&"));
}

TEST_F(EutilsFetch, KeepsTheLatestVersionOfACitation) {
  std::string second = article_xml(4, "Second version.");
  second.replace(second.find("Version=\"1\""), 11, "Version=\"2\"");
  http.then(ok(article_set({second, article_xml(4, "First version.")})));
  EXPECT_EQ(fetch({4}).citations.front().title, "Second version.");
}

TEST_F(EutilsFetch, DoesNotTakeAnEmptyAnswerForSeveralMissingCitations) {
  for (int attempt = 0; attempt < 5; ++attempt) http.then(ok(article_set(std::vector<Pmid>{})));
  const FetchResult result = fetch({4, 5, 6});
  EXPECT_THAT(result.failed, ElementsAre(4, 5, 6));
  EXPECT_THAT(result.problems, ElementsAre(HasSubstr("without any of the 3 citations asked for")));
  EXPECT_THAT(http.requests(), SizeIs(5)) << "it is asked again first";
}

TEST_F(EutilsFetch, CallsMissingWhatAWholeAnswerLeavesOut) {
  http.then(ok(article_set(std::vector<Pmid>{1, 3})));
  const FetchResult result = fetch({1, 2, 3, 4});
  EXPECT_THAT(pmids_of(result), ElementsAre(1, 3));
  EXPECT_THAT(result.missing, ElementsAre(2, 4));
  EXPECT_THAT(http.requests(), SizeIs(1)) << "a missing record is no reason to ask again";
}

TEST_F(EutilsFetch, CallsFailedEveryPmidOfABatchThatStoppedEarly) {
  const std::string whole = article_set(std::vector<Pmid>{1, 2});
  http.handler = [&whole](const HttpRequest& request) {
    return request.body.find("id=1%2C2") != std::string::npos ? dropped(whole.substr(0, whole.size() / 2 + 200))
                                                              : ok(article_set(std::vector<Pmid>{3}));
  };
  const FetchResult result = fetch({1, 2, 3}, 2);
  EXPECT_THAT(pmids_of(result), ElementsAre(3)) << "nothing of the first batch is kept";
  EXPECT_THAT(result.failed, ElementsAre(1, 2));
  EXPECT_THAT(result.problems, ElementsAre("PubMed did not send 2 of 3 citations (Transferred a partial file). Run "
                                           "again in a few minutes to continue."));
  EXPECT_THAT(http.requests(), SizeIs(6)) << "five attempts for the first batch, one for the second";
}

TEST_F(EutilsFetch, TakesTheWholeAnswerAfterOnesThatStoppedEarly) {
  const std::string whole = article_set(std::vector<Pmid>{1, 2});
  http.then(ok(whole.substr(0, whole.size() - 30))).then(ok("")).then(ok(whole));
  const FetchResult result = fetch({1, 2});
  EXPECT_THAT(pmids_of(result), ElementsAre(1, 2));
  EXPECT_THAT(http.requests(), SizeIs(3));
}

TEST_F(EutilsFetch, SaysOnceWhatSeveralBatchesFailedOf) {
  http.then(http_error(503));
  const FetchResult result = fetch({1, 2, 3, 4, 5}, 2);
  EXPECT_THAT(result.failed, SizeIs(5));
  EXPECT_THAT(result.problems,
              ElementsAre(StartsWith("PubMed did not send 5 of 5 citations (503 Service Unavailable)")));
}

TEST_F(EutilsFetch, DoesNotRepeatARequestThatIsWrong) {
  http.then(ok("<eFetchResult><ERROR>Empty id list - nothing todo</ERROR></eFetchResult>"));
  EXPECT_THAT(fetch({1, 2}).failed, ElementsAre(1, 2));
  EXPECT_THAT(http.requests(), SizeIs(1));
}

TEST_F(EutilsFetch, FindsTheUnknownPmidThatSpoilsABatch) {
  http.handler = [](const HttpRequest& request) {
    std::vector<Pmid> asked;
    for (Pmid pmid = 11; pmid <= 15; ++pmid) {
      if (request.body.find(std::to_string(pmid)) != std::string::npos) asked.push_back(pmid);
    }
    if (std::find(asked.begin(), asked.end(), Pmid{13}) == asked.end()) return ok(article_set(asked));
    return ok("<eFetchResult><ERROR>UID not found</ERROR></eFetchResult>");
  };
  const FetchResult result = fetch({11, 12, 13, 14, 15});
  EXPECT_THAT(pmids_of(result), ElementsAre(11, 12, 14, 15));
  EXPECT_THAT(result.missing, ElementsAre(13));
}

TEST_F(EutilsFetch, CallsFailedWhatMayBeARecordThatCouldNotBeRead) {
  std::string broken = article_xml(41, "Broken.");
  broken.insert(broken.find("<Article "), "<Oops");
  http.then(ok(article_set({article_xml(40, "Whole."), broken})));
  const FetchResult result = fetch({40, 41, 42});
  EXPECT_THAT(pmids_of(result), ElementsAre(40));
  EXPECT_THAT(result.failed, ElementsAre(41, 42)) << "either may be the broken one";
  EXPECT_THAT(result.missing, IsEmpty());
}

TEST_F(EutilsFetch, ReadsNoRecordOutOfAnotherDocument) {
  http.then(ok("<html><body>" + article_set(std::vector<Pmid>{1}) + "</body></html>"));
  EXPECT_THAT(fetch({1}).failed, ElementsAre(1));
}

}  // namespace
}  // namespace claimcheck
