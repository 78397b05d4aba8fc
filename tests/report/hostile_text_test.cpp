#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/sample_run.h"
#include "report/writers.h"
#include "report/xlsx_reader.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

// Ends lines, rows and records of every format, reorders, rings, and is no UTF-8.
const std::string kHostile = "=\"x\"\r\nER  - \r\n\n| a |\n]]></script>\x1b[31m\x07\xFF\xC3_x0041_\u202E\uFFFE";

void spoil(Citation& citation) {
  citation.title = citation.vernacular_title = citation.doi = citation.pmcid = citation.status = kHostile;
  citation.journal = {kHostile, kHostile, kHostile, kHostile, kHostile, kHostile};
  for (Author& author : citation.authors) author = {kHostile, kHostile, kHostile, kHostile, "", "", {}};
  for (Notice& notice : citation.notices) notice.source = notice.note = kHostile;
  for (AbstractSection& section : citation.abstract) section.label = section.text = kHostile;
  citation.languages = {kHostile};
  citation.publication_types = {{kHostile, kHostile}};
}

void spoil(Report& report) {
  report.claim.id += kHostile;
  report.claim.text = kHostile;
  if (report.claim.origin) report.claim.origin->section = kHostile;
  for (Finding& finding : report.findings) finding.quote.text = finding.excluded = finding.outcome = kHostile;
  for (Citation& citation : report.citations) spoil(citation);
  for (QueryRecord& query : report.queries)
    query = {query.aim, kHostile, 3, 2, 1, true, kHostile, kHostile, kHostile, {kHostile}};
  for (Reason& reason : report.status_reasons) reason.text = kHostile;
  if (report.verdict) {
    report.verdict->suggested_wording = kHostile;
    for (Reason& reason : report.verdict->reasons) reason.text = kHostile;
  }
  report.problems = {kHostile};
}

ReviewState hostile_review(const claimcheck::Run& run) {
  ReviewState state;
  state.reviewers = {{kHostile, ReviewRole::reviewer, true}, {kHostile + "2", ReviewRole::reviewer, true}};
  for (const Reviewer& each : state.reviewers) {
    Opinion opinion;
    opinion.judgement = each.name == kHostile ? Judgement::contested : Judgement::supported;
    opinion.reason = OverrideReason::other;
    opinion.entry = 1;
    opinion.text = opinion.date = opinion.origin = kHostile;
    opinion.comments = {{2, kHostile, kHostile}};
    for (const Report& report : run.reports) state.opinions[{report.claim.id, each.name}] = opinion;
  }
  return state;
}

claimcheck::Run hostile_run() {
  claimcheck::Run run = sample_run();
  for (Report& report : run.reports) spoil(report);
  Passage& passage = *run.reports[0].claim.passage;
  passage.text = kHostile;
  passage.suppressed = kHostile;
  passage.cited = {{kHostile, 1, kHostile, kHostile}};
  run.reports[1].findings[0].excluded.clear();
  run.articles[0].text += kHostile;
  run.articles[0].problems = {kHostile};
  run.problems = {kHostile};
  Provenance& provenance = run.provenance;
  provenance.tool_version = provenance.evidence_source = provenance.evidence_date = kHostile;
  provenance.documents[0].name = provenance.documents[0].sha256 = kHostile;
  run.review = hostile_review(run);
  return run;
}

TEST(HostileText, LeavesEveryReportWellFormed) {
  const claimcheck::Run run = hostile_run();
  const std::vector<std::string> reports{
      write_html(run), write_markdown(run), write_csv(run, false), write_sarif(run), write_ris(run),
      write_nbib(run), write_csl(run),      write_methods(run),    write_flow(run),  write_json(run)};
  for (const std::string& report : reports) {
    EXPECT_TRUE(is_valid_utf8(report));
    EXPECT_EQ(report.find_first_of("\x1b\x07"), std::string::npos);
    EXPECT_FALSE(report.empty());
  }
  for (const std::size_t at : {3U, 6U, 9U}) EXPECT_TRUE(nlohmann::json::accept(reports[at])) << at;
}

TEST(HostileText, LeavesTheWorkbookReadable) {
  const auto parts = unzip(write_xlsx(hostile_run()));
  for (int sheet = 1; sheet <= 5; ++sheet) {
    const std::string text = read_sheet(parts, sheet);
    EXPECT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(text.find(" ="), text.find(" =\"x\"⏎"));  // no formula: only our text, which begins so
  }
}

}  // namespace
}  // namespace claimcheck
