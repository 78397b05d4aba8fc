#include "report/html_evidence.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "report/ama.h"
#include "report/assets.h"
#include "report/quote_context.h"
#include "report/sides.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kUnfoldedQuery = 600;  // bytes
constexpr std::size_t kQueryStart = 90;      // columns

// How the quote of a side is underlined, so that colour alone never tells.
std::string_view mark_class(Stance stance) {
  if (stance == Stance::supports) return "for";
  return stance == Stance::opposes ? "against" : "neither";
}

Html write_label(std::string_view style, std::string_view text) {
  return fill(R"(<span class="label {{style}}">{{text}}</span> )", {{"style", style}, {"text", text}});
}

// What a reader must know before the quote.
Html write_labels(const Finding& finding, const Citation* citation) {
  Html labels;
  const bool retracted = finding.retracted || (citation != nullptr && is_retracted(*citation));
  if (retracted) labels += write_label("alarm", "Retracted");
  if (finding.concern) labels += write_label("alarm", "Expression of concern");
  if (finding.preprint) labels += write_label("", "Preprint");
  if (finding.risk_of_bias) labels += write_label("", "Risk of bias");
  if (citation != nullptr && citation->title_translated) labels += write_label("", "Title translated");
  if (citation != nullptr && citation->digest) labels += write_label("", "Digest, not the published abstract");
  return labels.empty() ? labels : fill_line(R"(<p class="labels">{{labels}}</p>)", {{"labels", labels}});
}

void add_fact(Html& facts, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  facts += fill(R"(<span class="fact"><span class="unseen">{{name}}: </span>{{value}}</span>)",
                {{"name", name}, {"value", value}});
}

Html write_facts(const Finding& finding, const Citation* citation) {
  Html facts;
  add_fact(facts, "Design", word_for(finding.design));
  add_fact(facts, "Participants", finding.sample_size ? fmt::format("n = {}", *finding.sample_size) : "");
  add_fact(facts, "Year", finding.year > 0 ? std::to_string(finding.year) : "");
  add_fact(facts, "Journal", citation != nullptr ? journal_name(*citation) : "");
  add_fact(facts, "Setting", word_for(finding.setting));
  add_fact(facts, "Directness", word_for(finding.directness));
  return facts;
}

Html write_notes(const Finding& finding) {
  Html notes;
  const std::string why = why_not_weighed(finding);
  if (!why.empty()) notes += fill_line(R"(<p class="note"><strong>Not weighed</strong>: {{why}}</p>)", {{"why", why}});
  for (const SlotMismatch& mismatch : finding.mismatches) {
    notes += fill_line(R"(<p class="note">Differs in {{slot}}: {{why}}</p>)",
                       {{"slot", mismatch.slot}, {"why", mismatch.why}});
  }
  return notes;
}

Html write_notice(const Notice& notice) {
  return fill(R"(<strong>{{word}}</strong>{{source}}{{link}})",
              {{"word", word_for(notice.kind)},
               {"source", notice.source.empty() ? "" : ": " + notice.source},
               {"link", notice.pmid == 0 ? Html() : fill(" {{link}}", {{"link", link_pmid(notice.pmid)}})}});
}

// Warnings stand open; comments and other related records are folded.
Html write_notices(const Citation* citation) {
  Html warnings;
  if (citation == nullptr) return warnings;
  Html others;
  std::size_t count = 0;
  for (const Notice& notice : citation->notices) {
    if (word_for(notice.kind).empty()) continue;
    if (is_warning(notice.kind)) {
      warnings += fill_line(R"(<p class="note">{{notice}}</p>)", {{"notice", write_notice(notice)}});
    } else {
      others += fill_line("<li>{{notice}}</li>", {{"notice", write_notice(notice)}});
      ++count;
    }
  }
  if (count == 0) return warnings;
  warnings += fill_line(
      R"(<details class="related"><summary>{{count}}</summary>
<ul>
{{others}}</ul>
</details>)",
      {{"count", count_words(count, "comment or related record", "comments and related records")}, {"others", others}});
  return warnings;
}

Html write_quote(const Finding& finding) {
  const Html words = escape_html(finding.quote.text);
  return fill(R"(<mark class="{{class}}">{{words}}</mark>)",
              {{"class", mark_class(finding.stance)},
               {"words", finding.retracted ? fill("<s>{{words}}</s>", {{"words", words}}) : words}});
}

Html write_finding(const Finding& finding, const Citation* citation) {
  const QuoteContext context = quote_context(citation, finding.quote);
  const AmaReference reference = citation != nullptr ? format_ama(*citation) : AmaReference{};
  Html notes = write_notes(finding);
  notes += write_notices(citation);
  return fill(asset_finding_html(),
              {{"state", why_not_weighed(finding).empty() ? "" : " set-aside"},
               {"labels", write_labels(finding, citation)},
               {"pmid", std::to_string(finding.pmid)},
               {"section", context.label.empty()
                               ? Html()
                               : fill(R"(<span class="section">{{label}}</span> )", {{"label", context.label}})},
               {"before", words_before(context)},
               {"quote", write_quote(finding)},
               {"after", words_after(context)},
               {"facts", write_facts(finding, citation)},
               {"notes", notes},
               {"before_journal", reference.before},
               {"journal", reference.journal},
               {"after_journal", reference.after}});
}

Html write_findings(const Report& report, const std::vector<const Finding*>& findings) {
  Html items;
  for (const Finding* finding : findings) items += write_finding(*finding, cited_by(report, *finding));
  return fill_line(R"(<ol class="findings">
{{items}}</ol>)",
                   {{"items", items}});
}

// The first kShownPerSide, then the others folded.
Html write_capped(const Report& report, const std::vector<const Finding*>& side) {
  if (side.size() <= kShownPerSide) return write_findings(report, side);
  const auto cap = side.begin() + static_cast<std::ptrdiff_t>(kShownPerSide);
  Html html = fill_line(R"(<p class="cap">Showing {{shown}} of {{all}}, strongest first.</p>)",
                        {{"shown", std::to_string(kShownPerSide)}, {"all", std::to_string(side.size())}});
  html += write_findings(report, {side.begin(), cap});
  html += fill_line(
      R"(<details class="more"><summary>Show the other {{rest}}</summary>
{{findings}}</details>)",
      {{"rest", std::to_string(side.size() - kShownPerSide)}, {"findings", write_findings(report, {cap, side.end()})}});
  return html;
}

Html write_certainty(const Report& report, Stance stance) {
  if (!report.verdict) return {};
  const Verdict& verdict = *report.verdict;
  return fill_line(
      R"(<p class="certainty">Certainty of this evidence: <strong>{{words}}</strong></p>)",
      {{"words", word_for(stance == Stance::supports ? verdict.certainty_for : verdict.certainty_against)}});
}

Html write_side(const Report& report, Stance stance, const std::vector<const Finding*>& side) {
  const StudyCounts studies = count_studies(report);
  Html findings(R"(<p class="nothing">Nothing was found on this side.</p>)");
  if (!side.empty()) {
    findings = write_certainty(report, stance);
    findings += write_capped(report, side);
  }
  return fill_line(R"(<section class="side">
<h4>{{name}} <span class="count">{{studies}}</span></h4>
{{findings}}</section>)",
                   {{"name", stance == Stance::supports ? "For" : "Against"},
                    {"studies", count_words(stance == Stance::supports ? studies.supporting : studies.opposing,
                                            "study weighed", "studies weighed")},
                    {"findings", findings}});
}

Html write_warnings(const QueryRecord& query) {
  Html warnings;
  for (const std::string& warning : query.warnings) {
    warnings += fill(R"(<p class="note">{{warning}}</p>)", {{"warning", warning}});
  }
  if (!query.complete) warnings += Html(R"(<p class="note"><strong>This search did not complete.</strong></p>)");
  return warnings;
}

// Long queries are folded, on paper too; the JSON report has them in full.
Html write_query_text(const std::string& text) {
  Html code = fill("<code>{{text}}</code>", {{"text", text}});
  if (text.size() <= kUnfoldedQuery) return code;
  return fill(
      R"(<details class="long-query"><summary>{{size}} characters, begins: <code>{{start}}</code></summary>{{code}}</details>)",
      {{"size", std::to_string(count_code_points(repair_utf8(text)))},
       {"start", shorten(to_line(text), kQueryStart)},
       {"code", code}});
}

Html write_query_row(const QueryRecord& query) {
  std::string source = query.source;
  if (!source.empty() && !query.date.empty()) source += ", ";
  return fill_line(R"(<tr role="row">
<td role="cell" data-label="Aim">{{aim}}</td>
<td role="cell" data-label="Query as run">{{text}}{{warnings}}</td>
<td role="cell" class="number" data-label="Found">{{found}}</td>
<td role="cell" class="number" data-label="Taken">{{taken}}</td>
<td role="cell" class="number" data-label="Read">{{read}}</td>
<td role="cell" data-label="Source and date">{{source}}</td>
</tr>)",
                   {{"aim", word_for(query.aim)},
                    {"text", write_query_text(query.text)},
                    {"warnings", write_warnings(query)},
                    {"found", std::to_string(query.found)},
                    {"taken", query.taken < query.found ? fmt::format("top {}", query.taken) : "all"},
                    {"read", std::to_string(query.read)},
                    {"source", source + query.date}});
}

}  // namespace

Html link_pmid(Pmid pmid) {
  return fill(R"(<a href="https://pubmed.ncbi.nlm.nih.gov/{{pmid}}/" rel="noreferrer noopener">PMID&nbsp;{{pmid}}</a>)",
              {{"pmid", std::to_string(pmid)}});
}

Html write_sides_html(const Report& report) {
  const Sides sides = split_sides(report);
  if (sides.supporting.empty() && sides.opposing.empty()) {
    if (!report.verdict) return {};
    return Html(R"(<p class="nothing">No abstract that was read speaks for or against this claim.</p>)");
  }
  return fill_line(R"(<div class="sides">
{{for}}{{against}}</div>)",
                   {{"for", write_side(report, Stance::supports, sides.supporting)},
                    {"against", write_side(report, Stance::opposes, sides.opposing)}});
}

Html write_inconclusive_html(const Report& report) {
  const std::vector<const Finding*> findings = split_sides(report).inconclusive;
  if (findings.empty()) return {};
  return fill_line(R"(<details><summary>Inconclusive: {{count}}</summary>
{{findings}}</details>)",
                   {{"count", count_words(findings.size(), "finding speaks neither way", "findings speak neither way")},
                    {"findings", write_findings(report, findings)}});
}

Html write_search_html(const Report& report) {
  if (report.queries.empty()) return {};
  Html rows;
  std::size_t counter = 0;
  std::size_t found = 0;
  std::size_t taken = 0;
  std::size_t read = 0;
  for (const QueryRecord& query : report.queries) {
    rows += write_query_row(query);
    counter += query.aim == QueryAim::counter ? 1 : 0;
    found += query.found;
    taken += query.taken;
    read += query.read;
  }
  return fill_line(
      R"(<details><summary>Search: {{queries}}, {{counter}} of them against the claim;
{{found}} found, {{taken}}{{read}} read</summary>
<table class="queries" role="table">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Aim</th>
<th role="columnheader" scope="col">Query as run</th>
<th role="columnheader" scope="col" class="number">Found</th>
<th role="columnheader" scope="col" class="number">Taken</th>
<th role="columnheader" scope="col" class="number">Read</th>
<th role="columnheader" scope="col">Source and date</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>
</details>)",
      {{"queries", count_words(report.queries.size(), "query", "queries")},
       {"counter", std::to_string(counter)},
       {"found", count_words(found, "record", "records")},
       {"taken", taken < found ? fmt::format("the top {} taken, ", taken) : ""},
       {"read", std::to_string(read)},
       {"rows", rows}});
}

Html write_silent_html(const Report& report) {
  if (report.silent.empty()) return {};
  Html items;
  for (const SilentCitation& citation : report.silent) {
    items += fill_line("<li>{{link}}</li>", {{"link", link_pmid(citation.pmid)}});
  }
  return fill_line(R"(<details><summary>Silent: {{count}} read, nothing said on this claim</summary>
<ul class="pmids">
{{items}}</ul>
</details>)",
                   {{"count", count_words(report.silent.size(), "abstract", "abstracts")}, {"items", items}});
}

}  // namespace claimcheck
