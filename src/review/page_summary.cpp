#include "review/page_summary.h"

#include <fmt/format.h>

#include <string>

#include "report/html_summary.h"
#include "report/review_words.h"
#include "report/words.h"
#include "review/claim_address.h"
#include "review/claim_progress.h"
#include "review/page_agreement.h"
#include "review/page_downloads.h"
#include "review/page_finish.h"
#include "review/page_words.h"

namespace claimcheck {
namespace {

Html write_left(std::string_view status, std::size_t count, std::string_view words) {
  if (count == 0) return {};
  return fill_line(R"(<li><a href="/?status={{status}}">{{count}} {{words}}</a></li>)",
                   {{"status", status}, {"count", std::to_string(count)}, {"words", words}});
}

Html write_standing(const ProgressCounts& counts, std::size_t differs, std::size_t claims) {
  Html items = write_left("judged", counts.judged, "judged");
  items += write_left("open", counts.open, "still open");
  items += write_left("deferred", counts.deferred, "deferred");
  if (differs > 0) {
    items += fill_line(R"(<li><a href="/?versus=differs">{{count}} judged otherwise than the tool</a></li>)",
                       {{"count", std::to_string(differs)}});
  }
  return fill_line(R"(<section aria-labelledby="standing-title">
<h2 id="standing-title">How far you are</h2>
<p>{{words}}{{all}}.</p>
<ul class="standing">
{{items}}</ul>
</section>)",
                   {{"words", capitalise(describe_progress(counts))},
                    {"all", counts.claims == claims ? std::string() : fmt::format(" (of {} in this project)", claims)},
                    {"items", items}});
}

std::string_view describe_state(ReviewSession& session, const Reviewer& person) {
  if (person.finished) return "Has finished";
  const bool looks_in = person.name == session.seat().name && !session.has_joined();
  return looks_in ? "Begins with the first judgement or comment" : "Still at it";
}

Html write_people(ReviewSession& session, const ReviewState& seen) {
  if (seen.reviewers.empty()) return Html("<p>Nobody has begun to review this.</p>\n");
  Html rows;
  for (const Reviewer& each : seen.reviewers) {
    rows += fill_line(
        R"(<tr data-reviewer="{{name}}"><th scope="row"><bdi>{{name}}</bdi></th><td>{{role}}</td><td>{{state}}</td></tr>)",
        {{"name", each.name},
         {"role", capitalise(std::string(word_for(each.role)))},
         {"state", describe_state(session, each)}});
  }
  return fill_line(R"(<table class="people">
<thead><tr><th scope="col">Name</th><th scope="col">Part</th><th scope="col">State</th></tr></thead>
<tbody>
{{rows}}</tbody>
</table>)",
                   {{"rows", rows}});
}

Html write_agreement_part(ReviewSession& session, const ReviewState& seen) {
  if (count_reviewers(seen) < 2) return {};
  if (!session.is_blinded()) return write_agreement_html(session.run(), seen);
  return Html(
      "<section id=\"agreement\" aria-labelledby=\"agreement-title\">\n<h2 id=\"agreement-title\">Agreement</h2>\n<p "
      "class=\"blinded\">Two people judge these claims apart from each other. How far they agree is shown when both "
      "have finished.</p>\n</section>\n");
}

std::size_t count_overrides(const ReviewSession& session, const ReviewState& seen) {
  std::size_t count = 0;
  for (const Report& report : session.run().reports) {
    if (differs_from_rules(report, seen.find(report.claim.id, session.seat().name))) ++count;
  }
  return count;
}

}  // namespace

Html write_summary_page_html(ReviewSession& session, std::string_view project) {
  const ReviewState seen = session.visible();
  const ProgressCounts counts = count_progress(seen, session);
  Html page("<h1>Progress and finish</h1>\n");
  page += write_standing(counts, count_overrides(session, seen), session.run().reports.size());
  page += fill_line(
      "<section aria-labelledby=\"people-title\">\n<h2 id=\"people-title\">Who takes part</h2>\n{{people}}</section>",
      {{"people", write_people(session, seen)}});
  page += write_agreement_part(session, seen);
  page += write_finish_html(session, project);
  page += write_downloads_html(session);
  page += fill_line("<div id=\"problems\">\n{{banners}}</div>", {{"banners", write_banners_html(session.run())}});
  page += write_provenance_html(session.run());
  return page;
}

}  // namespace claimcheck
