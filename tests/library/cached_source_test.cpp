#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/kept_links.h"
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

  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override {
    LinkResult result;
    result.source = "PubMed";
    for (const Pmid pmid : pmids) {
      asked_links.push_back(pmid);
      if (failing.count(pmid) == 0) result.links[pmid] = {pmid + 1, kind == LinkKind::similar ? Pmid{50} : Pmid{60}};
    }
    result.complete = result.links.size() == pmids.size();
    if (!result.complete) result.problem = "the line is down";
    return result;
  }

  SearchResult answer;
  std::map<Pmid, Citation> held;
  std::set<Pmid> failing;
  int searches = 0;
  std::vector<std::size_t> batches;
  std::vector<Pmid> asked_links;
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
  FetchResult fetch_on(const std::string& today, const std::vector<Pmid>& pmids) {
    return source(today, false).fetch(pmids);
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

  TemporaryFolder folder_;
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

TEST_F(CachedSourceTest, FetchesWhatItWasNotAskedForTodayAndKeepsIt) {
  import_as(library_, "file", {plain_citation(2, "from the library")});
  const FetchResult first = fetch({3, 2, 9, 1, 3});
  EXPECT_THAT(pmids(first), ElementsAre(3U, 2U, 1U));
  EXPECT_EQ(first.citations[1].title, "from the source") << "an imported record was never asked for";
  EXPECT_THAT(first.missing, ElementsAre(9U));
  EXPECT_THAT(inner_.batches, ElementsAre(4U));

  EXPECT_THAT(pmids(fetch({1, 2, 3})), ElementsAre(1U, 2U, 3U));
  EXPECT_THAT(inner_.batches, ElementsAre(4U));
  EXPECT_EQ(library_.find(1)->title, "from the source");
  EXPECT_EQ(library_.status().last_change, "2031-02-03");
}

TEST_F(CachedSourceTest, AsksForACitationAgainOnTheNextDay) {
  fetch_on("2031-02-03", {1, 2});
  inner_.held[1].publication_types = {{"D016441", "Retracted Publication"}};
  EXPECT_FALSE(is_retracted(fetch_on("2031-02-03", {1}).citations.at(0)));
  const FetchResult next_day = fetch_on("2031-02-04", {1, 3});
  EXPECT_TRUE(is_retracted(next_day.citations.at(0)));
  EXPECT_THAT(next_day.problems, IsEmpty());
  EXPECT_THAT(inner_.batches, ElementsAre(2U, 2U)) << "known and unknown ones in one batch";
  EXPECT_TRUE(is_retracted(*library_.find(1)));
  EXPECT_EQ(library_.status().retracted, 1U);
  EXPECT_EQ(library_.date_asked(1), "2031-02-04");
  EXPECT_EQ(library_.date_asked(2), "2031-02-03");
  EXPECT_EQ(library_.date_asked(99), "");
}

TEST_F(CachedSourceTest, ReadsTheKeptRecordAndSaysHowOldItIsWhenTheSourceCannotBeAsked) {
  fetch_on("2031-02-01", {1});
  fetch_on("2031-02-02", {2});
  inner_.failing = {1, 2, 3};
  const FetchResult result = fetch_on("2031-02-03", {1, 2, 3});
  EXPECT_THAT(pmids(result), ElementsAre(1U, 2U));
  EXPECT_THAT(result.failed, ElementsAre(3U));
  EXPECT_THAT(result.problems,
              ElementsAre("the line is down", testing::EndsWith("status last checked on 2031-02-01.")));
  import_as(library_, "file", {plain_citation(3, "from a file")});
  EXPECT_THAT(fetch_on("2031-02-03", {1, 3}).problems,
              testing::Contains(testing::EndsWith("not checked since their files were imported.")));
}

TEST_F(CachedSourceTest, TakesOutWhatTheSourceHasWithdrawn) {
  fetch_on("2031-02-03", {1, 2, 3});
  inner_.held.erase(2);
  const FetchResult result = fetch_on("2031-02-04", {1, 2, 3, 9});
  EXPECT_THAT(pmids(result), ElementsAre(1U, 3U));
  EXPECT_THAT(result.missing, ElementsAre(9U));
  EXPECT_THAT(result.withdrawn, ElementsAre(2U));
  EXPECT_THAT(result.failed, IsEmpty());
  EXPECT_THAT(result.problems, ElementsAre(testing::StartsWith("PubMed has withdrawn PMID 2,")));
  EXPECT_THAT(inner_.batches, ElementsAre(3U, 4U, 1U)) << "it is asked for once more before it goes";
  EXPECT_FALSE(library_.find(2).has_value());
  EXPECT_EQ(library_.status().citations, 2U);
}

/// Leaves out the first citation of its first answer.
class ForgetfulSource : public CountingSource {
 public:
  FetchResult fetch(std::span<const Pmid> pmids) override {
    const bool forgets = batches.empty();
    FetchResult result = CountingSource::fetch(pmids);
    if (forgets && !result.citations.empty()) {
      result.missing.push_back(result.citations.front().pmid);
      result.citations.erase(result.citations.begin());
    }
    return result;
  }
};

TEST_F(CachedSourceTest, LosesNothingByOnePoorAnswer) {
  import_as(library_, "file", {plain_citation(1, "from a file")});
  ForgetfulSource forgetful;
  forgetful.held = inner_.held;
  CachedSource::Options options;
  options.today = "2031-02-03";
  const FetchResult result = CachedSource(forgetful, library_, options).fetch(std::vector<Pmid>{1, 2});
  EXPECT_THAT(pmids(result), ElementsAre(1U, 2U));
  EXPECT_THAT(result.missing, IsEmpty());
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_TRUE(library_.find(1).has_value());
}

TEST_F(CachedSourceTest, FetchesAllOnRefresh) {
  fetch({2});
  inner_.held[2].title = "from the source, again";
  EXPECT_EQ(fetch({2}, true).citations[0].title, "from the source, again");
  EXPECT_EQ(library_.find(2)->title, "from the source, again");
}

TEST_F(CachedSourceTest, PrefersTheRecordToADigest) {
  Citation digest = plain_citation(1, "digest");
  digest.digest = true;
  import_as(library_, "file", {digest});
  inner_.failing = {1, 2};
  const FetchResult down = fetch({1, 2});
  EXPECT_EQ(down.citations.at(0).title, "digest");
  EXPECT_THAT(down.failed, ElementsAre(2U));
  EXPECT_THAT(down.problems, testing::Contains("the line is down"));
  inner_.failing.clear();
  EXPECT_EQ(fetch({1}).citations.at(0).title, "from the source");
}

TEST_F(CachedSourceTest, AsksOnceADayForADigestThatTheSourceItselfGives) {
  inner_.held[1].digest = true;
  fetch({1});
  EXPECT_EQ(fetch({1}).citations.size(), 1U);
  EXPECT_THAT(inner_.batches, ElementsAre(1U));
}

TEST_F(CachedSourceTest, KeepsADigestThatTheSourceDoesNotKnow) {
  Citation digest = plain_citation(7, "digest");
  digest.digest = true;
  import_as(library_, "file", {digest});
  EXPECT_THAT(fetch({7}).missing, ElementsAre(7U));
  EXPECT_TRUE(library_.find(7).has_value());
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

TEST_F(CachedSourceTest, KeepsLinksOfEachCitation) {
  const auto links = [&](LinkKind kind, const std::vector<Pmid>& pmids, const std::string& today) {
    return source(today, false).links(kind, pmids);
  };
  const LinkResult first = links(LinkKind::similar, {1, 2}, "2031-02-03");
  EXPECT_TRUE(first.complete);
  const LinkResult second = links(LinkKind::similar, {2, 3}, "2031-02-05");
  EXPECT_THAT(inner_.asked_links, ElementsAre(1U, 2U, 3U));
  EXPECT_EQ(second.links, (std::map<Pmid, std::vector<Pmid>>{{2, {3, 50}}, {3, {4, 50}}}));
  EXPECT_EQ(second.date, "2031-02-03") << "of the older answer";
  EXPECT_EQ(second.source, "PubMed");
  EXPECT_EQ(links(LinkKind::cited_by, {2}, "2031-02-05").links.at(2), (std::vector<Pmid>{3, 60}));
  links(LinkKind::similar, {1}, "2031-02-11");
  EXPECT_THAT(inner_.asked_links, ElementsAre(1U, 2U, 3U, 2U, 1U)) << "eight days are too old";

  inner_.failing = {4};
  const LinkResult failed = links(LinkKind::similar, {2, 4}, "2031-02-05");
  EXPECT_FALSE(failed.complete);
  EXPECT_EQ(failed.problem, "the line is down");
  EXPECT_EQ(failed.links.count(2), 1U);
}

TEST_F(CachedSourceTest, LeavesLinksForUseWithoutASource) {
  source("2031-02-03", false).links(LinkKind::similar, std::vector<Pmid>{1});
  LibrarySource offline(library_);
  const LinkResult known = offline.links(LinkKind::similar, std::vector<Pmid>{1});
  EXPECT_TRUE(known.complete);
  EXPECT_EQ(known.links.at(1), (std::vector<Pmid>{2, 50}));
  EXPECT_EQ(known.source, "PubMed");
  EXPECT_EQ(known.date, "2031-02-03");
  for (const LinkKind kind : enum_values<LinkKind>()) {
    const LinkResult unknown = offline.links(kind, std::vector<Pmid>{1, 2});
    EXPECT_FALSE(unknown.complete) << "not asked is never \"none\"";
    EXPECT_THAT(unknown.problem, testing::HasSubstr("PMID " + std::string(kind == LinkKind::similar ? "2" : "1, 2")));
  }
  for (const char* json : {"", "[]", R"({"linked":["a"],"source":"x"})", R"({"linked":[1]})"}) {
    library_.keep_answer(kept_links_key(LinkKind::similar, 1), "2031-02-03", json);
    EXPECT_FALSE(offline.links(LinkKind::similar, std::vector<Pmid>{1}).complete) << json;
  }
}

TEST(LibrarySourceTest, AnswersFromTheLibraryAlone) {
  const TemporaryFolder folder;
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
  EXPECT_THAT(fetched.missing, IsEmpty());
  EXPECT_THAT(fetched.failed, ElementsAre(7U)) << "that a library lacks a record does not say that there is none";
  EXPECT_THAT(fetched.problems, ElementsAre(testing::HasSubstr("PMID 7")));
}

}  // namespace
}  // namespace claimcheck
