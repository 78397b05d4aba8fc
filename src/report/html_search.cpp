#include "report/html_search.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/html_evidence.h"
#include "report/search_box.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kUnfoldedQuery = 600;  // bytes
constexpr std::size_t kQueryStart = 90;      // columns
constexpr std::size_t kShownQuery = 2000;    // columns
constexpr std::size_t kShownSilent = 20;     // of one reason

Html write_warnings(const QueryRecord& query) {
  Html warnings;
  for (const std::string& warning : query.warnings) {
    warnings += fill(R"(<p class="note">{{warning}}</p>)", {{"warning", warning}});
  }
  const std::string shortfall = describe_shortfall(query);
  if (!shortfall.empty()) {
    warnings += fill(R"(<p class="note"><strong>{{shortfall}}.</strong></p>)", {{"shortfall", capitalise(shortfall)}});
  }
  return warnings;
}

// Long queries are folded, on paper too, and very long ones cut: the JSON report has them in full.
Html write_query_text(const std::string& text) {
  if (text.size() <= kUnfoldedQuery) return fill("<code>{{text}}</code>", {{"text", text}});
  const bool cut = count_code_points(repair_utf8(text)) > kShownQuery;
  const Html code = fill("<code>{{text}}</code>{{rest}}", {{"text", cut ? shorten(to_line(text), kShownQuery) : text},
                                                           {"rest", cut ? " (in full in the JSON report)" : ""}});
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

Html write_box(const Report& report) {
  const std::string box = describe_search_box(count_search(report));
  if (box.empty()) return {};
  const std::size_t colon = box.find(':');
  return fill_line(R"(<p class="search-box"><strong>{{lead}}</strong>{{rest}}.</p>)",
                   {{"lead", capitalise(box.substr(0, colon))}, {"rest", box.substr(colon)}});
}

Html write_absences(const Report& report) {
  Html items;
  for (const std::string& sentence : state_absences(report)) {
    items += fill_line(R"(<p class="absence">{{sentence}}</p>)", {{"sentence", sentence}});
  }
  return items;
}

// Silent records with one reason.
struct SilentGroup {
  std::string why;
  std::vector<const SilentCitation*> citations;
};

// The most frequent reason first; within it the newest record.
std::vector<SilentGroup> group_silent(const Report& report) {
  std::vector<SilentGroup> groups;
  for (const SilentCitation& citation : report.silent) {
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const SilentGroup& g) { return g.why == citation.why; });
    if (group == groups.end()) group = groups.insert(group, {citation.why, {}});
    group->citations.push_back(&citation);
  }
  for (SilentGroup& group : groups) {
    std::stable_sort(group.citations.begin(), group.citations.end(),
                     [](const SilentCitation* a, const SilentCitation* b) {
                       return a->year != b->year ? a->year > b->year : a->pmid > b->pmid;
                     });
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const SilentGroup& a, const SilentGroup& b) { return a.citations.size() > b.citations.size(); });
  return groups;
}

Html write_silent_group(const SilentGroup& group) {
  const std::size_t shown = std::min(kShownSilent, group.citations.size());
  Html items;
  std::vector<Pmid> others;
  for (std::size_t i = 0; i < group.citations.size(); ++i) {
    const SilentCitation& citation = *group.citations[i];
    if (i >= shown) {
      others.push_back(citation.pmid);
      continue;
    }
    items += fill_line("<li><bdi>{{title}}</bdi> {{year}}{{link}}</li>",
                       {{"title", citation.title},
                        {"year", citation.year > 0 ? fmt::format("({}) ", citation.year) : ""},
                        {"link", link_pmid(citation.pmid)}});
  }
  return fill_line(R"(<p class="why">{{why}}: {{count}}</p>
{{rest}}<ul class="silent">
{{items}}</ul>)",
                   {{"why", capitalise(group.why)},
                    {"count", std::to_string(group.citations.size())},
                    {"rest", others.empty() ? Html() : write_rest_html(shown, group.citations.size(), others)},
                    {"items", items}});
}

}  // namespace

Html write_search_html(const Report& report) {
  if (report.queries.empty()) return {};
  Html rows;
  std::size_t found = 0;
  std::size_t taken = 0;
  for (const QueryRecord& query : report.queries) {
    rows += write_query_row(query);
    found += query.found;
    taken += query.taken;
  }
  Html search = write_box(report);
  search += fill_line(
      R"(<details><summary>The search in full: {{queries}}, {{found}} found, {{taken}}{{read}} read</summary>
{{absences}}<table class="queries" role="table">
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
       {"found", count_words(found, "record", "records")},
       {"taken", taken < found ? fmt::format("the top {} taken, ", taken) : ""},
       {"read", std::to_string(count_read(report))},
       {"absences", write_absences(report)},
       {"rows", rows}});
  return search;
}

Html write_silent_html(const Report& report) {
  if (report.silent.empty()) return {};
  Html groups;
  for (const SilentGroup& group : group_silent(report)) groups += write_silent_group(group);
  return fill_line(R"(<details><summary>Silent: {{count}} read, nothing said on this claim</summary>
{{groups}}</details>)",
                   {{"count", count_words(report.silent.size(), "abstract", "abstracts")}, {"groups", groups}});
}

}  // namespace claimcheck
