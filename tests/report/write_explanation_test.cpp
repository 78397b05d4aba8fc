#include <gtest/gtest.h>

#include "report/sample_run.h"
#include "report/writers.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(WriteExplanation, ShowsFrameQueriesFindingsAndSteps) {
  const std::string text = write_explanation(sample_run().reports[0], {false, 200});
  EXPECT_TRUE(has(text, "“10 µg/kg”, characters 35–43; not in the vocabulary, searched as written"));
  EXPECT_TRUE(has(text, "“adults”, not in the claim's words; understood as adult"));
  EXPECT_TRUE(has(text, "against the claim: 37 found, 37 read; local library, 2026-11-21"));
  EXPECT_TRUE(has(text, "! The phrase \"organ damage\" was ignored."));
  EXPECT_TRUE(has(text, "“rose” read by rule effect_verb"));
  EXPECT_TRUE(has(text, "Weighed: no: retracted"));
  EXPECT_TRUE(has(text, "Weighed: no: states what is not known"));
  EXPECT_TRUE(has(text, "PMID 90000201, 2019, Silent record 90000201: no result on the outcome"));
  EXPECT_TRUE(has(text, "3.  Rule 2a: the wording is absolute and a counter-example is quoted, so contested."));
}

TEST(WriteExplanation, CutsVeryLongQueries) {
  Report report = sample_run().reports[0];
  for (int i = 0; i < 200; ++i) report.queries[0].text += " OR \"bladder pain\"";
  const std::string text = write_explanation(report, {false, 200});
  EXPECT_TRUE(has(text, "(in full in the JSON report)"));
  EXPECT_LT(text.size(), write_explanation(sample_run().reports[0], {false, 200}).size() + 1000);
}

TEST(WriteExplanation, ShowsWhatStandsAroundTheVerdict) {
  const std::string text = write_explanation(sample_run().reports[0], {false, 200});
  EXPECT_TRUE(
      has(text,
          "What it would take\n  Needed: 3,000 people followed for 1 year without a case; the wording allows at "
          "most 1 in 1,000.\n  Shown: 460 people, the longest for 8 weeks, which leaves room for 1 in 153.\n"));
  EXPECT_TRUE(has(text, "No single study decides the tag: without any one of them it stays the same."));
  EXPECT_TRUE(has(text, "Tried to break it: 1 further query, 14 records read, 8 hits (6 weighed).\n"));
  EXPECT_TRUE(has(text,
                  "Scope: population: adult; route: oral; dose: high dose; course: repeated doses; follow-up: 2 "
                  "years\n"));
  EXPECT_TRUE(has(text, "looked for the outcome; corrected\n"));
  const std::string supported = write_explanation(sample_run().reports[1], {false, 200});
  EXPECT_TRUE(has(supported, "One study makes the difference: without PMID 90000002 the tag would be unsupported."));
  EXPECT_TRUE(has(supported, "The one record that was read does not speak against the claim."));
  EXPECT_TRUE(has(supported, "concludes more than its results show"));
  EXPECT_FALSE(has(supported, "What it would take") || has(supported, "Scope map"));
  EXPECT_TRUE(has(write_explanation(sample_run().reports[2], {false, 200}), "Came to nothing: no record found."));
}

TEST(WriteExplanation, AlignsTheScopeMap) {
  EXPECT_TRUE(has(write_explanation(sample_run().reports[0], {}),
                  "  Axis   Value       Claim    For  Against\n"
                  "  route  oral        named      1        1\n"
                  "         not stated             0        5\n"
                  "  dose   high dose   covered    0        1\n"
                  "         not stated             1        5\n"));
}

TEST(WriteExplanation, WritesNumbersInWords) {
  const std::string text = write_explanation(sample_run().reports[1], {false, 200});
  EXPECT_TRUE(has(text, "p = 0.002; estimate 4.1; interval 1.5 to 6.7 (no effect at 0)"));
  EXPECT_TRUE(has(text, "left open by the claim, so read broadly"));
}

TEST(WriteExplanation, SaysSoWhenNothingWasSearchedOrFound) {
  const std::string text = write_explanation(sample_run().reports[3], {});
  EXPECT_TRUE(has(text, "Nothing."));
  EXPECT_TRUE(has(text, "No abstract that was read says anything on this claim."));
  EXPECT_TRUE(has(text, "Unresolved"));
  EXPECT_TRUE(has(write_explanation(sample_run().reports[4], {}), "DID NOT COMPLETE"));
}

TEST(WriteExplanation, MarksWhatASuggestionChangesWhereThatIsLittle) {
  EXPECT_TRUE(has(write_explanation(sample_run().reports[5], {false, 200}),
                  "“Liver injury under veldoxine is [-rare-]{+uncommon in the first weeks+}.”"));
  EXPECT_TRUE(has(write_explanation(sample_run().reports[0], {false, 200}), "“In a trial of eight weeks (n = 460) no"));
}

TEST(WriteExplanation, ListsAdvertisingRulesApartFromTheTag) {
  const std::string text = write_explanation(sample_run().reports[0], {false, 400});
  const std::size_t heading = text.find("Advertising rules this wording may fall under (not legal advice)");
  ASSERT_NE(heading, std::string::npos);
  EXPECT_GT(heading, text.find("Steps of the verdict"));
  EXPECT_TRUE(has(text, "- Example Code of Advertising, 6.4: “no long-term organ damage”."));
  EXPECT_TRUE(has(text, "(edition of 2024; Examplia, medicines)"));
  EXPECT_TRUE(has(text, "https://codes.example/example-90"));
  EXPECT_FALSE(has(write_explanation(sample_run().reports[1], {}), "Advertising rules"));
}

TEST(WriteExplanation, PassesNoEscapeSequencesOn) {
  Report report = sample_run().reports[0];
  const std::string evil = "\x1b[2J\xFF";
  report.claim.id = report.claim.text = evil;
  report.problems = {evil};
  report.verdict->steps = {evil};
  report.verdict->suggested_wording = evil + " x";
  report.compliance[0] = {evil, evil, evil, evil, evil, evil, evil, evil, {}};
  report.frame.subject.text = evil;
  report.frame.subject.concepts = {evil};
  report.appraisal.scope = {{evil, true, {{evil, true, 1, 1}}}};
  report.appraisal.flips = {{evil, {5}, Tag::supported, SubTag::none}};
  report.silent[0].title = report.silent[0].why = evil;
  report.queries[0].text = report.queries[0].translation = evil;
  for (Finding& finding : report.findings) {
    finding.quote.text = finding.outcome = finding.family = evil;
    finding.cues = {{evil, evil}};
    finding.scope = {{evil}, {evil}, {evil}, {evil}, 5};
    finding.mismatches = {{evil, evil}};
  }
  for (Citation& citation : report.citations) {
    citation.title = evil;
    citation.abstract[0].label = evil;
    citation.notices = {{NoticeKind::erratum_in, 1, evil, evil}};
  }
  const std::string text = write_explanation(report, {});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_TRUE(is_valid_utf8(text));
}

}  // namespace
}  // namespace claimcheck
