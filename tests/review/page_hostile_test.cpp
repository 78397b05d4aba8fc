#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "report/html.h"
#include "report/sample_run.h"
#include "review/claim_address.h"
#include "review/seated_page.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kHostile = "</p></script><script>alert(1)</script><img src=x onerror='alert(2)'>\" onload=\"x";

void spoil(Citation& citation) {
  citation.title = citation.journal.title = citation.journal.abbreviation = citation.doi = kHostile;
  for (Author& author : citation.authors) author.last_name = kHostile;
  for (Notice& notice : citation.notices) notice.source = notice.note = kHostile;
  for (AbstractSection& section : citation.abstract) {
    section.label = kHostile;
    section.text += kHostile;
  }
}

void spoil(Report& report) {
  report.claim.id += kHostile;
  report.claim.text = kHostile;
  if (report.claim.origin) report.claim.origin->section = kHostile;
  for (Finding& finding : report.findings) finding.quote.text = finding.excluded = kHostile;
  for (Citation& citation : report.citations) spoil(citation);
  for (Reason& reason : report.status_reasons) reason.text = kHostile;
  if (report.verdict) {
    report.verdict->suggested_wording = kHostile;
    for (Reason& reason : report.verdict->reasons) reason.text = kHostile;
  }
  for (QueryRecord& query : report.queries) query.text = query.source = kHostile;
  report.problems = {kHostile};
}

Run hostile_run() {
  Run run = sample_run();
  for (Report& report : run.reports) spoil(report);
  Document& article = run.articles[0];
  for (Block& block : article.blocks) {
    block.section = kHostile;
    block.text += kHostile;
  }
  article.name = kHostile;
  for (Report& report : run.reports) {
    if (report.claim.origin) report.claim.origin->document = kHostile;
  }
  run.problems = {kHostile};
  run.provenance.documents[0].name = run.provenance.evidence_source = kHostile;
  return run;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

void expect_harmless(const std::string& html) {
  EXPECT_EQ(count(html, "<script"), 1U);
  EXPECT_THAT(html, HasSubstr("<script type=\"module\" src=\"/assets/main.js\"></script>"));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("\" onload=\"")));
  EXPECT_THAT(html, Not(HasSubstr("{{")));
}

TEST(PageOfHostileText, ShowsItAsText) {
  const claimcheck::Run run = hostile_run();
  const ReviewedProject project(run);
  const std::string name = "<script>alert(3)</script>\" onload=\"x";
  const SeatedPage page(project, {name}, {kHostile, {}});
  const std::string id = run.reports[0].claim.id;
  page.call("/api/judge", {{"claim", id}, {"judgement", "supported"}, {"reason", "other"}, {"text", kHostile}});
  page.call("/api/comment", {{"claim", id}, {"text", kHostile}});
  for (const Report& report : run.reports) {
    const std::string address = claim_address(report.claim.id);
    ASSERT_THAT(address, HasSubstr("/claim/~"));
    expect_harmless(page.page(address));
  }
  for (const char* path : {"/", "/summary", "/help"}) expect_harmless(page.page(path));
  const std::string claim = page.page(claim_address(id));
  EXPECT_THAT(claim, HasSubstr(escape_html(kHostile).markup()));
  EXPECT_THAT(claim, HasSubstr(escape_html(name).markup()));
  expect_harmless(page.page("/", {{"q", kHostile}, {"tag", kHostile}}));
  expect_harmless(page.page("/claim/" + kHostile, {}, 404));
  expect_harmless(page.page("/" + kHostile, {}, 404));
}

TEST(PageOfHostileText, SaysItInJsonAndNothingElse) {
  const ReviewedProject project(hostile_run());
  const SeatedPage page(project, {"Anna Ito"});
  const HttpAnswer answer = page.post("/api/comment", R"({"claim": "<script>", "text": "x"})");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.content_type, "application/json; charset=utf-8");
}

}  // namespace
}  // namespace claimcheck
