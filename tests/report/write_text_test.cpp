#include <gtest/gtest.h>

#include <sstream>

#include "report/sample_run.h"
#include "report/text_layout.h"
#include "report/writers.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

std::string last_line(const std::string& text) {
  const std::size_t end = text.size() - 1;
  return text.substr(text.rfind('\n', end - 1) + 1, end - text.rfind('\n', end - 1) - 1);
}

TEST(WriteText, EndsWithAllSixCounts) {
  EXPECT_EQ(last_line(write_text(sample_run(), {false, 40})),
            "1 supported, 2 contested, 1 unsupported, 1 not assessed, 1 could not check, 6 not reviewed");
  EXPECT_EQ(last_line(write_text(claimcheck::Run{}, {false, 40})),
            "0 supported, 0 contested, 0 unsupported, 0 not assessed, 0 could not check, 0 not reviewed");
}

TEST(WriteText, PutsBannerAndProblemsFirst) {
  const std::string text = write_text(sample_run(), {});
  EXPECT_EQ(text.rfind("NOTE", 0), 0U);
  EXPECT_LT(text.find("Problems (2)"), text.find("C-01"));
  claimcheck::Run run = sample_run();
  run.provenance.digest_citations = 0;
  for (Report& report : run.reports) {
    for (Citation& citation : report.citations) citation.digest = false;
    report.problems.clear();
  }
  run.problems.clear();
  EXPECT_EQ(write_text(run, {}).rfind("veldoxine-basics.md", 0), 0U);
}

TEST(WriteText, TellsWhatWasNotCheckedFromUnsupported) {
  const std::string text = write_text(sample_run(), {false, 400});
  EXPECT_NE(text.find("✕ Unsupported · nothing found  C-03"), std::string::npos);
  EXPECT_NE(text.find("– Not checked · not assessed  C-04"), std::string::npos);
  EXPECT_NE(text.find("– Not checked · could not check  C-05"), std::string::npos);
}

TEST(WriteText, ShowsTheBestWeighedFindingAndNeverARetractedOne) {
  const std::string text = write_text(sample_run(), {false, 400});
  EXPECT_NE(text.find("for      “No liver injury was seen in 460 adults over eight weeks.”"), std::string::npos);
  EXPECT_NE(text.find("PMID 90000001, J Invent Hepatol, 2021, cohort study, n = 812"), std::string::npos);
  EXPECT_EQ(text.find("Nine of ten users died"), std::string::npos);
}

TEST(WriteText, SaysInALineEachWhatTheTagHangsOnAndWhatItWouldTake) {
  const std::string text = write_text(sample_run(), {false, 400});
  EXPECT_NE(text.find("fragile  one study makes the difference: without PMID 90000002 the tag would be"),
            std::string::npos);
  EXPECT_NE(
      text.find("needs    3,000 people followed for 1 year without a case (at most 1 in 1,000); shown: 460 people, "
                "the longest for 8 weeks, which leaves room for 1 in 153\n"),
      std::string::npos);
  EXPECT_NE(
      text.find(
          "search   top 100 of 112 found for the claim; tried to break it: 1 further query, 14 records read, 8 hits (6 "
          "weighed)\n"),
      std::string::npos);
  EXPECT_NE(text.find("tried to break it: 1 further query (1 NOT ANSWERED)"), std::string::npos);
}

TEST(WriteText, AddsUpTheQueriesOfOneAim) {
  claimcheck::Run run = sample_run();
  std::vector<QueryRecord>& queries = run.reports[0].queries;
  queries.clear();
  for (const std::size_t found : {40U, 12U, 5U}) {
    QueryRecord query;
    query.found = query.taken = found;
    query.complete = true;
    queries.push_back(query);
  }
  EXPECT_NE(write_text(run, {false, 400}).find("search   57 found for the claim by 3 queries\n"), std::string::npos);
  queries[1].taken = 10;
  queries[2].complete = false;
  EXPECT_NE(
      write_text(run, {false, 400}).find("search   top 55 of 57 found for the claim by 3 queries (1 NOT ANSWERED)\n"),
      std::string::npos);
}

TEST(WriteText, NamesTheErrorsOfTheReaderInOneLine) {
  const std::string text = write_text(sample_run(), {false, 400});
  const std::size_t begin = text.find("How often the reader is right");
  ASSERT_NE(begin, std::string::npos);
  EXPECT_NE(text.substr(begin, text.find('\n', begin) - begin).find("The HTML report and the workbook have"),
            std::string::npos);
}

TEST(WriteText, ColoursOnlyWhenAsked) {
  EXPECT_EQ(write_text(sample_run(), {}).find('\x1b'), std::string::npos);
  EXPECT_NE(write_text(sample_run(), {true, 100}).find("\x1b[1;33m"), std::string::npos);
}

TEST(WriteText, KeepsToTheWidthAndToWholeCharacters) {
  for (const std::size_t width : {40U, 60U, 100U}) {
    std::istringstream lines(write_text(sample_run(), {false, width}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_TRUE(is_valid_utf8(line));
      const bool is_summary = line.find("not reviewed") != std::string::npos;
      EXPECT_TRUE(is_summary || count_columns(line) <= width) << line;
    }
  }
}

TEST(WriteText, PassesNoEscapeSequencesOn) {
  claimcheck::Run run = sample_run();
  const std::string evil = "\x1b]0;owned\x07\xFF\n";
  run.problems = {evil};
  Report& report = run.reports[0];
  report.claim.id = report.claim.text = report.claim.origin->document = evil;
  report.verdict->reasons[0].text = evil;
  for (Finding& finding : report.findings) finding.quote.text = evil;
  for (Citation& citation : report.citations) citation.journal.abbreviation = evil;
  run.provenance.evidence_source = run.provenance.tool_version = evil;
  const std::string text = write_text(run, {});
  EXPECT_EQ(text.find_first_of("\x1b\x07"), std::string::npos);
  EXPECT_TRUE(is_valid_utf8(text));
}

TEST(WriteText, CutsAVeryLongClaim) {
  claimcheck::Run run;
  run.reports.resize(1);
  run.reports[0].claim.text = std::string(100000, 'x');
  const std::size_t rest = write_text(claimcheck::Run{}, {}).size();
  EXPECT_LT(write_text(run, {}).size(), rest + 1000);
}

}  // namespace
}  // namespace claimcheck
