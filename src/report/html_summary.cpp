#include "report/html_summary.h"

#include <fmt/core.h>

#include <array>
#include <string>
#include <string_view>

#include "report/counts.h"
#include "report/html_claim.h"
#include "report/html_decision.h"
#include "report/html_error_card.h"
#include "report/sides.h"
#include "report/words.h"

namespace claimcheck {
namespace {

struct CountEntry {
  std::string_view style;
  std::string_view icon;
  std::string_view name;
  std::size_t count;
};

std::array<CountEntry, 5> list_counts(const ClaimCounts& counts) {
  return {{{"supported", "✓", "supported", counts.supported},
           {"contested", "≷", "contested", counts.contested},
           {"unsupported", "✕", "unsupported", counts.unsupported},
           {"unchecked", "–", "not assessed", counts.not_assessed},
           {"unchecked failed", "–", "could not check", counts.could_not_check}}};
}

// Segments narrower than this share of the bar carry no figure; it would not fit at 320 px.
constexpr double kLabelledShare = 0.12;

Html write_segment(const CountEntry& entry, double begin, double share) {
  const Html label = share < kLabelledShare ? Html()
                                            : fill(R"(<text x="{{middle}}%" y="50%">{{icon}} {{count}}</text>)",
                                                   {{"middle", fmt::format("{:.3f}", (begin + share / 2) * 100)},
                                                    {"icon", entry.icon},
                                                    {"count", std::to_string(entry.count)}});
  return fill_line(R"(<g class="{{style}}"><rect x="{{begin}}%" y="0" width="{{width}}%" height="100%"/>{{label}}</g>)",
                   {{"style", entry.style},
                    {"begin", fmt::format("{:.3f}", begin * 100)},
                    {"width", fmt::format("{:.3f}", share * 100)},
                    {"label", label}});
}

Html write_bar(const std::array<CountEntry, 5>& entries, std::size_t all) {
  if (all == 0) return {};
  Html segments;
  std::string words;
  double begin = 0;
  for (const CountEntry& entry : entries) {
    if (!words.empty()) words += ", ";
    words += fmt::format("{} {}", entry.count, entry.name);
    if (entry.count == 0) continue;
    const double share = static_cast<double>(entry.count) / static_cast<double>(all);
    segments += write_segment(entry, begin, share);
    begin += share;
  }
  return fill_line(R"(<svg class="bar" role="img" aria-labelledby="bar-title" width="100%" height="36">
<title id="bar-title">Tags of {{all}}: {{words}}</title>
{{segments}}</svg>)",
                   {{"all", count_words(all, "claim", "claims")}, {"words", words}, {"segments", segments}});
}

Html write_count(const CountEntry& entry) {
  return fill_line(
      R"(<li class="{{style}}"><span class="figure">{{count}}</span>
<span class="tag {{style}}"><span aria-hidden="true">{{icon}}</span> {{name}}</span></li>)",
      {{"style", entry.style}, {"count", std::to_string(entry.count)}, {"icon", entry.icon}, {"name", entry.name}});
}

Html write_index_row(const Run& run, const Report& report) {
  const StudyCounts studies = count_studies(report);
  const std::vector<Reason>& reasons = reasons_of(report);
  return fill_line(R"(<tr role="row">
<th role="rowheader" scope="row"><a href="#{{anchor}}">{{id}}</a></th>
<td role="cell" class="claim-text"><bdi>{{text}}</bdi></td>
<td role="cell" class="tag-cell" data-label="Tag">{{mark}}</td>
{{decision}}<td role="cell" class="number" data-label="For">{{for}}</td>
<td role="cell" class="number" data-label="Against">{{against}}</td>
<td role="cell" class="lead">{{lead}}</td>
</tr>)",
                   {{"anchor", anchor_of(report.claim.id)},
                    {"id", report.claim.id},
                    {"text", report.claim.text},
                    {"mark", write_mark_html(report)},
                    {"decision", write_decision_cell_html(run, report)},
                    {"for", std::to_string(studies.supporting)},
                    {"against", std::to_string(studies.opposing)},
                    {"lead", reasons.empty() ? "" : reasons.front().text}});
}

Html write_index_table(const Run& run, const DocumentGroup& group) {
  const bool decided = run.review && !run.review->reviewers.empty();
  Html rows;
  for (const Report* report : group.reports) rows += write_index_row(run, *report);
  return fill_line(
      R"(<table class="index{{decided}}" role="table">
<caption>{{name}} <span class="count">{{claims}}</span></caption>
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">ID</th>
<th role="columnheader" scope="col">Claim</th>
<th role="columnheader" scope="col">Tag</th>
{{decision}}<th role="columnheader" scope="col" class="number">For</th>
<th role="columnheader" scope="col" class="number">Against</th>
<th role="columnheader" scope="col">Lead reason</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>)",
      {{"decided", decided ? " decided" : ""},
       {"decision", decided ? fill_line(R"(<th role="columnheader" scope="col">Decision</th>)", {}) : Html()},
       {"name", group.name.empty() ? "Claims" : group.name},
       {"claims", count_words(group.reports.size(), "claim", "claims")},
       {"rows", rows}});
}

void add_entry(Html& list, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  list += fill_line("<div><dt>{{name}}</dt><dd>{{value}}</dd></div>", {{"name", name}, {"value", value}});
}

Html write_documents(const Provenance& provenance) {
  Html items;
  for (const InputDocument& document : provenance.documents) {
    items += fill_line(R"(<li><bdi>{{name}}</bdi>, {{claims}}<br><span class="hash">SHA-256 {{hash}}</span></li>)",
                       {{"name", document.name},
                        {"claims", count_words(document.claims, "claim", "claims")},
                        {"hash", document.sha256}});
  }
  if (items.empty()) return items;
  return fill_line(R"(<div><dt>Documents</dt><dd><ul class="documents">
{{items}}</ul></dd></div>)",
                   {{"items", items}});
}

}  // namespace

Html write_banners_html(const Run& run) {
  Html banners;
  const std::string digest = digest_banner(run);
  if (!digest.empty()) {
    banners += fill_line(R"(<p class="banner" role="note"><strong>Demonstration only.</strong> {{text}}</p>)",
                         {{"text", digest}});
  }
  const std::vector<ProblemLine> problems = collect_problems(run);
  if (problems.empty()) return banners;
  Html items;
  for (const ProblemLine& problem : problems) {
    const std::string claims = name_claims(problem);
    items += fill_line("<li>{{claims}}{{text}}</li>",
                       {{"claims", claims.empty() ? Html() : fill("<strong>{{ids}}:</strong> ", {{"ids", claims}})},
                        {"text", problem.text}});
  }
  banners += fill_line(R"(<section class="banner problem-box" aria-label="Problems">
<p>{{title}}</p>
<ul>
{{items}}</ul>
</section>)",
                       {{"title", count_words(problems.size(), "problem", "problems")}, {"items", items}});
  return banners;
}

Html write_summary_html(const Run& run) {
  const ClaimCounts counts = count_claims(run);
  const std::array<CountEntry, 5> entries = list_counts(counts);
  Html items;
  for (const CountEntry& entry : entries) items += write_count(entry);
  items += fill_line(
      R"(<li class="review"><span class="figure">{{count}}</span> <span class="plain">not reviewed</span></li>)",
      {{"count", std::to_string(counts.not_reviewed)}});
  const Html people = write_decision_counts_html(run);
  return fill(
      R"(<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
{{bar}}{{title}}<ul class="counts">
{{items}}</ul>
{{people}}<p class="meaning">{{meaning}}</p>
</section>)",
      {{"bar", write_bar(entries, run.reports.size())},
       {"title", people.empty() ? people : Html("<h3 class=\"counts-name\">As the tool tags them</h3>\n")},
       {"items", items},
       {"people", people},
       {"meaning", kTagMeaning}});
}

Html write_index_html(const Run& run) {
  Html tables;
  for (const DocumentGroup& group : group_by_document(run)) tables += write_index_table(run, group);
  if (tables.empty()) tables = Html("<p>No claims were given.</p>");
  return fill(R"(<nav aria-labelledby="claims">
<h2 id="claims" tabindex="-1">Claims</h2>
{{tables}}</nav>)",
              {{"tables", tables}});
}

Html write_provenance_html(const Run& run) {
  const Provenance& provenance = run.provenance;
  Html list = write_documents(provenance);
  add_entry(list, "Evidence",
            provenance.evidence_source + (provenance.offline ? " (offline: nothing was asked of any server)" : ""));
  add_entry(list, "Newest search", provenance.evidence_date);
  add_entry(list, "Citations in the library",
            provenance.library_citations > 0 ? std::to_string(provenance.library_citations) : "");
  add_entry(list, "Digests cited", provenance.digest_citations > 0 ? std::to_string(provenance.digest_citations) : "");
  add_entry(list, "Tool", "claimcheck " + provenance.tool_version);
  add_entry(list, "Rules version", std::to_string(provenance.rules_version));
  add_entry(list, "Report schema version", std::to_string(provenance.schema_version));
  return fill(
      R"(<footer class="provenance">
<h2>About this report</h2>
<dl>
{{list}}</dl>
{{errors}}<p>{{disclaimer}}</p>
</footer>)",
      {{"list", list}, {"errors", write_error_card_html(error_card())}, {"disclaimer", kDisclaimer}});
}

}  // namespace claimcheck
