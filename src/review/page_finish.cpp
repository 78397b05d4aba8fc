#include "review/page_finish.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/words.h"
#include "review/claim_progress.h"

namespace claimcheck {
namespace {

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

/// As it is typed in a terminal.
Html write_command(std::string_view project, std::string_view rest) {
  const bool is_plain = project.find_first_of(" '\"$`\\&;()<>|*?") == std::string_view::npos;
  return fill(is_plain ? "<code>claimcheck review {{project}} {{rest}}</code>"
                       : "<code>claimcheck review \"{{project}}\" {{rest}}</code>",
              {{"project", project}, {"rest", rest}});
}

Html write_steps_alone(std::string_view project) {
  return fill_line(
      R"(<li>Download the reports below: they hold your judgements, reasons and comments. Send them on, or keep them with the article.</li>
<li>Should a second person judge the same claims, apart from you? Then do not show them these reports. On any computer with the project file they start {{command}}</li>)",
      {{"command", write_command(project, "--as \"THEIR NAME\"")}});
}

Html write_steps_blinded(const ReviewState& seen, const Seat& seat) {
  std::string waiting;
  for (const Reviewer& each : seen.reviewers) {
    if (each.role == ReviewRole::reviewer && !each.finished && each.name != seat.name) waiting = each.name;
  }
  return fill_line(
      R"(<li><bdi>{{name}}</bdi> has not finished yet. When both of you have, this page shows each other's judgements and how far you agree, and the reports can be downloaded here.</li>
<li>You can close this page until then: everything is saved.</li>)",
      {{"name", waiting}});
}

Html write_difference_step(const ReviewState& seen, const Run& run, std::string_view project) {
  const std::size_t differing = count_differing(seen, run);
  if (differing == 0) return Html("<li>The two reviewers differ on no claim that both judged.</li>\n");
  const auto adjudicator = std::find_if(seen.reviewers.begin(), seen.reviewers.end(),
                                        [](const Reviewer& each) { return each.role == ReviewRole::adjudicator; });
  const Html where =
      fill(R"(<a href="/?between=disagree">{{claims}}</a>)", {{"claims", count_words(differing, "claim", "claims")}});
  if (adjudicator != seen.reviewers.end()) {
    return fill_line("<li>The reviewers differ on {{where}}. <bdi>{{name}}</bdi> {{decides}}.</li>",
                     {{"where", where},
                      {"name", adjudicator->name},
                      {"decides", adjudicator->finished ? "has decided between them" : "decides between them"}});
  }
  return fill_line("<li>The reviewers differ on {{where}}. A third person decides there: {{command}}</li>",
                   {{"where", where}, {"command", write_command(project, "--as \"THEIR NAME\" --adjudicate")}});
}

Html write_steps(ReviewSession& session, const ReviewState& seen, std::string_view project) {
  if (session.is_blinded()) return write_steps_blinded(seen, session.seat());
  if (count_reviewers(seen) < 2) return write_steps_alone(project);
  Html steps = write_difference_step(seen, session.run(), project);
  steps += Html("<li>Download the reports below: they hold what every one of you judged and wrote.</li>\n");
  return steps;
}

Html write_finished(ReviewSession& session, const ReviewState& seen, std::string_view project) {
  const Html way(can_reopen(session, seen)
                     ? R"(<p><button type="button" id="reopen" hidden>Reopen my review</button></p>)"
                     : "<p class=\"note\">Both have finished and seen each other's judgements. Where they differ, an "
                       "adjudicator decides.</p>");
  return fill_line(R"(<section id="finish-section" aria-labelledby="finish-title">
<h2 id="finish-title">Finish</h2>
<p>You have finished this review.</p>
<h3>What comes next</h3>
<ul class="next-steps">
{{steps}}</ul>
{{way}}
<p id="finish-problem" class="field-problem" role="alert"></p>
</section>)",
                   {{"steps", write_steps(session, seen, project)}, {"way", way}});
}

Html write_unfinished(const ReviewSession& session, const ReviewState& seen) {
  const ProgressCounts counts = count_progress(seen, session);
  return fill_line(R"(<section id="finish-section" aria-labelledby="finish-title">
<h2 id="finish-title">Finish</h2>
<p>{{rest}} {{consequence}} The reports can then be downloaded here.</p>
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

constexpr std::string_view kNotBegun =
    "<section id=\"finish-section\" aria-labelledby=\"finish-title\">\n<h2 id=\"finish-title\">Finish</h2>\n<p>Your "
    "review begins with your first judgement or comment. When you are through, you finish it here, and the reports can "
    "then be downloaded.</p>\n</section>\n";

}  // namespace

Html write_finish_html(ReviewSession& session, std::string_view project) {
  const ReviewState seen = session.visible();
  const Reviewer* const own = seen.find(session.seat().name);
  if (session.seat().read_only || own == nullptr) return {};
  if (!session.has_joined()) return Html(std::string(kNotBegun));
  return own->finished ? write_finished(session, seen, project) : write_unfinished(session, seen);
}

}  // namespace claimcheck
