#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/kept_search.h"
#include "library/library.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Answers from a map, counts what it is asked.
class CountingSource : public CitationSource {
 public:
  SearchResult search(const Query& query) override {
    ++searches;
    SearchResult result = answer;
    result.hits.resize(std::min(result.hits.size(), query.limit));
    return result;
  }
  FetchResult fetch(std::span<const Pmid> pmids) override {
    batches.push_back(pmids.size());
    FetchResult result;
    for (const Pmid pmid : pmids) {
      if (failing.count(pmid) > 0) {
        result.failed.push_back(pmid);
      } else if (held.count(pmid) > 0) {
        result.citations.push_back(held.at(pmid));
      } else {
        result.missing.push_back(pmid);
      }
    }
    if (!result.failed.empty()) result.problems.emplace_back("the line is down");
    return result;
  }

  SearchResult answer;
  std::map<Pmid, Citation> held;
  std::set<Pmid> failing;
  int searches = 0;
  std::vector<std::size_t> batches;
};

class CachedSourceTest : public testing::Test {
 protected:
  CachedSourceTest() {
    inner_.answer.complete = true;
    inner_.answer.found = 12;
    inner_.answer.hits = {{3, 0.5}, {1, 0.25}};
    inner_.answer.as_run = "knee[tiab]";
    inner_.answer.translation = "knee";
    inner_.answer.warnings = {"a phrase was ignored"};
    inner_.answer.source = "PubMed";
    inner_.answer.date = "2031-02-03";
    for (Pmid pmid = 1; pmid <= 3; ++pmid) inner_.held[pmid] = plain_citation(pmid, "from the source");
  }

  SearchResult search(const std::string& today, bool refresh = false, const std::string& words = "knee") {
    Query query;
    query.where = term(words);
    return source(today, refresh).search(query);
  }
  FetchResult fetch(const std::vector<Pmid>& pmids, bool refresh = false) {
    return source("2031-02-03", refresh).fetch(pmids);
  }
  static std::vector<Pmid> pmids(const FetchResult& result) {
    std::vector<Pmid> found;
    for (const Citation& citation : result.citations) found.push_back(citation.pmid);
    return found;
  }
  CachedSource source(const std::string& today, bool refresh) {
    CachedSource::Options options;
    options.today = today;
    options.refresh = refresh;
    return {inner_, library_, options};
  }

  ScratchFolder folder_;
  Library library_ = Library::open(folder_ / "library.db", true);
  CountingSource inner_;
};

TEST_F(CachedSourceTest, AnswersAKnownSearchAsItWasAnswered) {
  const SearchResult first = search("2031-02-03");
  inner_.answer.found = 99;
  const SearchResult second = search("2031-02-05");
  EXPECT_EQ(inner_.searches, 1);
  EXPECT_TRUE(second.complete);
  EXPECT_EQ(second.found, 12U);
  EXPECT_EQ(second.hits, first.hits);
  EXPECT_EQ(second.as_run, "knee[tiab]");
  EXPECT_EQ(second.translation, "knee");
  EXPECT_THAT(second.warnings, ElementsAre("a phrase was ignored"));
  EXPECT_EQ(second.source, "PubMed");
  EXPECT_EQ(second.date, "2031-02-03");
}

struct Day {
  const char* today;
  bool asked_again;
};

TEST_F(CachedSourceTest, AsksAgainWhenTheAnswerIsOld) {
  const Day days[] = {
      {"2028-02-27", false}, {"2028-03-05", false}, {"2028-03-06", true}, {"2028-02-26", true}, {"", true},
      {"2028-02-30", true}};
  for (const Day& day : days) {
    search("2028-02-27", true);  // seven days before 2028-03-05: a leap year
    const int before = inner_.searches;
    search(day.today);
    EXPECT_EQ(inner_.searches - before, day.asked_again ? 1 : 0) << day.today;
  }
}

TEST_F(CachedSourceTest, AsksAgainOnRefresh) {
  search("2031-02-03");
  search("2031-02-03", true);
  EXPECT_EQ(inner_.searches, 2);
}

TEST_F(CachedSourceTest, KeepsNoIncompleteAnswer) {
  inner_.answer.complete = false;
  inner_.answer.problem = "the line is down";
  EXPECT_EQ(search("2031-02-03").problem, "the line is down");
  EXPECT_FALSE(search("2031-02-03").complete);
  EXPECT_EQ(inner_.searches, 2);
}

TEST_F(CachedSourceTest, TellsSearchesApart) {
  CachedSource cached = source("2031-02-03", false);
  Query query;
  query.where = all_of({term("a"), term("b")});
  cached.search(query);
  query.limit = 1;
  EXPECT_EQ(cached.search(query).hits.size(), 1U);
  query.where = any_of({term("a"), term("b")});
  cached.search(query);
  query.where = all_of({term("a"), term("b", QueryField::mesh)});
  cached.search(query);
  query.where = term("a\"},{\"b");
  cached.search(query);
  EXPECT_EQ(inner_.searches, 5);
  query.side = QuerySide::counter;  // the same search for the other side
  cached.search(query);
  EXPECT_EQ(inner_.searches, 5);
}

TEST_F(CachedSourceTest, AsksAgainWhenTheKeptAnswerCannotBeRead) {
  Query query;
  query.where = term("knee");
  for (const char* json : {"", "{}", "[]", R"({"hits":[[1]]})", R"({"hits":[1]})", "\xff"}) {
    library_.keep_answer(kept_search_key("PubMed", query), "2031-02-03", json);
    const int before = inner_.searches;
    EXPECT_EQ(search("2031-02-03").found, 12U);
    EXPECT_EQ(inner_.searches, before + 1) << json;
  }
}

TEST_F(CachedSourceTest, FetchesWhatItDoesNotKnowAndKeepsIt) {
  import_as(library_, "file", {plain_citation(2, "from the library")});
  const FetchResult first = fetch({3, 2, 9, 1, 3});
  EXPECT_THAT(pmids(first), ElementsAre(3U, 2U, 1U));
  EXPECT_EQ(first.citations[1].title, "from the library");
  EXPECT_THAT(first.missing, ElementsAre(9U));
  EXPECT_THAT(inner_.batches, ElementsAre(3U));

  EXPECT_THAT(pmids(fetch({1, 2, 3})), ElementsAre(1U, 2U, 3U));
  EXPECT_THAT(inner_.batches, ElementsAre(3U));
  EXPECT_EQ(library_.find(1)->title, "from the source");
  EXPECT_EQ(library_.status().last_change, "2031-02-03");
}

TEST_F(CachedSourceTest, FetchesAllOnRefresh) {
  import_as(library_, "file", {plain_citation(2, "from the library")});
  EXPECT_EQ(fetch({2}, true).citations[0].title, "from the source");
  EXPECT_EQ(library_.find(2)->title, "from the source");
}

TEST_F(CachedSourceTest, PrefersTheRecordToADigest) {
  Citation digest = plain_citation(1, "digest");
  digest.digest = true;
  import_as(library_, "file", {digest});
  inner_.failing = {1, 2};
  const FetchResult down = fetch({1, 2});
  EXPECT_EQ(down.citations.at(0).title, "digest");
  EXPECT_THAT(down.failed, ElementsAre(2U));
  EXPECT_THAT(down.problems, ElementsAre("the line is down"));
  inner_.failing.clear();
  EXPECT_EQ(fetch({1}).citations.at(0).title, "from the source");
}

TEST_F(CachedSourceTest, KeepsEachBatchAsItArrives) {
  std::vector<Pmid> many;
  for (Pmid pmid = 1; pmid <= 450; ++pmid) {
    many.push_back(pmid);
    inner_.held[pmid] = plain_citation(pmid, "from the source");
  }
  inner_.failing = {250, 449};
  const FetchResult result = fetch(many);
  EXPECT_THAT(inner_.batches, ElementsAre(200U, 200U, 50U));
  EXPECT_EQ(result.citations.size(), 448U);
  EXPECT_THAT(result.failed, ElementsAre(250U, 449U));
  EXPECT_EQ(result.problems.size(), 1U);  // the same cause once
  EXPECT_EQ(library_.status().citations, 448U);
}

TEST(LibrarySourceTest, AnswersFromTheLibraryAlone) {
  const ScratchFolder folder;
  Library library = Library::open(folder / "library.db", true);
  LibrarySource source(library);
  Query query;
  query.where = term("knee");
  EXPECT_FALSE(source.search(query).complete);
  import_as(library, "file", {plain_citation(2, "knee"), plain_citation(1, "knee knee")});
  EXPECT_THAT(pmids_of(source.search(query).hits), ElementsAre(1U, 2U));
  const FetchResult fetched = source.fetch(std::vector<Pmid>{2, 7, 1, 2});
  ASSERT_EQ(fetched.citations.size(), 2U);
  EXPECT_EQ(fetched.citations[0].pmid, 2U);
  EXPECT_THAT(fetched.missing, ElementsAre(7U));
  EXPECT_THAT(fetched.failed, IsEmpty());
}

}  // namespace
}  // namespace claimcheck
