#include "report/html_claim.h"

#include <fmt/core.h>

#include <string>
#include <vector>

#include "report/assets.h"
#include "report/html_appraisal.h"
#include "report/html_cited.h"
#include "report/html_compliance.h"
#include "report/html_evidence.h"
#include "report/html_search.h"
#include "report/words.h"
#include "text/word_diff.h"

namespace claimcheck {
namespace {

Html write_origin(const Claim& claim) {
  if (!claim.origin) return {};
  const ClaimOrigin& origin = *claim.origin;
  std::string place = "From " + origin.document;
  if (!origin.section.empty()) place += fmt::format(", section “{}”", origin.section);
  place += fmt::format(", characters {}–{}", origin.span.begin, origin.span.end);
  return fill_line(R"(<p class="origin">{{place}}</p>)", {{"place", place}});
}

Html write_problems(const Report& report) {
  if (report.problems.empty()) return {};
  Html items;
  for (const std::string& problem : report.problems) items += fill("<li>{{text}}</li>", {{"text", problem}});
  return fill_line(R"(<ul class="problems">{{items}}</ul>)", {{"items", items}});
}

Html write_reasons(const Report& report) {
  const std::vector<Reason>& reasons = reasons_of(report);
  if (reasons.empty()) return {};
  Html items;
  for (const Reason& reason : reasons) {
    items += fill_line(R"(<li><span class="reason-text">{{text}}</span> <span class="code">{{code}}</span></li>)",
                       {{"text", reason.text}, {"code", word_for(reason.code)}});
  }
  return fill_line(R"(<ol class="reasons">
{{items}}</ol>)",
                   {{"items", items}});
}

// Many screen readers do not tell <del> and <ins>: words that only they see do.
Html write_piece(const DiffPiece& piece) {
  switch (piece.kind) {
    case DiffKind::removed:
      return fill(R"(<del><span class="unseen">[removed: </span>{{text}}<span class="unseen">]</span></del>)",
                  {{"text", piece.text}});
    case DiffKind::added:
      return fill(R"(<ins><span class="unseen">[added: </span>{{text}}<span class="unseen">]</span></ins>)",
                  {{"text", piece.text}});
    case DiffKind::kept:
      break;
  }
  return escape_html(piece.text);
}

// With its changes marked where the claim changes by little.
Html write_suggestion(const Report& report) {
  if (!report.verdict || report.verdict->suggested_wording.empty()) return {};
  const std::string& suggestion = report.verdict->suggested_wording;
  const std::vector<DiffPiece> pieces = diff_words(report.claim.text, suggestion);
  Html words;
  if (is_small_change(pieces)) {
    for (const DiffPiece& piece : pieces) words += write_piece(piece);
  } else {
    words = escape_html(suggestion);
  }
  return fill_line(
      R"(<p class="suggestion"><span class="suggestion-name">Suggested wording</span> <bdi>{{text}}</bdi></p>)",
      {{"text", words}});
}

}  // namespace

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

Html write_claim_html(const Report& report, const Html& decision) {
  return fill(asset_claim_html(), {{"style", mark_of(report).style},
                                   {"anchor", anchor_of(report.claim.id)},
                                   {"mark", write_mark_html(report)},
                                   {"id", report.claim.id},
                                   {"text", report.claim.text},
                                   {"origin", write_origin(report.claim)},
                                   {"problems", write_problems(report)},
                                   {"reasons", write_reasons(report)},
                                   {"flips", write_flips_html(report)},
                                   {"decision", decision},
                                   {"suggestion", write_suggestion(report)},
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
