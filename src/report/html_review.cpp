#include "report/html_review.h"

#include <optional>
#include <string>

#include "report/agreement.h"
#include "report/review_summary.h"
#include "report/review_words.h"
#include "report/words.h"

namespace claimcheck {
namespace {

Html write_chip(Judgement judgement) {
  return fill(R"(<span class="tag {{style}}"><span aria-hidden="true">{{icon}}</span> {{word}}</span>)",
              {{"style", style_of(judgement)},
               {"icon", icon_of(judgement)},
               {"word", capitalise(std::string(word_for(judgement)))}});
}

Html write_comments(const Opinion& opinion) {
  Html items;
  for (const ReviewComment& comment : opinion.comments) {
    items += fill(R"(<li><bdi>“{{text}}”</bdi> <span class="terms">{{date}}</span></li>)",
                  {{"text", comment.text}, {"date", describe_moment(comment.date)}});
  }
  return items.empty() ? items : fill("<ul>{{items}}</ul>", {{"items", items}});
}

Html write_opinion(const NamedOpinion& named) {
  const Opinion& opinion = *named.opinion;
  const std::string reason = describe_reason(opinion.reason, opinion.text);
  const std::string entry = describe_entry(opinion);
  return fill_line(
      R"(<li><strong><bdi>{{name}}</bdi></strong>{{role}}: {{stand}}{{reason}}{{entry}}{{comments}}</li>)",
      {{"name", named.reviewer->name},
       {"role", named.reviewer->role == ReviewRole::adjudicator ? " (adjudicator)" : ""},
       {"stand", opinion.judgement ? write_chip(*opinion.judgement) : escape_html(describe_stand(opinion))},
       {"reason", reason.empty() ? Html() : fill(R"( <bdi>{{text}}</bdi>)", {{"text", reason}})},
       {"entry", entry.empty() ? Html() : fill(R"( <span class="terms">{{text}}</span>)", {{"text", entry}})},
       {"comments", write_comments(opinion)}});
}

Html write_table(const Agreement& agreement) {
  Html heads;
  Html rows;
  for (const Judgement column : enum_values<Judgement>()) {
    heads += fill(R"(<th role="columnheader" scope="col" class="number">{{word}}</th>)", {{"word", word_for(column)}});
  }
  for (const Judgement row : enum_values<Judgement>()) {
    Html cells;
    for (const Judgement column : enum_values<Judgement>()) {
      const std::size_t count = agreement.table.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
      cells +=
          fill(R"(<td role="cell" class="number{{same}}" data-label="{{word}}">{{count}}</td>)",
               {{"same", row == column ? " same" : ""}, {"word", word_for(column)}, {"count", std::to_string(count)}});
    }
    rows += fill_line(R"(<tr role="row"><th role="rowheader" scope="row">{{word}}</th>{{cells}}</tr>)",
                      {{"word", word_for(row)}, {"cells", cells}});
  }
  return fill_line(R"(<table class="agreement" role="table">
<caption>How often <bdi>{{first}}</bdi> (rows) and <bdi>{{second}}</bdi> (columns) gave which judgement</caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>{{heads}}</tr></thead>
<tbody role="rowgroup">
{{rows}}</tbody>
</table>)",
                   {{"first", agreement.first}, {"second", agreement.second}, {"heads", heads}, {"rows", rows}});
}

Html write_differences(const Agreement& agreement) {
  if (agreement.differences.empty()) return {};
  Html items;
  for (const Difference& each : agreement.differences) {
    items += fill_line(
        R"(<li><a href="#{{anchor}}">{{id}}</a>: <bdi>{{first}}</bdi> {{one}} <bdi>{{second}}</bdi> {{other}}</li>)",
        {{"anchor", anchor_of(each.claim)},
         {"id", each.claim},
         {"first", agreement.first},
         {"one", write_chip(each.first)},
         {"second", agreement.second},
         {"other", write_chip(each.second)}});
  }
  return fill_line(R"(<h3>Where they differ</h3>
<ul class="differences">
{{items}}</ul>)",
                   {{"items", items}});
}

}  // namespace

Html write_review_html(const Run& run) {
  if (!run.review) return {};
  Html lines;
  for (const std::string& line : describe_review(run)) lines += fill_line("<li>{{text}}</li>", {{"text", line}});
  const std::optional<Agreement> agreement = measure_agreement(run, *run.review);
  const bool measured = agreement && agreement->claims > 0;
  return fill_line(R"(
<section class="review-summary" aria-labelledby="review">
<h2 id="review">Review</h2>
<ul>
{{lines}}</ul>
{{table}}{{differences}}</section>)",
                   {{"lines", lines},
                    {"table", measured ? write_table(*agreement) : Html()},
                    {"differences", measured ? write_differences(*agreement) : Html()}});
}

Html write_decision_html(const Run& run, const Report& report) {
  if (!run.review || run.review->reviewers.empty()) return {};
  Html items;
  for (const NamedOpinion& named : list_opinions(run, report.claim.id)) items += write_opinion(named);
  return fill_line(R"(<section class="people" aria-labelledby="{{anchor}}-people">
<h4 id="{{anchor}}-people">Decided by people</h4>
<p class="outcome">{{words}}</p>
{{items}}</section>)",
                   {{"anchor", anchor_of(report.claim.id)},
                    {"words", capitalise(decide(run, report).words) + "."},
                    {"items", items.empty() ? items : fill_line("<ul>\n{{items}}</ul>", {{"items", items}})}});
}

}  // namespace claimcheck
