#include "report/search_box.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

QueryRecord query(QueryAim aim, std::size_t found, std::size_t taken, std::size_t read) {
  return {aim, "q", found, taken, read, true, "", "", "", {}};
}

Finding finding(Pmid pmid, Stance stance) {
  Finding result;
  result.pmid = pmid;
  result.stance = stance;
  result.reliability = 0.9;
  return result;
}

Report report_with(std::vector<QueryRecord> queries, std::vector<Finding> findings, Pmid silent) {
  Report report;
  report.queries = std::move(queries);
  report.findings = std::move(findings);
  for (Pmid pmid = 1; pmid <= silent; ++pmid) report.silent.push_back({pmid, "", 0, ""});
  return report;
}

std::string box_of(const Report& report) {
  return describe_search_box(count_search(report));
}

using Sentences = std::vector<std::string>;

TEST(SearchBox, CountsTheAttemptToBreakTheClaim) {
  Report report = report_with({query(QueryAim::claim, 50, 50, 50), query(QueryAim::counter, 30, 30, 12)},
                              {finding(101, Stance::opposes), finding(102, Stance::opposes)}, 60);
  EXPECT_EQ(box_of(report), "tried to break it: 1 further query, 12 records read, 2 hits");
  report.findings.back().reliability = 0.1;
  EXPECT_EQ(box_of(report), "tried to break it: 1 further query, 12 records read, 2 hits (1 weighed)");
  report.queries.back().complete = false;
  EXPECT_EQ(box_of(report), "tried to break it: 1 further query (1 NOT ANSWERED), 12 records read, 2 hits (1 weighed)");
}

TEST(SearchBox, ClaimsNoMoreRecordsThanWereRead) {
  const Report report = report_with({query(QueryAim::counter, 8, 8, 8), query(QueryAim::counter, 200, 100, 8)}, {}, 10);
  EXPECT_EQ(box_of(report),
            "tried to break it: 2 further queries, top 108 of 208 found, up to 10 records read, 0 hits");
}

TEST(SearchBox, IsSilentWhereNothingWasTried) {
  EXPECT_EQ(box_of(report_with({query(QueryAim::claim, 5, 5, 5)}, {}, 5)), "");
}

TEST(SearchBox, NamesTheQueriesThatCameToNothing) {
  EXPECT_EQ(describe_shortfall(query(QueryAim::claim, 5, 5, 5)), "");
  EXPECT_EQ(describe_shortfall(query(QueryAim::claim, 0, 0, 0)), "came to nothing: no record found");
  EXPECT_EQ(describe_shortfall(query(QueryAim::claim, 5, 5, 0)),
            "came to nothing: no record that it found bears on the subject");
  QueryRecord failed = query(QueryAim::claim, 0, 0, 0);
  failed.complete = false;
  EXPECT_EQ(describe_shortfall(failed), "not answered in full");
}

TEST(SearchBox, StatesOnlyTheAbsencesThatHold) {
  const std::vector<QueryRecord> queries{query(QueryAim::claim, 5, 5, 5), query(QueryAim::counter, 5, 5, 5)};
  EXPECT_EQ(state_absences(report_with({}, {}, 0)), Sentences{});
  EXPECT_EQ(state_absences(report_with(queries, {}, 0)),
            Sentences{"No record was read: the searches found none that bears on the claim's subject."});
  EXPECT_EQ(state_absences(report_with(queries, {}, 1)),
            Sentences{"The one record that was read reports no result on this claim."});
  EXPECT_EQ(state_absences(report_with(queries, {}, 5)),
            Sentences{"None of the 5 records that were read reports a result on this claim."});
  EXPECT_EQ(state_absences(report_with(queries, {finding(101, Stance::opposes)}, 5)),
            Sentences{"None of the 6 records that were read speaks for the claim."});
  EXPECT_EQ(state_absences(report_with(queries, {finding(101, Stance::inconclusive)}, 0)),
            (Sentences{"The one record that was read does not speak for the claim.",
                       "The one record that was read does not speak against the claim."}));
  EXPECT_EQ(state_absences(report_with(queries, {finding(101, Stance::opposes), finding(102, Stance::supports)}, 5)),
            Sentences{});
}

TEST(SearchBox, StatesNoAbsenceAfterAFailedSearch) {
  std::vector<QueryRecord> queries{query(QueryAim::claim, 5, 5, 5)};
  queries[0].complete = false;
  EXPECT_EQ(state_absences(report_with(queries, {}, 5)),
            Sentences{"A search did not complete: nothing follows from what was not found."});
}

}  // namespace
}  // namespace claimcheck
