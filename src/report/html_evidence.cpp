#include "report/html_evidence.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "report/ama.h"
#include "report/appraisal_words.h"
#include "report/assets.h"
#include "report/quote_context.h"
#include "report/sides.h"
#include "report/words.h"

namespace claimcheck {
namespace {

constexpr std::size_t kShownNeither = 10;

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
  if (!finding.retracted && citation != nullptr && is_retracted(*citation)) labels += write_label("alarm", "Retracted");
  for (const FindingFlag& flag : list_warnings(finding)) labels += write_label(flag.alarm ? "alarm" : "", flag.words);
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
  for (const ScopeFact& fact : list_scope(finding.scope)) add_fact(facts, fact.axis, fact.words);
  add_fact(facts, "Directness", word_for(finding.directness));
  add_fact(facts, "Certainty", describe_rating(finding));
  for (const std::string_view strength : list_strengths(finding)) add_fact(facts, "Strength", strength);
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

Html write_finding(const Finding& finding, const Citation* citation, const AddToFinding& add) {
  const FindingExtras extras = add ? add(finding) : FindingExtras{};
  const QuoteContext context = quote_context(citation, finding.quote);
  const AmaReference reference = citation != nullptr ? format_ama(*citation) : AmaReference{};
  Html notes = write_notes(finding);
  notes += write_notices(citation);
  return fill(asset_finding_html(),
              {{"state", why_not_weighed(finding).empty() ? "" : " set-aside"},
               {"attributes", extras.attributes},
               {"below", extras.below},
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

Html write_findings(const Report& report, const std::vector<const Finding*>& findings, const AddToFinding& add) {
  Html items;
  for (const Finding* finding : findings) items += write_finding(*finding, cited_by(report, *finding), add);
  return fill_line(R"(<ol class="findings">
{{items}}</ol>)",
                   {{"items", items}});
}

// The first kShownPerSide, then the others folded.
Html write_capped(const Report& report, const std::vector<const Finding*>& side, const AddToFinding& add) {
  if (side.size() <= kShownPerSide) return write_findings(report, side, add);
  const auto cap = side.begin() + static_cast<std::ptrdiff_t>(kShownPerSide);
  Html html = fill_line(R"(<p class="cap">Showing {{shown}} of {{all}}, strongest first.</p>)",
                        {{"shown", std::to_string(kShownPerSide)}, {"all", std::to_string(side.size())}});
  html += write_findings(report, {side.begin(), cap}, add);
  html += fill_line(
      R"(<details class="more"><summary>Show the other {{rest}}</summary>
{{findings}}</details>)",
      {{"rest", std::to_string(side.size() - kShownPerSide)},
       {"findings", write_findings(report, {cap, side.end()}, add)}});
  return html;
}

Html write_certainty(const Report& report, Stance stance) {
  if (!report.verdict) return {};
  const Verdict& verdict = *report.verdict;
  return fill_line(
      R"(<p class="certainty">Certainty of this evidence, taken together: <strong>{{words}}</strong></p>)",
      {{"words", word_for(stance == Stance::supports ? verdict.certainty_for : verdict.certainty_against)}});
}

Html write_side(const Report& report, Stance stance, const std::vector<const Finding*>& side, const AddToFinding& add) {
  const StudyCounts studies = count_studies(report);
  Html findings(R"(<p class="nothing">Nothing was found on this side.</p>)");
  if (!side.empty()) {
    findings = write_certainty(report, stance);
    findings += write_capped(report, side, add);
  }
  return fill_line(R"(<section class="side">
<h4>{{name}} <span class="count">{{studies}}</span></h4>
{{findings}}</section>)",
                   {{"name", stance == Stance::supports ? "For" : "Against"},
                    {"studies", count_words(stance == Stance::supports ? studies.supporting : studies.opposing,
                                            "study weighed", "studies weighed")},
                    {"findings", findings}});
}

}  // namespace

Html link_pmid(Pmid pmid) {
  return fill(R"(<a href="https://pubmed.ncbi.nlm.nih.gov/{{pmid}}/" rel="noreferrer noopener">PMID&nbsp;{{pmid}}</a>)",
              {{"pmid", std::to_string(pmid)}});
}

Html write_rest_html(std::size_t shown, std::size_t all, const std::vector<Pmid>& others) {
  return fill_line(
      R"(<p class="cap">Showing {{shown}} of {{all}}; the others, in full in the JSON report: PMID {{others}}.</p>)",
      {{"shown", std::to_string(shown)},
       {"all", std::to_string(all)},
       {"others", fmt::format("{}", fmt::join(others, ", "))}});
}

Html write_sides_html(const Report& report, const AddToFinding& add) {
  const Sides sides = split_sides(report);
  if (sides.supporting.empty() && sides.opposing.empty()) {
    if (!report.verdict) return {};
    return Html(R"(<p class="nothing">No abstract that was read speaks for or against this claim.</p>)");
  }
  return fill_line(R"(<div class="sides">
{{for}}{{against}}</div>)",
                   {{"for", write_side(report, Stance::supports, sides.supporting, add)},
                    {"against", write_side(report, Stance::opposes, sides.opposing, add)}});
}

// Those beyond the cap are named: the JSON report has them in full.
Html write_inconclusive_html(const Report& report, const AddToFinding& add) {
  std::vector<const Finding*> findings = split_sides(report).inconclusive;
  if (findings.empty()) return {};
  const std::string count = count_words(findings.size(), "finding speaks neither way", "findings speak neither way");
  Html rest;
  if (findings.size() > kShownNeither) {
    std::vector<Pmid> others;
    for (std::size_t i = kShownNeither; i < findings.size(); ++i) others.push_back(findings[i]->pmid);
    rest = write_rest_html(kShownNeither, findings.size(), others);
    findings.resize(kShownNeither);
  }
  return fill_line(R"(<details><summary>Inconclusive: {{count}}</summary>
{{rest}}{{findings}}</details>)",
                   {{"count", count}, {"rest", rest}, {"findings", write_findings(report, findings, add)}});
}

}  // namespace claimcheck
