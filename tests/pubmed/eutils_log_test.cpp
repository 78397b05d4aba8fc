#include "pubmed/eutils_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pubmed/api_key.h"
#include "pubmed/eutils_client.h"
#include "pubmed/eutils_request.h"
#include "support/eutils_xml.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kKey = "5ecre7k3yABCDEF0123456789";

class EutilsLogLines : public testing::Test {
 protected:
  EutilsLogLines() {
    options.jitter_seed = 7;
    options.log = line_log([this](const std::string& line) { lines.push_back(line); }, kKey);
  }

  SearchResult search(const std::string& words) {
    return EutilsClient(options, http.function(), clock.clock()).search({QuerySide::claim, term(words), 10});
  }

  EutilsOptions options;
  FakeClock clock;
  FakeHttp http{clock};
  std::vector<std::string> lines;
};

TEST_F(EutilsLogLines, TellOfEachRequestAndAnswer) {
  http.takes = milliseconds(120);
  http.then(http_error(429, R"({"error":"API rate limit exceeded"})", 2)).then(ok(search_xml(1, {5})));
  search("zorbamine");
  EXPECT_THAT(lines, ElementsAre(AllOf(StartsWith("> GET https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi "
                                                  "db=pubmed term=zorbamine"),
                                       HasSubstr(" tool=claimcheck email=claimcheck@example.org")),
                                 "< 429, 35 bytes, 120 ms, throttled: 429 Too Many Requests: API rate limit exceeded",
                                 testing::EndsWith(" (waited 2000 ms)"), testing::EndsWith(" bytes, 120 ms, usable")));
}

TEST_F(EutilsLogLines, NameTheClassThatTheReaderFound) {
  http.then(ok("<PubmedArticleSet></PubmedArticleSet>"));
  search("zorbamine");
  EXPECT_THAT(lines.back(), HasSubstr(", malformed: a document called PubmedArticleSet"));
  lines.clear();
  FakeHttp none{clock};
  none.then(unreachable());
  EutilsClient(options, none.function(), clock.clock()).fetch(std::vector<Pmid>{1, 2});
  EXPECT_THAT(lines.front(), AllOf(StartsWith("> POST "), HasSubstr("efetch.fcgi db=pubmed retmode=xml id=1,2 ")));
  EXPECT_THAT(lines.back(), StartsWith("< no answer, 0 bytes, 0 ms, unreachable: Could not resolve host"));
}

TEST_F(EutilsLogLines, AreOfOneLineAndNotTooLong) {
  http.then(http_error(400, "no\x1b[31m\nway" + std::string(5000, 'x')));
  search("zor\x1b]0;title\x07\nbamine " + std::string(50'000, 'a'));
  for (const std::string& line : lines) {
    EXPECT_LT(line.size(), 800U);
    EXPECT_TRUE(std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
  }
  EXPECT_THAT(lines.front(), HasSubstr(" bytes)"));
}

TEST_F(EutilsLogLines, HideThePasswordOfAServer) {
  options.base_url = "https://me:pa55w0rd@mirror.example/eutils/";
  http.then(ok(search_xml(0, {})));
  search("zorbamine");
  EXPECT_THAT(lines.front(), HasSubstr("https://***@mirror.example/eutils/esearch.fcgi"));
}

std::string as_hex(const std::string& key, const char* before, const char* after, bool upper) {
  std::string text;
  for (const char c : key) {
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    text += before;
    text += digits[static_cast<unsigned char>(c) >> 4];
    text += digits[static_cast<unsigned char>(c) & 15];
    text += after;
  }
  return text;
}

std::vector<std::string> dresses(const std::string& key) {
  std::string upper;
  std::string mixed;
  for (std::size_t i = 0; i < key.size(); ++i) {
    upper += static_cast<char>(std::toupper(static_cast<unsigned char>(key[i])));
    mixed += i % 2 == 0 ? key.substr(i, 1) : as_hex(key.substr(i, 1), "%", "", true);
  }
  std::string decimal;
  for (const char c : key) decimal += "&#" + std::to_string(static_cast<int>(c)) + ";";
  return {key,
          upper,
          mixed,
          as_hex(key, "%", "", false),
          as_hex(key, "%", "", true),
          as_hex(key, "%25", "", true),
          as_hex(key, "%2525", "", false),
          as_hex(key, "\\u00", "", false),
          as_hex(key, "\\x", "", true),
          as_hex(key, "&#x", ";", false),
          as_hex(key, "&#X", ";", true),
          decimal};
}

TEST(WithoutKey, KnowsTheKeyInEveryDress) {
  for (const std::string& dress : dresses(kKey)) {
    EXPECT_EQ(without_key(dress, kKey), "***") << dress;
    EXPECT_EQ(without_key("api_key=" + dress + "&x=%5" + dress + dress, kKey), "api_key=***&x=%5******") << dress;
    EXPECT_EQ(without_key(dress.substr(0, dress.size() / 2), kKey), dress.substr(0, dress.size() / 2)) << "no key";
  }
  EXPECT_EQ(without_key("5ecre" + kKey, kKey), "5ecre***");
}

/// The server, the words of the claim and an error repeat the key; a line shows none of its dresses.
TEST_F(EutilsLogLines, NeverShowTheKey) {
  options.api_key = kKey;
  for (const std::string& dress : dresses(kKey)) {
    for (const HttpResponse& response :
         {http_error(400, "Bad request: api_key=" + dress),
          http_error(429, R"({"error":"too many for )" + dress + "\"}"),
          ok("<eSearchResult><ERROR>" + std::string(170, 'x') + dress + "</ERROR></eSearchResult>"),
          unreachable("proxy said " + dress)}) {
      FakeHttp own{clock};
      own.then(response);
      EutilsClient client(options, own.function(), clock.clock());
      client.search({QuerySide::claim, term("zorbamine " + dress), 10});
      client.search({QuerySide::claim, term(std::string(290, 'a') + dress), 10});
    }
    for (const std::string& line : lines) EXPECT_THAT(line, AllOf(Not(HasSubstr(dress)), Not(HasSubstr("5ecr"))));
    lines.clear();
  }
}

TEST_F(EutilsLogLines, NeverShowAKeyThatIsTooShortToBeFound) {
  options.api_key = "abc";
  options.log = line_log([this](const std::string& line) { lines.push_back(line); }, "abc");
  http.then(ok(search_xml(0, {})));
  search("zorbamine");
  EXPECT_THAT(lines.front(), HasSubstr(" api_key=***"));
  EXPECT_THAT(lines.front(), Not(HasSubstr("abc")));
}

TEST(DecodeForm, GivesBackWhatWasEncoded) {
  const Parameters parameters{{"term", "a b&c=d+é~%"}, {"empty", ""}, {"id", "1,2"}};
  EXPECT_EQ(decode_form(encode_form(parameters)), parameters);
  EXPECT_EQ(decode_form("a=%zz&b&=c&%4"), (Parameters{{"a", "%zz"}, {"b", ""}, {"", "c"}, {"%4", ""}}));
  EXPECT_EQ(decode_form(""), Parameters{});
}

}  // namespace
}  // namespace claimcheck
