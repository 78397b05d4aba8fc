#include <gtest/gtest.h>

#include <string>

#include "report/sample_run.h"
#include "report/writers.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t n = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++n;
  return n;
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// Every string of a run that comes from outside is `text`.
Run poisoned_run(const std::string& text) {
  claimcheck::Run run = sample_run();
  run.problems = {text};
  for (Report& report : run.reports) {
    report.claim.id += text;
    report.claim.text = text;
    report.problems = {text};
    report.status_reasons = {{ReasonCode::no_records, text}};
    if (report.claim.origin) report.claim.origin = ClaimOrigin{text, text, text, {0, 1}};
    if (report.verdict) {
      report.verdict->reasons = {{ReasonCode::no_records, text}};
      report.verdict->suggested_wording = text + " x";
    }
    for (ScopeDimension& dimension : report.appraisal.scope) {
      dimension.name = text;
      for (ScopeValue& value : dimension.values) value.value = text;
    }
    for (Flip& flip : report.appraisal.flips) flip.family = text;
    for (SilentCitation& citation : report.silent) citation.title = citation.why = text;
    for (ComplianceNote& note : report.compliance) {
      note = {text, text, text, text, text, text, text, text, note.span};
    }
    for (QueryRecord& query : report.queries) {
      query.text = query.source = query.date = query.translation = text;
      query.warnings = {text};
    }
    for (Finding& finding : report.findings) {
      finding.quote.text = finding.outcome = finding.family = text;
      finding.mismatches = {{text, text}};
      finding.excluded = text;
      finding.scope = {{text}, {text}, {text}, {text}, 5};
    }
    for (Citation& citation : report.citations) {
      citation.title = citation.vernacular_title = citation.doi = citation.journal.abbreviation = text;
      citation.journal.volume = citation.journal.pages = text;
      for (AbstractSection& section : citation.abstract) section.label = section.text = text + text;
      for (Author& author : citation.authors) author.last_name = text;
      citation.notices = {{NoticeKind::retraction_in, 5, text, text}};
    }
  }
  run.provenance.documents = {{text, text, 6}};
  run.provenance.tool_version = run.provenance.evidence_source = run.provenance.evidence_date = text;
  return run;
}

TEST(WriteHtml, EscapesEverythingThatComesFromOutside) {
  const std::string clean = write_html(poisoned_run("harmless"));
  for (const std::string evil : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
                                 "</style>", "</title>", "<!--", "&lt;script&gt;", "javascript:alert(1)"}) {
    const std::string html = write_html(poisoned_run(evil));
    // As many elements and attributes as with harmless text: nothing was read as markup.
    for (const std::string mark : {"<", ">", "\"", "'"})
      EXPECT_EQ(count(html, mark), count(clean, mark)) << evil << mark;
    EXPECT_FALSE(has(html, "<script") || has(html, "<img") || has(html, "href=\"javascript:")) << evil;
  }
}

TEST(WriteHtml, IsValidUtf8WhateverComesIn) {
  EXPECT_TRUE(is_valid_utf8(write_html(poisoned_run("bad \xFF\xC3 \x01 byte"))));
}

TEST(WriteHtml, RunsAndFetchesNothing) {
  const std::string html = write_html(sample_run());
  EXPECT_TRUE(has(html,
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                  "'unsafe-inline'; img-src data:"));
  for (const char* word : {"<script", "<link", "@import", "url(", "src=\"", " onclick", "<iframe", "<object"}) {
    EXPECT_FALSE(has(html, word)) << word;
  }
}

TEST(WriteHtml, LinksOnlyToPubMedToRulesAndWithinThePage) {
  const std::string html = write_html(sample_run());
  const std::size_t outside =
      count(html, "href=\"https://pubmed.ncbi.nlm.nih.gov/") + count(html, "href=\"https://codes.example/");
  EXPECT_EQ(count(html, "href=\""), outside + count(html, "href=\"#"));
  EXPECT_EQ(outside, count(html, "\" rel=\"noreferrer noopener\">"));
}

TEST(WriteHtml, MarksWhatASuggestionChangesForEyesAndForScreenReaders) {
  const std::string html = write_html(sample_run());
  EXPECT_TRUE(has(html,
                  "<bdi>Liver injury under veldoxine is <del><span class=\"unseen\">[removed: </span>rare<span "
                  "class=\"unseen\">]</span></del><ins><span class=\"unseen\">[added: </span>uncommon in the first "
                  "weeks<span class=\"unseen\">]</span></ins>.</bdi>"));
  EXPECT_TRUE(has(html, "<bdi>In a trial of eight weeks (n = 460) no"));
}

TEST(WriteHtml, EscapesWhatASuggestionChanges) {
  claimcheck::Run run = sample_run();
  run.reports[5].claim.text = "Liver injury under veldoxine is <b>rare</b>.";
  run.reports[5].verdict->suggested_wording = "Liver injury under veldoxine is <i>rare</i>.";
  const std::string html = write_html(run);
  EXPECT_FALSE(has(html, "<b>rare") || has(html, "<i>rare"));
  EXPECT_GE(count(html, "<del>"), 1U);
}

TEST(WriteHtml, ShowsAdvertisingRulesBehindTheEvidence) {
  const std::string html = write_html(sample_run());
  const std::size_t block = html.find("Advertising rules this wording may fall under (not legal advice)</h4>");
  ASSERT_NE(block, std::string::npos);
  EXPECT_GT(block, html.find("Silent: 4 abstracts"));
  EXPECT_TRUE(has(html, "<strong>Example Code of Advertising, 6.4</strong>: <bdi>“no long-term organ damage”</bdi>."));
  EXPECT_EQ(count(html, "<aside class=\"rules\""), 2U);
}

TEST(WriteHtml, LinksNoRuleToAnUnsafeAddress) {
  claimcheck::Run run = sample_run();
  run.reports[0].compliance[0].source = "javascript:alert(1)";
  EXPECT_FALSE(has(write_html(run), "href=\"javascript"));
}

TEST(WriteHtml, ShowsWhatStandsAroundTheVerdict) {
  const std::string html = write_html(sample_run());
  EXPECT_TRUE(has(html,
                  "<p class=\"hangs\">One study makes the difference: without <a "
                  "href=\"https://pubmed.ncbi.nlm.nih.gov/90000002/\" "
                  "rel=\"noreferrer noopener\">PMID&nbsp;90000002</a> the tag would be unsupported.</p>"));
  EXPECT_EQ(count(html, "<section class=\"need\""), 1U);
  EXPECT_TRUE(has(html, "<p>The wording allows at most 1 in 1,000. What was shown leaves room for 1 in 153.</p>"));
  EXPECT_TRUE(has(html, "<rect class=\"part\" width=\"15.3%\""));
  EXPECT_TRUE(has(html,
                  "<th scope=\"row\"><span class=\"named\">oral</span><span class=\"unseen\"> (the claim names "
                  "it)</span></th><td class=\"for\">1 <span aria-hidden=\"true\">●</span></td>"));
  EXPECT_TRUE(has(html, "<td class=\"against\">5 <span aria-hidden=\"true\">◇◇◇◇◇</span></td>"));
  EXPECT_TRUE(
      has(html, "<strong>Tried to break it</strong>: 1 further query, 14 records read, 8 hits (6 weighed).</p>"));
  EXPECT_TRUE(has(html, "<strong>Came to nothing: no record found.</strong>"));
  EXPECT_TRUE(has(html, "<span class=\"label alarm\">Concludes more than its results show</span>"));
}

TEST(WriteHtml, CutsNoListWithoutSayingSo) {
  claimcheck::Run run = sample_run();
  Report& report = run.reports[0];
  for (Pmid pmid = 1; pmid <= 30; ++pmid) {
    report.silent.push_back({pmid, "Old record", 1990, "no result on the outcome"});
    report.appraisal.scope[0].values.push_back({"route " + std::to_string(pmid), false, 20, 0});
    Finding neither = report.findings.back();
    neither.pmid = pmid;
    report.findings.push_back(neither);
  }
  const std::string html = write_html(run);
  EXPECT_TRUE(has(html, "Showing 20 of 34; the others, in full in the JSON report: PMID 14, 13, 12,"));
  EXPECT_TRUE(has(html, "<bdi>Silent record 90000204</bdi> (2019) "));
  EXPECT_TRUE(has(html, "Showing 8 of 32; the others in the JSON report."));
  EXPECT_TRUE(has(html, "Showing 10 of 31; the others, in full in the JSON report: PMID 10, 11,"));
  EXPECT_TRUE(has(html, "20 <span aria-hidden=\"true\">●●●●●●●●●●●●+</span>"));
}

TEST(WriteHtml, EveryInnerLinkHasItsTarget) {
  const std::string html = write_html(sample_run());
  std::size_t links = 0;
  for (std::size_t at = html.find("href=\"#"); at != std::string::npos; at = html.find("href=\"#", at + 1)) {
    const std::size_t begin = at + 7;
    const std::string id = html.substr(begin, html.find('"', begin) - begin);
    EXPECT_EQ(count(html, " id=\"" + id + "\""), 1U) << id;
    ++links;
  }
  EXPECT_GT(links, 12U);
}

TEST(WriteHtml, PutsBannerAndProblemsBeforeTheTitle) {
  const std::string html = write_html(sample_run());
  EXPECT_LT(html.find("Demonstration only."), html.find("<h1>"));
  EXPECT_LT(html.find("429 Too Many Requests"), html.find("<h1>"));
}

TEST(WriteHtml, SaysHowManyOfASideItShows) {
  const std::string html = write_html(sample_run());
  EXPECT_TRUE(has(html, "Showing 5 of 8, strongest first."));
  EXPECT_TRUE(has(html, "Show the other 3"));
}

TEST(WriteHtml, StrikesRetractedQuotesThrough) {
  const std::string html = write_html(sample_run());
  EXPECT_TRUE(has(html, "<s>Nine of ten users died of hepatitis within a month.</s>"));
  EXPECT_TRUE(has(html, "<span class=\"label alarm\">Retracted</span>"));
}

TEST(WriteHtml, NamesTheCountsInTheTextOfThePicture) {
  EXPECT_TRUE(
      has(write_html(sample_run()),
          "Tags of 6 claims: 1 supported, 2 contested, 1 unsupported, 1 not assessed, 1 could not check</title>"));
}

TEST(WriteHtml, FoldsLongQueriesAndCutsVeryLongOnes) {
  claimcheck::Run run = sample_run();
  EXPECT_FALSE(has(write_html(run), "class=\"long-query\""));
  run.reports[0].queries[0].text = "<" + std::string(1000, 'q');
  EXPECT_TRUE(has(write_html(run), "<code>&lt;" + std::string(1000, 'q') + "</code></details>"));
  run.reports[0].queries[0].text = "<" + std::string(40000, 'q');
  const std::string html = write_html(run);
  EXPECT_TRUE(has(html, "<details class=\"long-query\"><summary>40001 characters, begins: <code>&lt;qqq"));
  EXPECT_TRUE(has(html, "…</code> (in full in the JSON report)</details>"));
  EXPECT_FALSE(has(html, std::string(2001, 'q')));
}

TEST(WriteHtml, WritesAPageForNoClaims) {
  const std::string html = write_html(claimcheck::Run{});
  EXPECT_TRUE(has(html, "No claims were given."));
  EXPECT_FALSE(has(html, "<svg"));
}

TEST(WriteHtml, LeavesNoFieldOpen) {
  EXPECT_FALSE(has(write_html(sample_run()), "{{"));
}

TEST(WriteHtml, ClosesEveryElement) {
  const std::string html = write_html(sample_run());
  for (const std::string name :
       {"article",    "section", "caption", "tbody", "desc", "text", "details", "summary", "table",  "tr",   "td",
        "th",         "li",      "ol",      "ul",    "p",    "del",  "ins",     "aside",   "strong", "span", "a",
        "blockquote", "mark",    "s",       "svg",   "g",    "div",  "dl",      "nav",     "main"}) {
    EXPECT_EQ(count(html, "<" + name + ">") + count(html, "<" + name + " "), count(html, "</" + name + ">")) << name;
  }
}

}  // namespace
}  // namespace claimcheck
