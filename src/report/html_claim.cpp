#include "report/html_claim.h"

#include "report/assets.h"
#include "report/html_appraisal.h"
#include "report/html_cited.h"
#include "report/html_claim_facts.h"
#include "report/html_compliance.h"
#include "report/html_decision.h"
#include "report/html_evidence.h"
#include "report/html_review.h"
#include "report/html_search.h"
#include "report/words.h"

namespace claimcheck {

Html write_mark_html(const Report& report) {
  const ClaimMark mark = mark_of(report);
  return fill(
      R"(<span class="tag {{style}}"><span aria-hidden="true">{{icon}}</span> {{word}}</span>{{detail}})",
      {{"style", mark.style},
       {"icon", mark.icon},
       {"word", mark.word},
       {"detail",
        mark.detail.empty() ? Html() : fill(R"( <span class="detail">{{detail}}</span>)", {{"detail", mark.detail}})}});
}

Html write_claim_html(const Run& run, const Report& report) {
  return fill(asset_claim_html(), {{"style", mark_of(report).style},
                                   {"anchor", anchor_of(report.claim.id)},
                                   {"mark", write_mark_html(report)},
                                   {"people", write_people_mark_html(run, report)},
                                   {"id", report.claim.id},
                                   {"text", report.claim.text},
                                   {"origin", write_origin_html(report.claim)},
                                   {"problems", write_problems_html(report)},
                                   {"reasons", write_reasons_html(report)},
                                   {"flips", write_flips_html(report)},
                                   {"decision", write_decision_html(run, report)},
                                   {"suggestion", write_suggestion_html(report)},
                                   {"requirement", write_requirement_html(report)},
                                   {"cited", write_cited_html(report)},
                                   {"sides", write_sides_html(report)},
                                   {"inconclusive", write_inconclusive_html(report)},
                                   {"scope", write_scope_html(report)},
                                   {"search", write_search_html(report)},
                                   {"silent", write_silent_html(report)},
                                   {"compliance", write_compliance_html(report)}});
}

}  // namespace claimcheck
