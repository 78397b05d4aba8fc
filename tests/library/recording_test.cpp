#include "library/recording.h"

#include <deque>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "library/scratch_library.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Gives the next of some answers to whatever is asked; an Error when there are no more.
class ScriptedSource : public CitationSource {
 public:
  SearchResult search(const Query&) override { return next(searches); }
  FetchResult fetch(std::span<const Pmid>) override { return next(fetches); }
  LinkResult links(LinkKind, std::span<const Pmid>) override { return next(all_links); }

  std::deque<SearchResult> searches;
  std::deque<FetchResult> fetches;
  std::deque<LinkResult> all_links;

 private:
  template <typename Answer>
  static Answer next(std::deque<Answer>& answers) {
    if (answers.empty()) throw Error(ErrorKind::storage, "the library /home/me/l.db is damaged");
    Answer answer = answers.front();
    answers.pop_front();
    return answer;
  }
};

Query query_for(const std::string& words) {
  Query query;
  query.where = term(words);
  return query;
}

SearchResult found(std::vector<SearchHit> hits) {
  SearchResult result;
  result.complete = true;
  result.found = hits.size();
  result.hits = std::move(hits);
  result.source = "PubMed";
  result.date = "2031-02-03";
  return result;
}

FetchResult fetched(std::vector<Citation> citations) {
  FetchResult result;
  result.citations = std::move(citations);
  return result;
}

class RecordingTest : public testing::Test {
 protected:
  RecordingTest() { recorder_.begin_claim(); }

  ScriptedSource inner_;
  Recorder recorder_{{{"/home/me/", "~/"}}};
  RecordingSource recording_{inner_, recorder_};
};

TEST_F(RecordingTest, GivesTheSameAnswersInTheSameOrder) {
  inner_.searches = {found({{1, 0.1}}), found({{1, 1.0 / 3}, {2, 0}}), found({})};
  inner_.fetches = {fetched({plain_citation(2, "Two"), plain_citation(1, "One")})};
  inner_.fetches[0].missing = {3};
  inner_.fetches[0].failed = {4};
  inner_.fetches[0].problems = {"the line is down"};
  LinkResult links;
  links.complete = true;
  links.links = {{1, {5, 4}}, {2, {}}};
  links.source = "PubMed";
  inner_.all_links = {links};
  const std::vector<Pmid> pmids{2, 1, 3, 4};
  const auto ask_all = [&](CitationSource& source) {
    SearchResult first = source.search(query_for("knee"));
    SearchResult second = source.search(query_for("knee"));
    SearchResult other = source.search(query_for("hip"));
    return std::make_tuple(first, second, other, source.fetch(pmids),
                           source.links(LinkKind::similar, std::vector<Pmid>{1, 2}));
  };
  const auto live = ask_all(recording_);
  RecordedSource recorded(recorder_.recording(), 0);
  EXPECT_EQ(ask_all(recorded), live);
  EXPECT_EQ(recorded.search(query_for("knee")), std::get<1>(live)) << "asked once more: as the last time";
}

TEST_F(RecordingTest, KeepsAFailedAnswerAsItWas) {
  SearchResult failed;
  failed.problem = "PubMed did not answer.";
  inner_.searches = {failed};
  EXPECT_EQ(recording_.search(query_for("knee")), failed);
  RecordedSource recorded(recorder_.recording(), 0);
  EXPECT_EQ(recorded.search(query_for("knee")), failed);
}

TEST_F(RecordingTest, ThrowsWhereTheSourceThrewAndTellsNoFolder) {
  inner_.searches = {found({})};
  recording_.search(query_for("knee"));
  EXPECT_THROW(recording_.search(query_for("hip")), Error);
  RecordedSource recorded(recorder_.recording(), 0);
  EXPECT_EQ(recorded.search(query_for("knee")), found({}));
  try {
    recorded.search(query_for("hip"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "the library ~/l.db is damaged");
  }
}

TEST_F(RecordingTest, KeepsWhatEachClaimWasAnswered) {
  inner_.searches = {found({{1, 0}}), found({{2, 0}})};
  recording_.search(query_for("knee"));
  recorder_.begin_claim();
  recording_.search(query_for("knee"));
  EXPECT_EQ(RecordedSource(recorder_.recording(), 0).search(query_for("knee")), found({{1, 0}}));
  EXPECT_EQ(RecordedSource(recorder_.recording(), 1).search(query_for("knee")), found({{2, 0}}));
}

TEST_F(RecordingTest, KeepsACitationOnceAndEachOfItsVersions) {
  inner_.fetches = {fetched({plain_citation(1, "One")}), fetched({plain_citation(1, "One")}),
                    fetched({plain_citation(1, "One, corrected")})};
  for (int i = 0; i < 3; ++i) recording_.fetch(std::vector<Pmid>{1});
  EXPECT_EQ(recorder_.recording().citations.size(), 2U);
  EXPECT_EQ(recorder_.recording().find(0, 1)->title, "One, corrected");
  EXPECT_EQ(recorder_.recording().find(0, 2), nullptr);
}

TEST_F(RecordingTest, FindsCitationsInOtherCompanyAndForOtherClaims) {
  FetchResult first = fetched({plain_citation(1, "One"), plain_citation(2, "Two")});
  first.missing = {3};
  first.unchecked = {2};
  first.problems = {"two could not be asked"};
  inner_.fetches = {first, fetched({plain_citation(4, "Four")})};
  recording_.fetch(std::vector<Pmid>{1, 2, 3});
  recorder_.begin_claim();
  recording_.fetch(std::vector<Pmid>{4});
  const FetchResult result = RecordedSource(recorder_.recording(), 0).fetch(std::vector<Pmid>{2, 3, 4, 9});
  ASSERT_EQ(result.citations.size(), 2U);
  EXPECT_EQ(result.citations[0].title, "Two");
  EXPECT_EQ(result.citations[1].title, "Four");
  EXPECT_THAT(result.missing, ElementsAre(3));
  EXPECT_THAT(result.unchecked, ElementsAre(2));
  EXPECT_THAT(result.failed, ElementsAre(9));
  EXPECT_THAT(result.problems, ElementsAre("two could not be asked", HasSubstr("does not hold PMID 9")));
}

TEST_F(RecordingTest, NeverTakesWhatWasNotAskedForNothingFound) {
  RecordedSource recorded(recorder_.recording(), 0);
  const SearchResult search = recorded.search(query_for("knee"));
  EXPECT_FALSE(search.complete);
  EXPECT_THAT(search.problem, HasSubstr("claimcheck recheck"));
  const LinkResult links = recorded.links(LinkKind::similar, std::vector<Pmid>{7});
  EXPECT_FALSE(links.complete);
  EXPECT_THAT(links.problem, HasSubstr("PMID 7"));
  EXPECT_THAT(recorded.fetch(std::vector<Pmid>{7}).failed, ElementsAre(7));
}

TEST_F(RecordingTest, PassesOnWhatItKeepsOfIllFormedText) {
  SearchResult broken = found({});
  broken.as_run = "knee\xFF";
  inner_.searches = {broken};
  inner_.fetches = {fetched({plain_citation(1, "caf\xE9")})};
  const SearchResult live = recording_.search(query_for("knee"));
  const FetchResult citations = recording_.fetch(std::vector<Pmid>{1});
  EXPECT_TRUE(is_valid_utf8(live.as_run));
  EXPECT_TRUE(is_valid_utf8(citations.citations[0].title));
  RecordedSource recorded(recorder_.recording(), 0);
  EXPECT_EQ(recorded.search(query_for("knee")), live);
  EXPECT_EQ(recorded.fetch(std::vector<Pmid>{1}), citations);
}

}  // namespace
}  // namespace claimcheck
