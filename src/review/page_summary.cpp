#include "review/page_summary.h"

#include <fmt/format.h>

#include <string>

#include "report/html_summary.h"
#include "report/review_words.h"
#include "report/words.h"
#include "review/claim_address.h"
#include "review/claim_progress.h"
#include "review/page_agreement.h"
#include "review/page_frame.h"
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

Html write_people(const ReviewState& seen) {
  if (seen.reviewers.empty()) return Html("<p>Nobody has begun to review this.</p>\n");
  Html rows;
  for (const Reviewer& each : seen.reviewers) {
    rows += fill_line(
        R"(<tr data-reviewer="{{name}}"><th scope="row"><bdi>{{name}}</bdi></th><td>{{role}}</td><td>{{state}}</td></tr>)",
        {{"name", each.name},
         {"role", capitalise(std::string(word_for(each.role)))},
         {"state", each.finished ? "Has finished" : "Still at it"}});
  }
  return fill_line(R"(<table class="people">
<thead><tr><th scope="col">Name</th><th scope="col">Part</th><th scope="col">State</th></tr></thead>
<tbody>
{{rows}}</tbody>
</table>)",
                   {{"rows", rows}});
}

std::size_t count_reviewers(const ReviewState& seen) {
  std::size_t count = 0;
  for (const Reviewer& each : seen.reviewers) count += each.role == ReviewRole::reviewer ? 1U : 0U;
  return count;
}

/// False for a reviewer who has seen what the other judged: they are no longer apart.
bool can_reopen(ReviewSession& session, const ReviewState& seen) {
  return session.seat().role == ReviewRole::adjudicator || count_reviewers(seen) < 2 || session.is_blinded();
}

std::string describe_rest(const ProgressCounts& counts) {
  if (counts.open + counts.deferred == 0) return "You have judged every claim.";
  std::string words;
  if (counts.open > 0) words += count_words(counts.open, "claim is", "claims are") + " still open";
  if (counts.open > 0 && counts.deferred > 0) words += " and ";
  if (counts.deferred > 0) words += count_words(counts.deferred, "is", "are") + " deferred";
  return words + ". You can finish all the same; what is not judged stays without a judgement.";
}

std::string describe_consequence(const ReviewSession& session, const ReviewState& seen) {
  if (session.seat().role == ReviewRole::adjudicator) return "You can reopen your review later.";
  if (count_reviewers(seen) > 1) {
    return "When both of you have finished, you see each other's judgements, and neither can change theirs any more.";
  }
  return "Nothing can be changed after that until you reopen your review.";
}

Html write_finish(ReviewSession& session, const ReviewState& seen, const ProgressCounts& counts) {
  const Reviewer* const own = seen.find(session.seat().name);
  if (session.seat().read_only || own == nullptr) return {};
  if (own->finished) {
    const Html way(can_reopen(session, seen)
                       ? R"(<p><button type="button" id="reopen" hidden>Reopen my review</button></p>)"
                       : "<p class=\"note\">Both have finished and seen each other's judgements. Where they differ, an "
                         "adjudicator decides.</p>");
    return fill_line(R"(<section id="finish-section" aria-labelledby="finish-title">
<h2 id="finish-title">Finish</h2>
<p>You have finished this review.</p>
{{way}}
<p id="finish-problem" class="field-problem" role="alert"></p>
</section>)",
                     {{"way", way}});
  }
  return fill_line(R"(<section id="finish-section" aria-labelledby="finish-title">
<h2 id="finish-title">Finish</h2>
<p>{{rest}} {{consequence}}</p>
<p><button type="button" id="finish" class="main-button" aria-haspopup="dialog" hidden>Finish my review</button></p>
<p id="finish-problem" class="field-problem" role="alert"></p>
</section>
<dialog id="finish-dialog" aria-labelledby="finish-dialog-title">
<form method="dialog">
<h2 id="finish-dialog-title">Finish your review?</h2>
<p>{{rest}}</p>
<p>{{consequence}}</p>
<p class="dialog-buttons"><button type="button" id="finish-cancel">Not yet</button> <button type="button" id="finish-confirm" class="main-button">Finish</button></p>
</form>
</dialog>)",
                   {{"rest", describe_rest(counts)}, {"consequence", describe_consequence(session, seen)}});
}

Html write_agreement_part(ReviewSession& session, const ReviewState& seen) {
  if (count_reviewers(seen) < 2) return {};
  if (!session.is_blinded()) return write_agreement_html(session.run(), seen);
  return Html(
      "<section id=\"agreement\" aria-labelledby=\"agreement-title\">\n<h2 id=\"agreement-title\">Agreement</h2>\n<p "
      "class=\"blinded\">Two people judge these claims apart from each other. How far they agree is shown when both "
      "have finished.</p>\n</section>\n");
}

std::size_t count_differing(const ReviewSession& session, const ReviewState& seen) {
  std::size_t count = 0;
  for (const Report& report : session.run().reports) {
    if (differs_from_rules(report, seen.find(report.claim.id, session.seat().name))) ++count;
  }
  return count;
}

}  // namespace

Html write_summary_page_html(ReviewSession& session) {
  const ReviewState seen = session.visible();
  const ProgressCounts counts = count_progress(seen, session);
  Html page("<h1>Progress and finish</h1>\n");
  page += write_standing(counts, count_differing(session, seen), session.run().reports.size());
  page += fill_line(
      "<section aria-labelledby=\"people-title\">\n<h2 id=\"people-title\">Who takes part</h2>\n{{people}}</section>",
      {{"people", write_people(seen)}});
  page += write_agreement_part(session, seen);
  page += write_finish(session, seen, counts);
  page += fill_line("<div id=\"problems\">\n{{banners}}</div>", {{"banners", write_banners_html(session.run())}});
  page += write_provenance_html(session.run());
  return page;
}

}  // namespace claimcheck
