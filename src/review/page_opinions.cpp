#include "review/page_opinions.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/review_words.h"
#include "review/claim_progress.h"
#include "review/page_words.h"

namespace claimcheck {
namespace {

Html write_reason(const Opinion& opinion) {
  Html words;
  if (opinion.reason)
    words += fill_line(R"(<p class="why-other">{{why}}.</p>)", {{"why", phrase_for(*opinion.reason)}});
  if (!opinion.text.empty()) words += fill_line(R"(<p class="own-words">{{text}}</p>)", {{"text", opinion.text}});
  return words;
}

Html write_when(const Opinion& opinion) {
  if (opinion.entry == 0) return {};
  const std::string origin = opinion.origin.empty() ? "" : ", from " + opinion.origin;
  return fill(R"( <span class="when">{{date}}{{origin}}</span>)",
              {{"date", describe_moment(opinion.date)}, {"origin", origin}});
}

Html write_judgement(const Report& report, const Opinion* opinion) {
  if (opinion == nullptr || opinion->entry == 0) return Html(R"(<span class="not-yet">Not judged yet</span>)");
  if (!opinion->judgement) return Html(R"(<span class="not-yet deferred">Deferred</span>)");
  Html words = write_judgement_html(*opinion->judgement);
  words += Html(differs_from_rules(report, opinion) ? R"( <span class="detail differs">other than the tool</span>)"
                                                    : R"( <span class="detail">as the tool</span>)");
  return words;
}

Html write_own(const Report& report, const Opinion* opinion) {
  Html own = fill_line(
      R"(<p id="own-judgement">{{judgement}}{{when}}</p>)",
      {{"judgement", write_judgement(report, opinion)}, {"when", opinion != nullptr ? write_when(*opinion) : Html()}});
  if (opinion != nullptr) own += write_reason(*opinion);
  return fill_line("<h3>Your judgement</h3>\n{{own}}", {{"own", own}});
}

Html write_other(const Report& report, const Reviewer& reviewer, const Opinion* opinion) {
  Html why = opinion != nullptr ? write_reason(*opinion) : Html();
  return fill_line(
      R"(<tr data-reviewer="{{name}}"><th scope="row"><bdi>{{name}}</bdi><span class="detail"> {{role}}</span></th>
<td>{{judgement}}{{when}}{{why}}</td></tr>)",
      {{"name", reviewer.name},
       {"role", word_for(reviewer.role)},
       {"judgement", write_judgement(report, opinion)},
       {"when", opinion != nullptr ? write_when(*opinion) : Html()},
       {"why", why}});
}

Html write_others(const Report& report, const ReviewState& seen, const Seat& seat) {
  Html rows;
  for (const Reviewer& each : seen.reviewers) {
    if (each.name != seat.name || seat.read_only)
      rows += write_other(report, each, seen.find(report.claim.id, each.name));
  }
  if (rows.empty()) return {};
  return fill_line(R"(<table class="others">
<caption>{{caption}}</caption>
<tbody>
{{rows}}</tbody>
</table>)",
                   {{"caption", seat.read_only ? "What was judged" : "What others judged"}, {"rows", rows}});
}

struct SignedComment {
  const ReviewComment* comment;
  std::string_view name;
};

Html write_comments(const Report& report, const ReviewState& seen) {
  std::vector<SignedComment> comments;
  for (const Reviewer& each : seen.reviewers) {
    const Opinion* const opinion = seen.find(report.claim.id, each.name);
    if (opinion == nullptr) continue;
    for (const ReviewComment& comment : opinion->comments) comments.push_back({&comment, each.name});
  }
  if (comments.empty()) return {};
  std::sort(comments.begin(), comments.end(),
            [](const SignedComment& a, const SignedComment& b) { return a.comment->entry < b.comment->entry; });
  Html items;
  for (const SignedComment& each : comments) {
    items +=
        fill_line(R"(<li><p class="own-words">{{text}}</p><p class="when"><bdi>{{name}}</bdi>, {{date}}</p></li>)",
                  {{"text", each.comment->text}, {"name", each.name}, {"date", describe_moment(each.comment->date)}});
  }
  return fill_line("<h3>Comments</h3>\n<ol class=\"comments\">\n{{items}}</ol>", {{"items", items}});
}

constexpr std::string_view kBlinded =
    "<p class=\"note blinded\">Another reviewer judges this apart from you. You see each other's judgements and "
    "comments "
    "when both have finished.</p>\n";
constexpr std::string_view kBlindedReader =
    "<p class=\"note blinded\">Two reviewers judge this apart from each other. What they judged is shown when both "
    "have "
    "finished.</p>\n";

}  // namespace

Html write_opinions_html(ReviewSession& session, const Report& report) {
  const Seat& seat = session.seat();
  const ReviewState seen = session.visible();
  const Opinion* const own = seen.find(report.claim.id, seat.name);
  Html parts;
  if (!seat.read_only) parts += write_own(report, own);
  if (session.is_blinded()) {
    parts += Html(std::string(seat.read_only ? kBlindedReader : kBlinded));
  } else {
    parts += write_others(report, seen, seat);
  }
  parts += write_comments(report, seen);
  return fill_line(
      R"(<section id="opinions" class="opinions" aria-label="Judgements" data-status="{{status}}" data-judgement="{{judgement}}" data-entry="{{entry}}">
{{parts}}</section>)",
      {{"status", to_string(progress_on(seen, seat, report.claim.id))},
       {"judgement", own != nullptr && own->judgement ? to_string(*own->judgement) : std::string_view()},
       {"entry", std::to_string(own == nullptr ? 0 : own->entry)},
       {"parts", parts}});
}

}  // namespace claimcheck
