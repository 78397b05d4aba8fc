#include "review/page_claim.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "report/html_appraisal.h"
#include "report/html_cited.h"
#include "report/html_claim.h"
#include "report/html_claim_facts.h"
#include "report/html_compliance.h"
#include "report/html_evidence.h"
#include "report/html_search.h"
#include "report/words.h"
#include "review/claim_address.h"
#include "review/claim_progress.h"
#include "review/page_abstract.h"
#include "review/page_assets.h"
#include "review/page_frame.h"
#include "review/page_opinions.h"
#include "review/page_passage.h"
#include "review/rules.h"

namespace claimcheck {
namespace {

/// Where the claim stands among those that the filter lets through, which it need not do itself.
struct Neighbours {
  const Report* previous = nullptr;
  const Report* next = nullptr;
  const Report* next_open = nullptr;  ///< behind it, or else before it
  std::size_t number = 0;             ///< from 1; 0 when the filter does not let it through
  std::size_t all = 0;
};

Neighbours find_neighbours(const ReviewSession& session, const ReviewState& seen, const Report& report,
                           const ListFilter& filter) {
  const std::vector<const Report*> shown = filter.select(session, seen);
  Neighbours found;
  found.all = shown.size();
  // Reports lie in one vector in the order of the run, so that addresses compare as places do.
  const auto at = std::lower_bound(shown.begin(), shown.end(), &report, std::less<>());
  const bool is_shown = at != shown.end() && *at == &report;
  const auto behind = is_shown ? std::next(at) : at;
  if (is_shown) found.number = static_cast<std::size_t>(at - shown.begin()) + 1;
  if (at != shown.begin()) found.previous = *std::prev(at);
  if (behind != shown.end()) found.next = *behind;
  const auto waits = [&](const Report* each) {
    return each != &report && progress_on(seen, session.seat(), each->claim.id) == ClaimProgress::open;
  };
  auto open = std::find_if(behind, shown.end(), waits);
  if (open == shown.end()) open = std::find_if(shown.begin(), at, waits);
  if (open != shown.end() && waits(*open)) found.next_open = *open;
  return found;
}

std::string address_of(const Report* report, const std::string& query) {
  return report == nullptr ? std::string() : claim_address(report->claim.id) + query;
}

Html write_step(std::string_view id, std::string_view words, std::string_view key, const std::string& address) {
  if (address.empty()) {
    return fill_line(R"(<span id="{{id}}" class="no-step">{{words}}</span>)", {{"id", id}, {"words", words}});
  }
  return fill_line(
      R"(<a id="{{id}}" href="{{address}}">{{words}} <kbd aria-hidden="true" data-key-of="{{id}}">{{key}}</kbd></a>)",
      {{"id", id}, {"address", address}, {"words", words}, {"key", key}});
}

Html write_meaning(const Report& report) {
  if (report.verdict) return {};
  return Html(report.status == ClaimStatus::not_assessed
                  ? "<p class=\"note\">Not assessed: PubMed abstracts cannot tell this, or the claim is not clear "
                    "enough to search for. No evidence was weighed.</p>\n"
                  : "<p class=\"note\">Could not check: a search or a download failed. This says nothing about the "
                    "claim; check it again before you judge by it.</p>\n");
}

AddToFinding add_abstracts(const Report& report) {
  return [&report](const Finding& finding) {
    const auto number = static_cast<std::size_t>(&finding - report.findings.data()) + 1;
    return FindingExtras{fill(R"( id="finding-{{number}}" data-finding="{{number}}" tabindex="-1")",
                              {{"number", std::to_string(number)}}),
                         write_abstract_html(report, finding)};
  };
}

Html write_evidence(const Report& report) {
  if (report.findings.empty()) {
    return Html(
        "<section class=\"card plain\" aria-labelledby=\"evidence-title\">\n<h3 "
        "id=\"evidence-title\">Evidence</h3>\n<p "
        "class=\"nothing\">There is no quote for or against this claim.</p>\n</section>\n");
  }
  const AddToFinding add = add_abstracts(report);
  return fill(asset_evidence_html(),
              {{"sides", write_sides_html(report, add)}, {"inconclusive", write_inconclusive_html(report, add)}});
}

Html write_more(const Report& report) {
  Html more = write_cited_html(report);
  more += write_requirement_html(report);
  more += write_scope_html(report);
  more += write_search_html(report);
  more += write_silent_html(report);
  more += write_compliance_html(report);
  if (more.empty()) return more;
  return fill_line(R"(<section class="card plain" aria-labelledby="more-title">
<h3 id="more-title">Around the evidence</h3>
{{more}}</section>)",
                   {{"more", more}});
}

constexpr std::string_view kCommentForm = R"(<form id="comment-form" class="comment-form" hidden>
<p><label for="comment-text">Comment on this claim</label>
<textarea id="comment-text" rows="2" maxlength="4000"></textarea></p>
<p class="comment-buttons"><button id="comment-send">Add this comment</button> <span id="comment-problem" class="field-problem" role="alert"></span></p>
</form>
)";

std::string describe_place(const Neighbours& neighbours, std::size_t claims) {
  if (neighbours.number == 0) return fmt::format("Claim, not among the {} shown:", neighbours.all);
  if (neighbours.all == claims) return fmt::format("Claim {} of {}:", neighbours.number, claims);
  return fmt::format("Claim {} of {} shown:", neighbours.number, neighbours.all);
}

Html write_attributes(const Report& report, const Neighbours& neighbours, const std::string& query) {
  const auto judgement = judgement_of(report);
  return fill(R"( data-claim="{{id}}" data-rules="{{rules}}" data-next-open="{{next_open}}")",
              {{"id", report.claim.id},
               {"rules", judgement ? to_string(*judgement) : std::string_view()},
               {"next_open", address_of(neighbours.next_open, query)}});
}

}  // namespace

ClaimPage write_claim_page(ReviewSession& session, const Report& report, const ListFilter& filter) {
  const ReviewState seen = session.visible();
  const Neighbours neighbours = find_neighbours(session, seen, report, filter);
  const std::string query = filter.address();
  ClaimPage view;
  view.title = fmt::format("{}: {}", report.claim.id, report.claim.text);
  view.attributes = write_attributes(report, neighbours, query);
  view.main = fill(asset_claim_view_html(),
                   {{"list", "/" + query + '#' + anchor_of(report.claim.id)},
                    {"previous", write_step("previous", "Previous", "k", address_of(neighbours.previous, query))},
                    {"next", write_step("next", "Next", "j", address_of(neighbours.next, query))},
                    {"place", describe_place(neighbours, session.run().reports.size())},
                    {"id", report.claim.id},
                    {"style", mark_of(report).style},
                    {"text", report.claim.text},
                    {"origin", write_origin_html(report.claim)},
                    {"mark", write_mark_html(report)},
                    {"meaning", write_meaning(report)},
                    {"problems", write_problems_html(report)},
                    {"reasons", write_reasons_html(report)},
                    {"flips", write_flips_html(report)},
                    {"suggestion", write_suggestion_html(report)},
                    {"opinions", write_opinions_html(session, report)},
                    {"comment", may_decide(session) ? Html(std::string(kCommentForm)) : Html()},
                    {"passage", write_passage_html(session.run(), report)},
                    {"evidence", write_evidence(report)},
                    {"more", write_more(report)}});
  return view;
}

}  // namespace claimcheck
