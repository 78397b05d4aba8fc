#include "review/page_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/counts.h"
#include "report/enum_words.h"
#include "report/html_claim.h"
#include "report/sides.h"
#include "report/words.h"
#include "review/claim_address.h"
#include "review/claim_progress.h"
#include "review/page_words.h"

namespace claimcheck {
namespace {

std::string_view label_of(FilterKind kind) {
  static constexpr EnumWords<FilterKind> labels{"Tool's tag", "Status",   "Judgement", "Between reviewers",
                                                "Notices",    "Evidence", "Section",   "Search"};
  return pick(labels, kind);
}

Html write_select(FilterKind kind, const ListFilter& filter, const std::vector<FilterChoice>& choices) {
  Html options(R"(<option value="">All</option>)");
  for (const FilterChoice& choice : choices) {
    options += fill(R"(<option value="{{value}}"{{selected}}>{{words}}</option>)",
                    {{"value", choice.value},
                     {"selected", Html(choice.value == filter.value(kind) ? " selected" : "")},
                     {"words", choice.words}});
  }
  return fill_line(
      R"(<p class="filter"><label for="filter-{{name}}">{{label}}</label> <select id="filter-{{name}}" name="{{name}}">{{options}}</select></p>)",
      {{"name", to_string(kind)}, {"label", label_of(kind)}, {"options", options}});
}

/// The same choices for browsers without scripts: forms are never sent (Content-Security-Policy: form-action).
Html write_filter_links(FilterKind kind, const std::vector<FilterChoice>& choices) {
  Html links;
  for (const FilterChoice& choice : choices) {
    links += fill(R"( <a href="/?{{name}}={{value}}">{{words}}</a>)",
                  {{"name", to_string(kind)}, {"value", encode_parameter(choice.value)}, {"words", choice.words}});
  }
  return fill_line(R"(<p class="filter-links">{{label}}:{{links}}</p>)", {{"label", label_of(kind)}, {"links", links}});
}

Html write_filters(const ReviewSession& session, const ReviewState& seen, const ListFilter& filter) {
  Html selects;
  Html links;
  for (const FilterKind kind : enum_values<FilterKind>()) {
    const std::vector<FilterChoice> choices = list_choices(kind, session, seen);
    if (choices.empty()) continue;
    selects += write_select(kind, filter, choices);
    links += write_filter_links(kind, choices);
  }
  return fill_line(R"(<form id="filters" class="filters" role="search" method="get" action="/">
<p class="filter search"><label for="filter-q">Search</label> <input type="search" id="filter-q" name="q" value="{{words}}" autocomplete="off" spellcheck="false"></p>
{{selects}}<p class="filter"><a id="filter-none" href="/">All claims</a></p>
</form>
<noscript>
{{links}}<p class="filter-links"><a href="/">All claims</a></p>
</noscript>)",
                   {{"words", filter.value(FilterKind::q)}, {"selects", selects}, {"links", links}});
}

Html write_opinion(const Report& report, const Opinion* opinion) {
  if (opinion == nullptr || (!opinion->judgement && !opinion->deferred)) {
    return Html(R"(<span class="not-yet">Not reviewed</span>)");
  }
  if (!opinion->judgement) return Html(R"(<span class="not-yet deferred">Deferred</span>)");
  Html words = write_judgement_html(*opinion->judgement);
  if (differs_from_rules(report, opinion)) words += Html(R"( <span class="detail differs">≠ the tool</span>)");
  return words;
}

Html write_comments_hint(const Report& report, const ReviewState& seen) {
  std::size_t count = 0;
  for (const Reviewer& each : seen.reviewers) {
    const Opinion* const opinion = seen.find(report.claim.id, each.name);
    if (opinion != nullptr) count += opinion->comments.size();
  }
  if (count == 0) return {};
  return fill(R"( <span class="detail comments">{{count}}</span>)",
              {{"count", count_words(count, "comment", "comments")}});
}

Html write_outcome(const ReviewOutcome& outcome) {
  Html kind = fill(R"(<span class="detail outcome-{{kind}}">{{words}}</span>)",
                   {{"kind", to_string(outcome.kind)}, {"words", phrase_for(outcome.kind)}});
  if (!outcome.judgement) return kind;
  Html words = write_judgement_html(*outcome.judgement);
  words += Html(" ");
  words += kind;
  return words;
}

/// Which columns there are beside those that every seat has.
struct Columns {
  bool own = true;
  bool outcome = false;
};

Columns columns_for(ReviewSession& session, const ReviewState& seen) {
  return {!session.seat().read_only, session.seat().read_only || (seen.reviewers.size() > 1 && !session.is_blinded())};
}

Html write_cell(std::string_view label, const Html& value) {
  return fill_line(R"(<td role="cell" class="tag-cell" data-label="{{label}}">{{value}}</td>)",
                   {{"label", label}, {"value", value}});
}

Html write_row(const ReviewSession& session, const ReviewState& seen, const Columns& columns, const Report& report,
               const std::string& query) {
  const StudyCounts studies = count_studies(report);
  Html cells = write_cell("Tool's tag", write_mark_html(report));
  if (columns.own) {
    Html own = write_opinion(report, seen.find(report.claim.id, session.seat().name));
    own += write_comments_hint(report, seen);
    cells += write_cell("Your judgement", own);
  }
  if (columns.outcome) cells += write_cell("Outcome", write_outcome(outcome_of(seen, report.claim.id)));
  const std::string section = report.claim.origin ? report.claim.origin->section : std::string();
  return fill_line(
      R"(<tr role="row" id="{{anchor}}" data-claim="{{id}}" data-status="{{status}}">
<th role="rowheader" scope="row"><a class="to-claim" href="{{address}}">{{id}}</a></th>
<td role="cell" class="claim-text"><bdi>{{text}}</bdi>{{section}}</td>
{{cells}}<td role="cell" class="number" data-label="For">{{for}}</td>
<td role="cell" class="number" data-label="Against">{{against}}</td>
</tr>)",
      {{"anchor", anchor_of(report.claim.id)},
       {"id", report.claim.id},
       {"status", to_string(progress_on(seen, session.seat(), report.claim.id))},
       {"address", claim_address(report.claim.id) + query},
       {"text", report.claim.text},
       {"section",
        section.empty() ? Html() : fill(R"( <span class="of-section">{{section}}</span>)", {{"section", section}})},
       {"cells", cells},
       {"for", std::to_string(studies.supporting)},
       {"against", std::to_string(studies.opposing)}});
}

Html write_head(std::string_view words) {
  return fill_line(R"(<th role="columnheader" scope="col">{{words}}</th>)", {{"words", words}});
}

Html write_table(ReviewSession& session, const ReviewState& seen, const ListFilter& filter) {
  const std::vector<const Report*> shown = filter.select(session, seen);
  const Columns columns = columns_for(session, seen);
  const std::string query = filter.address();
  Html rows;
  for (const Report* report : shown) rows += write_row(session, seen, columns, *report, query);
  Html heads = write_head("Tool's tag");
  if (columns.own) heads += write_head("Your judgement");
  if (columns.outcome) heads += write_head("Outcome");
  const std::size_t all = session.run().reports.size();
  const std::string count = shown.size() == all
                                ? count_words(all, "claim", "claims")
                                : fmt::format("{} of {}", shown.size(), count_words(all, "claim", "claims"));
  return fill_line(
      R"(<section id="list" aria-labelledby="count" data-shown="{{shown}}" data-all="{{all}}">
<p id="count" class="count-line">{{count}}</p>
{{table}}</section>)",
      {{"shown", std::to_string(shown.size())},
       {"all", std::to_string(all)},
       {"count", count},
       {"table", shown.empty() ? Html("<p class=\"nothing\">No claim fits these filters. <a "
                                      "href=\"/\">Show all claims</a></p>\n")
                               : fill_line(R"(<table class="index claims-to-review{{wide}}" role="table">
<caption class="unseen">Claims</caption>
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">ID</th>
<th role="columnheader" scope="col">Claim</th>
{{heads}}<th role="columnheader" scope="col" class="number">For</th>
<th role="columnheader" scope="col" class="number">Against</th>
</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>)",
                                           {{"wide", columns.own && columns.outcome ? " with-outcome" : ""},
                                            {"heads", heads},
                                            {"rows", rows}})}});
}

Html write_notes(const ReviewSession& session) {
  Html notes;
  if (const std::string digest = digest_banner(session.run()); !digest.empty()) {
    notes += fill_line(R"(<p class="banner" role="note"><strong>Demonstration only.</strong> {{text}}</p>)",
                       {{"text", digest}});
  }
  const std::size_t problems = collect_problems(session.run()).size();
  if (problems > 0) {
    notes += fill_line(
        R"(<p class="banner" role="note">{{count}} when this was checked: <a href="/summary#problems">see what went wrong</a></p>)",
        {{"count", count_words(problems, "problem", "problems")}});
  }
  return notes;
}

Html write_shortcut(std::string_view filter, std::string_view words, std::size_t count) {
  if (count == 0) return {};
  return fill_line(R"(<li><a href="/?{{filter}}">{{words}} {{claims}}</a></li>)",
                   {{"filter", filter}, {"words", words}, {"claims", count_words(count, "claim", "claims")}});
}

/// To the claims that need a person most.
Html write_shortcuts(const ReviewSession& session, const ReviewState& seen) {
  const ListFilter nothing(HttpFields{{"basis", "nothing"}});
  Html links = write_shortcut("between=disagree", "The reviewers differ on", count_differing(seen, session.run()));
  links += write_shortcut("basis=nothing", "Nothing was found for", nothing.select(session, seen).size());
  if (links.empty()) return links;
  return fill_line("<ul class=\"shortcuts\">\n{{links}}</ul>", {{"links", links}});
}

}  // namespace

Html write_list_html(ReviewSession& session, const ListFilter& filter) {
  const ReviewState seen = session.visible();
  Html page = write_notes(session);
  page += Html("<h1>Claims</h1>\n");
  page += write_shortcuts(session, seen);
  page += write_filters(session, seen, filter);
  page += write_table(session, seen, filter);
  return page;
}

}  // namespace claimcheck
