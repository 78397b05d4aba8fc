#include "report/html_appraisal.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/appraisal_words.h"
#include "report/html_evidence.h"
#include "report/words.h"

namespace claimcheck {
namespace {

constexpr std::size_t kShownValues = 8;
constexpr int kShownMarks = 12;  // study families that get a mark of their own; the number tells the rest

// One row: what is needed, what was shown, and how far the one reaches into the other.
Html write_need_row(std::string_view name, const std::string& needed, const std::string& shown, double share) {
  return fill_line(R"(<tr><th scope="row">{{name}}</th><td>{{needed}}</td><td>{{shown}}
<svg class="gauge" aria-hidden="true" width="100%" height="8"><rect class="whole" width="100%" height="8"/><rect class="part" width="{{share}}%" height="8"/></svg></td></tr>)",
                   {{"name", name},
                    {"needed", needed},
                    {"shown", shown},
                    {"share", fmt::format("{:.1f}", std::clamp(share, 0.0, 1.0) * 100)}});
}

double share_of(const std::optional<int>& shown, int needed) {
  return needed > 0 ? static_cast<double>(shown.value_or(0)) / needed : 0;
}

std::string describe_time_shown(const Requirement& requirement) {
  if (requirement.follow_up_shown) return describe_days(*requirement.follow_up_shown);
  return requirement.exposed_shown ? "not told" : "none";
}

Html write_need_rows(const Requirement& requirement) {
  Html rows = write_need_row("People without a case", group_digits(requirement.exposed_needed),
                             requirement.exposed_shown ? group_digits(*requirement.exposed_shown) : "none",
                             share_of(requirement.exposed_shown, requirement.exposed_needed));
  if (requirement.follow_up_needed) {
    rows +=
        write_need_row("Followed for", describe_days(*requirement.follow_up_needed), describe_time_shown(requirement),
                       share_of(requirement.follow_up_shown, *requirement.follow_up_needed));
  }
  return rows;
}

// Repeated marks, for eyes only: the number stands beside them.
Html write_families(std::string_view side, std::string_view mark, int families) {
  std::string marks;
  for (int i = 0; i < std::min(families, kShownMarks); ++i) marks += mark;
  if (families > kShownMarks) marks += '+';
  return fill(R"(<td class="{{side}}">{{families}}{{marks}}</td>)",
              {{"side", families > 0 ? std::string(side) : std::string(side) + " nil"},
               {"families", std::to_string(families)},
               {"marks", marks.empty() ? Html() : fill(R"( <span aria-hidden="true">{{m}}</span>)", {{"m", marks}})}});
}

Html write_value(const ScopeValue& value) {
  const Html name =
      value.claimed ? fill(R"(<span class="named">{{value}}</span><span class="unseen"> (the claim names it)</span>)",
                           {{"value", word_for_value(value.value)}})
                    : escape_html(word_for_value(value.value));
  return fill_line(R"(<tr><th scope="row">{{name}}</th>{{for}}{{against}}</tr>)",
                   {{"name", name},
                    {"for", write_families("for", "●", value.families_for)},
                    {"against", write_families("against", "◇", value.families_against)}});
}

Html write_dimension(const ScopeDimension& dimension) {
  const std::vector<const ScopeValue*> values = order_values(dimension);
  const std::size_t shown = std::min(values.size(), kShownValues);
  Html rows;
  for (std::size_t i = 0; i < shown; ++i) rows += write_value(*values[i]);
  const Html cut = shown == values.size()
                       ? Html()
                       : fill_line(R"(<p class="cap">Showing {{shown}} of {{all}}; the others in the JSON report.</p>)",
                                   {{"shown", std::to_string(shown)}, {"all", std::to_string(values.size())}});
  return fill_line(R"(<div><table class="scope">
<caption>{{axis}}{{open}}</caption>
<thead><tr><td></td><th scope="col">For</th><th scope="col">Against</th></tr></thead>
<tbody>
{{rows}}</tbody>
</table>
{{cut}}</div>)",
                   {{"axis", capitalise(word_for_axis(dimension.name))},
                    {"open", dimension.open ? Html(R"( <span class="open">left open by the claim</span>)") : Html()},
                    {"rows", rows},
                    {"cut", cut}});
}

std::string name_link(Pmid pmid) {
  return link_pmid(pmid).markup();
}

}  // namespace

Html write_flips_html(const Report& report) {
  if (report.appraisal.flips.empty()) return {};
  // Our own words and links: nothing in it comes from outside.
  return fill_line(R"(<p class="hangs">{{words}}.</p>)",
                   {{"words", Html(capitalise(describe_flips(report.appraisal.flips, name_link)))}});
}

Html write_requirement_html(const Report& report) {
  if (!report.appraisal.requirement) return {};
  const Requirement& requirement = *report.appraisal.requirement;
  const bool too_wide = requirement.upper_bound && *requirement.upper_bound > requirement.highest_rate;
  const std::string bound =
      too_wide ? fmt::format(" What was shown leaves room for {}.", describe_frequency(*requirement.upper_bound)) : "";
  return fill_line(R"(<section class="need" aria-labelledby="{{anchor}}-need">
<h4 id="{{anchor}}-need">What it would take</h4>
<p>The wording allows at most {{rate}}.{{bound}}</p>
<table>
<thead><tr><td></td><th scope="col">Needed</th><th scope="col">Shown</th></tr></thead>
<tbody>
{{rows}}</tbody>
</table>
<p class="note">{{rule}}</p>
</section>)",
                   {{"anchor", anchor_of(report.claim.id)},
                    {"rate", describe_frequency(requirement.highest_rate)},
                    {"bound", bound},
                    {"rows", write_need_rows(requirement)},
                    {"rule", kRuleOfThree}});
}

Html write_scope_html(const Report& report) {
  if (report.appraisal.scope.empty()) return {};
  Html dimensions;
  for (const ScopeDimension& dimension : report.appraisal.scope) dimensions += write_dimension(dimension);
  return fill_line(R"(<section class="scope-map" aria-labelledby="{{anchor}}-scope">
<h4 id="{{anchor}}-scope">Scope map</h4>
<p class="note">Study families that were weighed: <span aria-hidden="true">● </span>for, <span aria-hidden="true">◇ </span>against. <span class="named">Outlined</span> is what the claim names.</p>
<div class="axes">
{{dimensions}}</div>
</section>)",
                   {{"anchor", anchor_of(report.claim.id)}, {"dimensions", dimensions}});
}

}  // namespace claimcheck
