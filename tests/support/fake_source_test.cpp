#include "support/fake_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Pmid> pmids_of(const std::vector<SearchHit>& hits) {
  std::vector<Pmid> pmids;
  for (const SearchHit& hit : hits) pmids.push_back(hit.pmid);
  return pmids;
}

FakeSource make_source() {
  return FakeSource({make_citation(7, "Zorbamine in rats"), make_citation(9, "Zorbamine", "Rats had cystitis."),
                     make_citation(11, "Placebo only")});
}

TEST(FakeSource, EvaluatesAQueryOverItsCitations) {
  FakeSource source = make_source();
  const SearchResult result = source.search({QuerySide::claim, any_of({term("zorbamine"), term("cystitis")}), 10});
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.found, 2U);
  EXPECT_THAT(pmids_of(result.hits), ElementsAre(9, 7)) << "two terms match 9, one matches 7";
}

TEST(FakeSource, KeepsTheCountWhenItCutsTheHits) {
  FakeSource source = make_source();
  const SearchResult result = source.search({QuerySide::claim, term("zorbamine"), 1});
  EXPECT_EQ(result.found, 2U);
  EXPECT_EQ(result.hits.size(), 1U);
}

TEST(FakeSource, GivesCannedAnswersFirst) {
  FakeSource source = make_source();
  source.answer("zorbamine", {11, 4});
  EXPECT_THAT(pmids_of(source.search({QuerySide::claim, all_of({term("zorbamine")}), 10}).hits), ElementsAre(11, 4));
  EXPECT_THAT(pmids_of(source.search({QuerySide::claim, term("placebo"), 10}).hits), ElementsAre(11));
  const QueryNode without = all_of({term("placebo"), none_of({term("zorbamine")})});
  EXPECT_THAT(pmids_of(source.search({QuerySide::claim, without, 10}).hits), ElementsAre(11));
}

TEST(FakeSource, FailsAsToldAndNeverAsNothingFound) {
  FakeSource source = make_source();
  source.counter_problem = "told to fail";
  EXPECT_TRUE(source.search({QuerySide::claim, term("zorbamine"), 10}).complete);
  const SearchResult failed = source.search({QuerySide::counter, term("zorbamine"), 10});
  EXPECT_FALSE(failed.complete);
  EXPECT_EQ(failed.problem, "told to fail");

  source.failing = {7};
  const FetchResult fetched = source.fetch(std::vector<Pmid>{11, 7, 99, 11});
  ASSERT_EQ(fetched.citations.size(), 1U);
  EXPECT_EQ(fetched.citations.front().pmid, 11U);
  EXPECT_THAT(fetched.failed, ElementsAre(7));
  EXPECT_THAT(fetched.missing, ElementsAre(99));
  EXPECT_THAT(fetched.problems, testing::SizeIs(1));
}

TEST(FakeSource, WithoutCitationsFindsNothingAndSaysSo) {
  FakeSource source;
  const SearchResult result = source.search({QuerySide::claim, term("zorbamine"), 10});
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(result.hits, IsEmpty());
}

}  // namespace
}  // namespace claimcheck
