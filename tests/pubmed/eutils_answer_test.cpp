#include "pubmed/eutils_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "pubmed/answer_error.h"
#include "support/eutils_xml.h"
#include "support/fake_http.h"
#include "text/utf8.h"

namespace claimcheck {

/// For messages of failed expectations.
void PrintTo(AnswerKind kind, std::ostream* out) {
  *out << "AnswerKind " << static_cast<int>(kind);
}

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct ErrorCase {
  const char* name;
  int status;
  const char* body;
  AnswerKind kind;
  const char* reason;  ///< stands in the reason
};

// Hand-written: the forms that NCBI's errors take (pubmed.md, "Fetch"), with invented numbers.
const ErrorCase kErrorCases[] = {
    {"rate limit", 429, R"({"error":"API rate limit exceeded","api-key":"0123456789abcdef","count":"11","limit":"10"})",
     AnswerKind::throttled, "429 Too Many Requests: API rate limit exceeded"},
    {"rate limit without a body", 429, "", AnswerKind::throttled, "429 Too Many Requests"},
    {"rate limit inside 200", 200, R"({"error":"API rate limit exceeded","api-key":"0123456789abcdef"})",
     AnswerKind::throttled, "API rate limit exceeded"},
    {"rate limit as 400", 400, R"({ "error" : "API rate limit exceeded" })", AnswerKind::throttled, "400"},
    {"refused key", 400, R"({"error":"API key invalid","api-key":"0123456789abcdef","type":"api-key"})",
     AnswerKind::key_refused, "API key invalid"},
    {"server fault", 500, "", AnswerKind::transient, "500 Internal Server Error"},
    {"maintenance", 503, "<html><body>We are down</body></html>", AnswerKind::transient, "503 Service Unavailable"},
    {"gateway", 502, "<!DOCTYPE html><html></html>", AnswerKind::transient, "502 Bad Gateway"},
    {"bad request", 400, "", AnswerKind::permanent, "400 Bad Request"},
    {"bad request from a tired backend", 400,
     "<eSearchResult><ERROR>Search Backend failed: busy</ERROR></eSearchResult>", AnswerKind::transient,
     "Search Backend failed: busy"},
    {"unknown ids", 400,
     "<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR></eFetchResult>",
     AnswerKind::no_such_record, "no correct IDs"},
    {"long URL", 414, "<html>too long</html>", AnswerKind::permanent, "414"},
    {"blocked", 403, "<html>blocked</html>", AnswerKind::permanent, "403 Forbidden"},
    {"wrong path", 404, "Error: no such program", AnswerKind::permanent, "404 Not Found: Error: no such program"},
    {"text of an error", 200, "Error occurred", AnswerKind::transient, "Error occurred"},
    {"nothing", 200, "", AnswerKind::transient, "empty"},
    {"blanks", 200, " \r\n\t\n", AnswerKind::transient, "empty"},
    {"web page inside 200", 200, "\n<!doctype HTML>\n<html><head><title>Sorry</title></head></html>",
     AnswerKind::transient, "web page"},
    {"web page with an XML declaration", 200,
     "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\" \"x\"><html/>", AnswerKind::transient,
     "web page"},
    {"C++ exception", 200, "Error: NCBI C++ Exception:\n    Error: (CEutilsException::eBackend) no worker\n",
     AnswerKind::transient, "NCBI C++ Exception"},
    {"C++ exception after a declaration", 200, "<?xml version=\"1.0\"?>\nNCBI C++ Exception: no worker",
     AnswerKind::transient, "NCBI C++ Exception"},
    {"ERROR element, transient", 200, "<?xml version=\"1.0\"?><eFetchResult><ERROR>Read failed</ERROR></eFetchResult>",
     AnswerKind::transient, "Read failed"},
    {"ERROR element, unknown words", 200, "<eFetchResult><ERROR>Strange weather</ERROR></eFetchResult>",
     AnswerKind::transient, "Strange weather"},
    {"ERROR element, unknown UID", 200, "<eFetchResult><ERROR>UID not found</ERROR></eFetchResult>",
     AnswerKind::no_such_record, "UID not found"},
    {"ERROR element, no ids arrived", 200, "<pmFetchResult><ERROR>Empty id list - nothing todo</ERROR></pmFetchResult>",
     AnswerKind::permanent, "Empty id list"},
    {"ERROR element, empty", 200, "<eFetchResult><ERROR></ERROR></eFetchResult>", AnswerKind::transient,
     "unnamed error"},
    {"JSON error", 200, R"({"header":{},"esearchresult":{"ERROR":"Search Backend failed: no \"luck\""}})",
     AnswerKind::transient, "no \"luck\""},
    {"JSON error with a raw newline", 200,
     "{\"esearchresult\":{\"ERROR\":\"Search Backend failed: Exception:\n'retstart' cannot be larger than 9998.\"}}",
     AnswerKind::permanent, "Exception: 'retstart'"},
    {"JSON without an error", 200, R"({"esearchresult":{"count":"3"}})", AnswerKind::malformed, "JSON"},
    {"JSON cut inside the error", 200, R"({"error":"API rate limit excee)", AnswerKind::throttled, "excee"},
    {"another text", 200, "PMID- 12345\nTI  - A title", AnswerKind::malformed, "text instead of XML"},
    {"only a prolog", 200, "<?xml version=\"1.0\" ?>\n<!DOCTYPE Pub", AnswerKind::incomplete, "first element"},
    {"another document", 200, "<eSummaryResult></eSummaryResult>", AnswerKind::malformed, "eSummaryResult"},
    {"teapot", 418, "", AnswerKind::permanent, "HTTP status 418"},
};

HttpResponse response_of(const ErrorCase& each) {
  HttpResponse response = ok(each.body);
  response.status = each.status;
  return response;
}

TEST(ReadSearchAnswer, TellsErrorBodiesApart) {
  for (const ErrorCase& each : kErrorCases) {
    const SearchAnswer answer = read_search_answer(response_of(each));
    EXPECT_EQ(answer.status.kind, each.kind) << each.name;
    EXPECT_THAT(answer.status.reason, HasSubstr(each.reason)) << each.name;
    EXPECT_THAT(answer.status.reason, testing::Not(HasSubstr("0123456789abcdef"))) << each.name;
    EXPECT_THAT(answer.pmids, IsEmpty()) << each.name;
  }
}

TEST(ReadFetchAnswer, TellsErrorBodiesApart) {
  for (const ErrorCase& each : kErrorCases) {
    const FetchAnswer answer = read_fetch_answer(response_of(each));
    EXPECT_EQ(answer.status.kind, each.kind) << each.name;
    EXPECT_THAT(answer.status.reason, HasSubstr(each.reason)) << each.name;
    EXPECT_THAT(answer.citations, IsEmpty()) << each.name;
  }
}

TEST(ReadLinkAnswer, TellsErrorBodiesApart) {
  for (const ErrorCase& each : kErrorCases) {
    const LinkAnswer answer = read_link_answer(response_of(each), "pubmed_pubmed");
    EXPECT_EQ(answer.status.kind, each.kind) << each.name;
    EXPECT_THAT(answer.links, IsEmpty()) << each.name;
  }
}

TEST(ReadSearchAnswer, TellsFailedExchangesApart) {
  EXPECT_EQ(read_search_answer(unreachable()).status.kind, AnswerKind::unreachable);
  EXPECT_EQ(read_search_answer(dropped(search_xml(1, {5}))).status.kind, AnswerKind::incomplete);
  HttpResponse silent;
  silent.failure = HttpFailure::dropped;
  silent.problem = "Timeout was reached";
  EXPECT_EQ(read_search_answer(silent).status.kind, AnswerKind::transient);
  HttpResponse large = ok("x");
  large.failure = HttpFailure::too_large;
  EXPECT_EQ(read_search_answer(large).status.kind, AnswerKind::permanent);
  HttpResponse moved = http_error(302);
  moved.problem = "redirected to another server";
  EXPECT_EQ(read_search_answer(moved).status.kind, AnswerKind::permanent);
  EXPECT_THAT(read_search_answer(moved).status.reason, HasSubstr("another server"));
}

TEST(ReadSearchAnswer, ReadsCountPmidsAndTranslation) {
  const SearchAnswer answer = read_search_answer(ok(search_xml(3120, {30, 10, 20})));
  EXPECT_EQ(answer.status.kind, AnswerKind::usable);
  EXPECT_EQ(answer.found, 3120U);
  EXPECT_THAT(answer.pmids, ElementsAre(30, 10, 20));
  EXPECT_EQ(answer.translation, "\"zorbamine\"[Title/Abstract]");
  EXPECT_THAT(answer.warnings, IsEmpty());
}

TEST(ReadSearchAnswer, TurnsErrorAndWarningListsIntoSentences) {
  const SearchAnswer answer = read_search_answer(ok(search_xml(
      2, {1, 2},
      "<ErrorList><PhraseNotFound>zorbamin</PhraseNotFound><FieldNotFound>xyz</FieldNotFound></ErrorList>"
      "<WarningList><PhraseIgnored>the</PhraseIgnored><QuotedPhraseNotFound>\"odd phrase\"[tiab]"
      "</QuotedPhraseNotFound><OutputMessage>No items found.</OutputMessage><OutputMessage>Wildcard search used only "
      "the first 600 variations.</OutputMessage></WarningList>")));
  EXPECT_EQ(answer.status.kind, AnswerKind::usable);
  EXPECT_THAT(answer.warnings,
              ElementsAre("PubMed found nothing for the phrase \"zorbamin\" and left it out.",
                          "PubMed does not know the field \"xyz\" and did not restrict the search to it.",
                          "PubMed ignored the phrase \"the\".",
                          "PubMed has no such phrase as \"odd phrase\"[tiab] and read it in another way.",
                          "PubMed says: Wildcard search used only the first 600 variations."));
}

TEST(ReadSearchAnswer, ReadsNothingFoundAsAnAnswer) {
  const SearchAnswer answer = read_search_answer(ok(search_xml(0, {})));
  EXPECT_EQ(answer.status.kind, AnswerKind::usable);
  EXPECT_EQ(answer.found, 0U);
}

TEST(ReadSearchAnswer, DoesNotTakeAFailedBackendForNothingFound) {
  const SearchAnswer answer = read_search_answer(ok(search_xml(
      0, {}, "<WarningList><OutputMessage>Search Backend failed: read timed out</OutputMessage></WarningList>")));
  EXPECT_EQ(answer.status.kind, AnswerKind::transient);
}

TEST(ReadSearchAnswer, RejectsWhatCannotBeTrusted) {
  const std::string good = search_xml(2, {1, 2});
  for (std::size_t size = 0; size + 2 < good.size(); ++size) {
    const SearchAnswer answer = read_search_answer(ok(good.substr(0, size)));
    EXPECT_NE(answer.status.kind, AnswerKind::usable) << "cut at " << size;
    EXPECT_TRUE(is_worth_retrying(answer.status.kind)) << "cut at " << size;
  }
  const auto kind_of = [](const std::string& body) { return read_search_answer(ok(body)).status.kind; };
  EXPECT_EQ(kind_of("<eSearchResult/>"), AnswerKind::malformed);
  EXPECT_EQ(kind_of("<eSearchResult><Count>many</Count></eSearchResult>"), AnswerKind::malformed);
  EXPECT_EQ(kind_of("<eSearchResult><Count>-1</Count></eSearchResult>"), AnswerKind::malformed);
  EXPECT_EQ(kind_of("<eSearchResult><Count>1</Count><IdList><Id>4294967296</Id></IdList></eSearchResult>"),
            AnswerKind::malformed);
  EXPECT_EQ(kind_of("<eSearchResult><Count>1</Count><IdList><Id>0</Id></IdList></eSearchResult>"),
            AnswerKind::malformed);
  EXPECT_EQ(kind_of("<eSearchResult><Count>2</Count><RetMax>2</RetMax><IdList><Id>1</Id></IdList></eSearchResult>"),
            AnswerKind::incomplete);
  EXPECT_EQ(kind_of("<eSearchResult><Count>1</Wrong></eSearchResult>"), AnswerKind::malformed);
}

TEST(ReadFetchAnswer, ReadsCitations) {
  const FetchAnswer answer = read_fetch_answer(ok(article_set(std::vector<Pmid>{41, 42})));
  EXPECT_EQ(answer.status.kind, AnswerKind::usable);
  ASSERT_EQ(answer.citations.size(), 2U);
  EXPECT_EQ(answer.citations[1].pmid, 42U);
  EXPECT_EQ(answer.citations[1].title, "Record 42.");
}

TEST(ReadFetchAnswer, TakesAnEmptySetForAnAnswer) {
  for (const char* body : {"<PubmedArticleSet>\n\n</PubmedArticleSet>\n", "<?xml version=\"1.0\"?><PubmedArticleSet/>",
                           "<PubmedArticleSet></PubmedArticleSet>"}) {
    const FetchAnswer answer = read_fetch_answer(ok(body));
    EXPECT_EQ(answer.status.kind, AnswerKind::usable) << body << answer.status.reason;
    EXPECT_THAT(answer.citations, IsEmpty());
  }
}

TEST(ReadFetchAnswer, NeverUsesASetThatStopsEarly) {
  const std::string good = article_set(std::vector<Pmid>{41, 42});
  for (std::size_t size = 0; size < good.size(); size += 7) {
    const FetchAnswer answer = read_fetch_answer(ok(good.substr(0, size)));
    EXPECT_TRUE(is_worth_retrying(answer.status.kind)) << "cut at " << size;
    EXPECT_THAT(answer.citations, IsEmpty()) << "cut at " << size;
  }
}

TEST(ReadFetchAnswer, GoesOnPastABrokenRecord) {
  std::string broken = article_xml(41, "Broken.");
  broken.insert(broken.find("<Article "), "<Oops");
  const FetchAnswer answer = read_fetch_answer(ok(article_set({broken, article_xml(42, "Whole.")})));
  EXPECT_EQ(answer.status.kind, AnswerKind::usable) << answer.status.reason;
  EXPECT_EQ(answer.bad_records.size(), 1U);
  ASSERT_EQ(answer.citations.size(), 1U);
  EXPECT_EQ(answer.citations.front().pmid, 42U);
}

TEST(RootElement, ReadsPastTheProlog) {
  EXPECT_EQ(root_element("<a/>"), "a");
  EXPECT_EQ(root_element("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- > --><!DOCTYPE b SYSTEM \"x\">\r\n<b c=\"d\">"),
            "b");
  EXPECT_EQ(root_element(""), "");
  EXPECT_EQ(root_element("text"), "");
  EXPECT_EQ(root_element("<!-- never closed"), "");
  EXPECT_EQ(root_element("<PubmedArt"), "");
}

TEST(AssessErrorText, KeepsReasonsShortAndOnOneLine) {
  const Assessment status = assess_error_text("Bad\x1b[31m\n\n  " + std::string(195, 'x') + "\u03b2\u03b2\xff");
  EXPECT_THAT(status.reason, testing::StartsWith("Bad [31m xxx"));
  EXPECT_LT(status.reason.size(), 210U);
  EXPECT_TRUE(is_valid_utf8(status.reason));
}

TEST(OneLine, KeepsUtf8AndDropsWhatTerminalsObey) {
  EXPECT_EQ(one_line("  \u03b2-blocker \x1b[2J\r\n\tx\x7f "), "\u03b2-blocker [2J x");
  EXPECT_EQ(one_line("a\xff"
                     "b"),
            "a\ufffdb");
  EXPECT_EQ(one_line(" \n "), "");
}

class EutilsData : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data at " << folder;
  }

  static std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const std::filesystem::path folder = CLAIMCHECK_SOURCE_DIR "/../shared/data/eutils";
};

TEST_F(EutilsData, HasErrorBodiesThatAreToldApart) {
  struct Case {
    const char* file;
    int status;
    AnswerKind kind;
  };
  const Case cases[] = {
      {"_errors_quoted/http429_rate_limit.json", 429, AnswerKind::throttled},
      {"_errors_quoted/http429_rate_limit.json", 200, AnswerKind::throttled},
      {"_errors_quoted/esearch_retstart_too_large.json", 200, AnswerKind::permanent},
      {"_errors_quoted/esearch_retstart_too_large.json", 400, AnswerKind::permanent},
      {"_errors_quoted/esearch_retstart_too_large.raw_newline.json", 200, AnswerKind::permanent},
      {"_errors_quoted/efetch_empty_id_2002.xml", 200, AnswerKind::permanent},
      {"_errors_quoted/efetch_history_error.xml", 200, AnswerKind::permanent},
      {"Klortho__Eutils-JSON/samples/esearch.baderror.xml", 200, AnswerKind::permanent},
      {"Klortho__Eutils-JSON/samples/esearch.baderror.json", 200, AnswerKind::permanent},
      {"Klortho__Eutils-JSON/samples/einfo.error.xml", 200, AnswerKind::permanent},
      {"Klortho__Eutils-JSON/samples/einfo.error.json", 200, AnswerKind::permanent},
      {"Klortho__Eutils-JSON/samples/esummary.error.xml", 200, AnswerKind::permanent},
      {"Klortho__Eutils-JSON/samples/esummary.error.json", 200, AnswerKind::malformed},
      {"Klortho__Eutils-JSON/samples/esummary.pmcerror.xml", 200, AnswerKind::no_such_record},
      {"Klortho__Eutils-JSON/samples/esummary.pmcerror.json", 200, AnswerKind::no_such_record},
      {"Klortho__Eutils-JSON/samples/esearch.error.json", 200, AnswerKind::malformed},
      {"biopython__biopython/Tests/Entrez/epost2.xml", 200, AnswerKind::permanent},
      {"biopython__biopython/Tests/Entrez/epost3.xml", 200, AnswerKind::permanent},
      {"biopython__biopython/Tests/Entrez/esummary8.xml", 200, AnswerKind::permanent},
  };
  for (const Case& each : cases) {
    HttpResponse response = ok(read(folder / each.file));
    ASSERT_FALSE(response.body.empty()) << each.file;
    response.status = each.status;
    EXPECT_EQ(read_search_answer(response).status.kind, each.kind) << each.file;
    EXPECT_EQ(read_fetch_answer(response).status.kind, each.kind) << each.file;
  }
}

TEST_F(EutilsData, HasSearchAnswersThatAreReadWhole) {
  struct Case {
    const char* file;
    std::size_t found;
    std::size_t listed;
    std::size_t warnings;
  };
  const Case cases[] = {
      {"Klortho__Eutils-JSON/samples/esearch.error.xml", 5163, 20, 1},
      {"Klortho__Eutils-JSON/samples/esearch.pubmed.xml", 15169, 100, 0},
      {"biopython__biopython/Tests/Entrez/esearch1.xml", 63, 20, 0},
      {"biopython__biopython/Tests/Entrez/esearch2.xml", 42249, 100, 0},
      {"biopython__biopython/Tests/Entrez/esearch8.xml", 0, 0, 1},
      {"bioperl__Bio-EUtilities/t/data/eutils/esearch1.xml", 534, 20, 0},
      {"_cassette_bodies/esearch__Pubmed_Client___search__returns_a_list__0.xml", 1141, 1141, 0},
  };
  for (const Case& each : cases) {
    const SearchAnswer answer = read_search_answer(ok(read(folder / each.file)));
    EXPECT_EQ(answer.status.kind, AnswerKind::usable) << each.file << ": " << answer.status.reason;
    EXPECT_EQ(answer.found, each.found) << each.file;
    EXPECT_EQ(answer.pmids.size(), each.listed) << each.file;
    EXPECT_EQ(answer.warnings.size(), each.warnings) << each.file;
    EXPECT_FALSE(answer.translation.empty()) << each.file;
  }
}

TEST_F(EutilsData, HasRecordedFetchesThatAreReadWhole) {
  std::size_t sets = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "_cassette_bodies")) {
    const std::string body = read(entry.path());
    if (root_element(body) != "PubmedArticleSet") continue;
    ++sets;
    const FetchAnswer answer = read_fetch_answer(ok(body));
    EXPECT_EQ(answer.status.kind, AnswerKind::usable) << entry.path() << ": " << answer.status.reason;
    EXPECT_THAT(answer.bad_records, IsEmpty()) << entry.path();
  }
  EXPECT_GT(sets, 20U);
}

}  // namespace
}  // namespace claimcheck
