// Every recorded body in ../shared/data/eutils, read as the answer to a search and to a fetch. Skipped where it is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "pubmed/answer_error.h"
#include "pubmed/eutils_answer.h"
#include "support/fake_http.h"

namespace claimcheck {

namespace {

namespace fs = std::filesystem;

/// What each body with an error in it means, with HTTP 200. Those that are `usable` have a part of the answer missing,
/// which ErrorList says; those that are `malformed` are no answer to either question.
const std::map<std::string, AnswerKind> kErrorBodies{
    {"Klortho__Eutils-JSON/samples/einfo.error.json", AnswerKind::permanent},
    {"Klortho__Eutils-JSON/samples/einfo.error.xml", AnswerKind::permanent},
    {"Klortho__Eutils-JSON/samples/esearch.baderror.json", AnswerKind::permanent},
    {"Klortho__Eutils-JSON/samples/esearch.baderror.xml", AnswerKind::permanent},
    {"Klortho__Eutils-JSON/samples/esearch.error.json", AnswerKind::malformed},
    {"Klortho__Eutils-JSON/samples/esearch.error.xml", AnswerKind::usable},
    {"Klortho__Eutils-JSON/samples/esummary.error.json", AnswerKind::malformed},
    {"Klortho__Eutils-JSON/samples/esummary.error.xml", AnswerKind::permanent},
    {"Klortho__Eutils-JSON/samples/esummary.pmcerror.json", AnswerKind::no_such_record},
    {"Klortho__Eutils-JSON/samples/esummary.pmcerror.xml", AnswerKind::no_such_record},
    {"_cassette_bodies/"
     "efetch__Pubmed_MapPubHash___source_as_hash__DOI_extraction__constructs_a_URL_based_on_the_DOI__0.xml",
     AnswerKind::permanent},
    {"_errors_quoted/efetch_empty_id_2002.xml", AnswerKind::permanent},
    {"_errors_quoted/efetch_history_error.xml", AnswerKind::permanent},
    {"_errors_quoted/esearch_retstart_too_large.json", AnswerKind::permanent},
    {"_errors_quoted/esearch_retstart_too_large.raw_newline.json", AnswerKind::permanent},
    {"_errors_quoted/http429_rate_limit.json", AnswerKind::throttled},
    {"biopython__biopython/Tests/Entrez/epost2.xml", AnswerKind::permanent},
    {"biopython__biopython/Tests/Entrez/epost3.xml", AnswerKind::permanent},
    {"biopython__biopython/Tests/Entrez/esearch8.xml", AnswerKind::usable},
    {"biopython__biopython/Tests/Entrez/esummary8.xml", AnswerKind::permanent},
    {"biopython__biopython/Tests/Entrez/pubmed3.html", AnswerKind::transient},
};

bool is_answer_file(const fs::path& path) {
  static const std::array<std::string, 4> kinds{".xml", ".json", ".html", ".txt"};
  return std::find(kinds.begin(), kinds.end(), path.extension()) != kinds.end();
}

/// Found without the code under test.
bool looks_like_an_error(const std::string& path, const std::string& body) {
  if (path.find("error") != std::string::npos && path.find("_errors_quoted/SOURCES") == std::string::npos) return true;
  for (const char* mark : {"<ERROR>", "<ErrorList", "\"error\"", "\"ERROR\"", "C++ Exception", "<html"}) {
    if (body.find(mark) != std::string::npos) return true;
  }
  return body.find_first_not_of(" \r\n\t") == std::string::npos;
}

class RealAnswers : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(folder_)) GTEST_SKIP() << "no shared data at " << folder_;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (!entry.is_regular_file() || !is_answer_file(entry.path())) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      bodies_.emplace(fs::relative(entry.path(), folder_).string(),
                      std::string{std::istreambuf_iterator<char>(file), {}});
    }
  }

  const fs::path folder_ = CLAIMCHECK_SOURCE_DIR "/../shared/data/eutils";
  std::map<std::string, std::string> bodies_;
};

TEST_F(RealAnswers, WithAnErrorAreAllInTheTable) {
  for (const auto& [path, body] : bodies_) {
    if (looks_like_an_error(path, body)) {
      EXPECT_TRUE(kErrorBodies.contains(path)) << path;
    }
  }
  for (const auto& [path, kind] : kErrorBodies) EXPECT_TRUE(bodies_.contains(path)) << path;
}

TEST_F(RealAnswers, WithAnErrorAreToldApart) {
  for (const auto& [path, kind] : kErrorBodies) {
    const HttpResponse response = ok(bodies_[path]);
    const Assessment search = read_search_answer(response).status;
    EXPECT_EQ(search.kind, kind) << path << ": " << to_string(search.kind) << ", " << search.reason;
    const AnswerKind as_fetch = kind == AnswerKind::usable ? AnswerKind::malformed : kind;
    EXPECT_EQ(read_fetch_answer(response).status.kind, as_fetch) << path;
    if (kind != AnswerKind::usable) {
      EXPECT_NE(search.reason, "") << path;
    }
  }
}

TEST_F(RealAnswers, AreUsableForOneQuestionAtMost) {
  std::size_t searches = 0;
  std::size_t fetches = 0;
  for (const auto& [path, body] : bodies_) {
    const SearchAnswer search = read_search_answer(ok(body));
    const FetchAnswer fetch = read_fetch_answer(ok(body));
    const std::string_view root = root_element(body);
    if (search.status.kind == AnswerKind::usable) {
      EXPECT_EQ(root, "eSearchResult") << path;
    }
    if (fetch.status.kind == AnswerKind::usable) {
      EXPECT_EQ(root, "PubmedArticleSet") << path;
    }
    searches += search.status.kind == AnswerKind::usable ? 1 : 0;
    fetches += fetch.status.kind == AnswerKind::usable ? 1 : 0;
    for (const int status : {400, 429, 500, 503}) {
      HttpResponse refused = ok(body);
      refused.status = status;
      EXPECT_NE(read_search_answer(refused).status.kind, AnswerKind::usable) << path << " " << status;
      EXPECT_NE(read_fetch_answer(refused).status.kind, AnswerKind::usable) << path << " " << status;
    }
  }
  EXPECT_GT(searches, 15U);
  EXPECT_GT(fetches, 30U);
}

/// Wherever an answer stops, it is never taken for a whole one.
TEST_F(RealAnswers, ThatStopEarlyAreIncomplete) {
  std::size_t cuts = 0;
  for (const auto& [path, body] : bodies_) {
    const bool search = read_search_answer(ok(body)).status.kind == AnswerKind::usable;
    const bool fetch = read_fetch_answer(ok(body)).status.kind == AnswerKind::usable;
    if ((!search && !fetch) || body.size() > 40'000) continue;
    const std::size_t end = body.find_last_of('>');
    for (std::size_t i = 1; i < 12; ++i) {
      const HttpResponse cut = ok(body.substr(0, end * i / 12));
      const AnswerKind kind = search ? read_search_answer(cut).status.kind : read_fetch_answer(cut).status.kind;
      EXPECT_TRUE(is_worth_retrying(kind)) << path << " after " << cut.body.size() << ": " << to_string(kind);
      EXPECT_NE(kind, AnswerKind::usable) << path;
      ++cuts;
    }
  }
  EXPECT_GT(cuts, 300U);
}

}  // namespace
}  // namespace claimcheck
