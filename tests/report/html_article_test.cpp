#include "report/html_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "report/html_cited.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kText = "Veldoxine eases pain & sleep.";

Document make_article() {
  Document article;
  article.name = "leaflet.md";
  article.sha256 = "ab";
  article.text = std::string("# Use\n\n") + kText + "\n";
  Block heading;
  heading.kind = BlockKind::heading;
  heading.level = 1;
  heading.text = "Use";
  Block paragraph;
  paragraph.text = kText;
  paragraph.section = "Use";
  Block menu;
  menu.kind = BlockKind::boilerplate;
  menu.text = "Book now";
  article.blocks = {heading, paragraph, menu};
  return article;
}

Report make_report(std::string id, Tag tag, Span words) {
  Report report;
  report.claim.id = std::move(id);
  report.claim.text = "Veldoxine eases something.";
  report.claim.origin = ClaimOrigin{"leaflet.md", "ab", "Use", {7 + words.begin, 7 + words.end}};
  Passage& passage = report.claim.passage.emplace();
  passage.block = 1;
  passage.words = words;
  passage.text = std::string(slice(kText, words));
  report.status = ClaimStatus::tagged;
  report.verdict.emplace().tag = tag;
  return report;
}

Run make_run() {
  Run run;
  run.articles.push_back(make_article());
  run.reports.push_back(make_report("C-01", Tag::supported, {0, 20}));
  run.reports.push_back(make_report("C-02", Tag::contested, {0, 28}));
  return run;
}

TEST(WriteArticlesHtml, MarksEachClaimInTheTextAndLinksItToItsCard) {
  const std::string html = write_articles_html(make_run()).markup();
  EXPECT_THAT(html, HasSubstr(R"(<span class="claimed contested">Veldoxine eases pain</span>)"));
  EXPECT_THAT(html, HasSubstr(R"(<span class="claimed contested"> &amp; sleep</span>)"));
  EXPECT_LT(html.find("C-01</a>"), html.find("&amp; sleep"));
  EXPECT_GT(html.find("C-02</a>"), html.find("&amp; sleep"));
  EXPECT_THAT(html, HasSubstr(" &amp; sleep</span>.<a ")) << "no mark comes between words and their full stop";
  const std::string page = write_html(make_run());
  const std::size_t link = html.find("href=\"#") + 7;
  EXPECT_THAT(page, HasSubstr("id=\"" + html.substr(link, html.find('"', link) - link) + '"'));
}

TEST(WriteArticlesHtml, KeepsHeadingsAndLeavesBoilerplateOut) {
  const std::string html = write_articles_html(make_run()).markup();
  EXPECT_THAT(html, HasSubstr(R"(role="heading" aria-level="3">Use</p>)"));
  EXPECT_THAT(html, Not(HasSubstr("Book now")));
}

TEST(WriteArticlesHtml, IsEmptyWithoutArticlesAndHarmlessForClaimsOfOtherDocuments) {
  claimcheck::Run run = make_run();
  run.reports[0].claim.origin->sha256 = "cd";
  run.reports[1].claim.passage->words = {20, 4000};
  const std::string html = write_articles_html(run).markup();
  EXPECT_THAT(html, Not(HasSubstr("C-01")));
  EXPECT_THAT(html, HasSubstr("sleep."));
  run.articles.clear();
  EXPECT_TRUE(write_articles_html(run).empty());
}

TEST(WriteCitedHtml, NamesSourceRecordAndStanding) {
  Report report;
  EXPECT_TRUE(write_cited_html(report).empty());
  CitedReading reading;
  reading.source.label = "[3] <Smith>";
  reading.standing = CitedStanding::opposes;
  reading.pmid = 12;
  reading.title = "Veldoxine and pain";
  reading.why = "Its abstract speaks against the claim.";
  report.cited.push_back(reading);
  const std::string html = write_cited_html(report).markup();
  EXPECT_THAT(html, HasSubstr("Speaks against it"));
  EXPECT_THAT(html, HasSubstr("[3] &lt;Smith&gt;"));
  EXPECT_THAT(html, HasSubstr("https://pubmed.ncbi.nlm.nih.gov/12/"));
}

}  // namespace
}  // namespace claimcheck
