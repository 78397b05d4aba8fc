#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pubmed/api_key.h"
#include "pubmed/eutils_client.h"
#include "pubmed/eutils_request.h"
#include "support/eutils_xml.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kKey = "5ecre7k3y0123456789abcdef+/5ecre7k3y";
const std::string kEncodedKey = "5ecre7k3y0123456789abcdef%2B%2F5ecre7k3y";

EutilsOptions options_with_key() {
  EutilsOptions options;
  options.api_key = kKey;
  options.jitter_seed = 7;
  return options;
}

void expect_no_key(const std::string& text) {
  EXPECT_THAT(text, Not(HasSubstr(kKey)));
  EXPECT_THAT(text, Not(HasSubstr(kEncodedKey)));
}

void expect_no_key(const SearchResult& result) {
  for (const std::string& text : {result.as_run, result.translation, result.source, result.date, result.problem}) {
    expect_no_key(text);
  }
  for (const std::string& warning : result.warnings) expect_no_key(warning);
}

TEST(ApiKey, IsSentInTheBodyNeverInTheUrl) {
  FakeClock clock;
  FakeHttp http{clock};
  http.then(ok(search_xml(0, {})));
  EutilsClient client(options_with_key(), http.function(), clock.clock());
  client.search({QuerySide::claim, term("zorbamine"), 10});
  client.fetch(std::vector<Pmid>{1});
  ASSERT_EQ(http.requests().size(), 2U);
  for (const HttpRequest& request : http.requests()) {
    expect_no_key(request.url);
    EXPECT_THAT(request.body, HasSubstr("&api_key=" + kEncodedKey));
  }
}

/// A server that tells everybody the key it was sent, in every dress that errors wear.
TEST(ApiKey, StandsInNoResultWhateverTheServerSays) {
  const HttpResponse responses[] = {
      ok(search_xml(3, {1, 2, 3},
                    "<ErrorList><PhraseNotFound>" + kKey +
                        "</PhraseNotFound></ErrorList><WarningList>"
                        "<OutputMessage>api_key=" +
                        kEncodedKey + "</OutputMessage></WarningList>")),
      ok("<eSearchResult><Count>0</Count><IdList/><QueryTranslation>" + kKey + "</QueryTranslation></eSearchResult>"),
      http_error(429, R"({"error":"API rate limit exceeded","api-key":")" + kKey + "\"}"),
      http_error(429, R"({"error":"API rate limit exceeded for )" + kKey + "\"}"),
      http_error(400, R"({"error":"API key invalid: )" + kKey + "\"}"),
      http_error(400, "Bad request: /efetch.fcgi?api_key=" + kEncodedKey),
      ok("Error: NCBI C++ Exception: api_key=" + kEncodedKey),
      ok("<eFetchResult><ERROR>" + kKey + "</ERROR></eFetchResult>"),
      ok("no XML: " + kKey),
      unreachable("proxy said " + kKey),
      dropped(kKey),
  };
  for (const HttpResponse& response : responses) {
    FakeClock clock;
    FakeHttp http{clock};
    http.then(response);
    EutilsClient client(options_with_key(), http.function(), clock.clock());
    expect_no_key(client.search({QuerySide::claim, term("zorbamine " + kKey), 10}));
    const FetchResult fetched = client.fetch(std::vector<Pmid>{1, 2});
    for (const std::string& problem : fetched.problems) expect_no_key(problem);
  }
}

TEST(ApiKey, ThatIsTooShortToBeOneIsNotCutOutOfWords) {
  EXPECT_EQ(without_key("an ordinary sentence", "a"), "an ordinary sentence");
  EXPECT_EQ(without_key("x" + kKey + "y" + kKey, kKey), "x***y***");
  EXPECT_EQ(without_key("text", ""), "text");
}

TEST(EncodeForm, EscapesEverythingButUnreservedCharacters) {
  EXPECT_EQ(encode_form({{"term", "a b&c=d+é~%"}, {"id", "1,2"}}), "term=a+b%26c%3Dd%2B%C3%A9~%25&id=1%2C2");
  EXPECT_EQ(encode_form({}), "");
}

}  // namespace
}  // namespace claimcheck
