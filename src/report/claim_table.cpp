#include "report/claim_table.h"

#include <fmt/core.h>

#include <array>
#include <map>
#include <set>

#include "report/counts.h"
#include "report/evidence_rows.h"
#include "report/review_summary.h"
#include "report/review_words.h"
#include "report/text_place.h"
#include "report/words.h"

namespace claimcheck {
namespace {

// The strongest finding of a side, when it was weighed.
const Finding* best_of(const std::vector<const Finding*>& side) {
  return side.empty() || !was_weighed(*side.front()) ? nullptr : side.front();
}

std::string best_quote(const std::vector<const Finding*>& side) {
  const Finding* best = best_of(side);
  return best == nullptr ? "" : best->quote.text;
}

std::string best_source(const ClaimRow& row, const std::vector<const Finding*>& side) {
  const Finding* best = best_of(side);
  return best == nullptr ? "" : describe_source(*best, cited_by(row.report, *best));
}

std::string best_numbers(const std::vector<const Finding*>& side) {
  const Finding* best = best_of(side);
  return best == nullptr ? "" : describe_numbers(best->numbers);
}

std::string weighed_pmids(const std::vector<const Finding*>& side) {
  std::string list;
  std::set<Pmid> seen;
  for (const Finding* finding : side) {
    if (!was_weighed(*finding) || !seen.insert(finding->pmid).second) continue;
    if (!list.empty()) list += ", ";
    list += std::to_string(finding->pmid);
  }
  return list;
}

std::string further_reasons(const Report& report) {
  std::string text;
  const std::vector<Reason>& reasons = reasons_of(report);
  for (std::size_t i = 1; i < reasons.size(); ++i) {
    if (!text.empty()) text += '\n';
    text += reasons[i].text;
  }
  return text;
}

std::string certainty_of(const ClaimRow& row, Certainty Verdict::*side) {
  return row.report.verdict ? std::string(word_for((*row.report.verdict).*side)) : "";
}

// What the author cites for the claim, one source a line.
std::string list_cited(const Claim& claim) {
  std::string text;
  if (!claim.passage) return text;
  for (const CitedSource& source : claim.passage->cited) {
    if (!text.empty()) text += '\n';
    text += source.label;
    if (source.pmid) text += fmt::format(" PMID {}", *source.pmid);
    if (!source.doi.empty()) text += " doi:" + source.doi;
    if (!source.title.empty()) text += " " + source.title;
  }
  return text;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

constexpr std::array<ClaimColumn, 10> kMain{
    {{"Claim ID", 8, false, [](const ClaimRow& row) { return row.report.claim.id; }},
     {"Tag", 13, false, [](const ClaimRow& row) { return describe_mark(mark_of(row.report)); }},
     {"Claim", 32, false, [](const ClaimRow& row) { return row.report.claim.text; }},
     {"Lead reason", 28, false,
      [](const ClaimRow& row) {
        const std::vector<Reason>& reasons = reasons_of(row.report);
        return reasons.empty() ? std::string() : reasons.front().text;
      }},
     {"Studies for", 8, true, [](const ClaimRow& row) { return std::to_string(count_studies(row.report).supporting); }},
     {"Studies against", 8, true,
      [](const ClaimRow& row) { return std::to_string(count_studies(row.report).opposing); }},
     {"Best quote for", 34, false, [](const ClaimRow& row) { return best_quote(row.sides.supporting); }},
     {"Source for", 18, false, [](const ClaimRow& row) { return best_source(row, row.sides.supporting); }},
     {"Best quote against", 34, false, [](const ClaimRow& row) { return best_quote(row.sides.opposing); }},
     {"Source against", 18, false, [](const ClaimRow& row) { return best_source(row, row.sides.opposing); }}}};

constexpr std::array<ClaimColumn, 3> kDecision{
    {{"Decision", 12, false,
      [](const ClaimRow& row) {
        const std::optional<Judgement> judgement = decide(row.run, row.report).outcome.judgement;
        return judgement ? std::string(word_for(*judgement)) : std::string();
      }},
     {"Reason", 17, false, [](const ClaimRow& row) { return decide(row.run, row.report).reason; }},
     {"Comment", 22, false, [](const ClaimRow& row) { return join_lines(decide(row.run, row.report).comments); }}}};

constexpr std::array<ClaimColumn, 15> kMore{
    {{"Further reasons", 60, false, [](const ClaimRow& row) { return further_reasons(row.report); }},
     {"Certainty for", 10, false, [](const ClaimRow& row) { return certainty_of(row, &Verdict::certainty_for); }},
     {"Certainty against", 10, false,
      [](const ClaimRow& row) { return certainty_of(row, &Verdict::certainty_against); }},
     {"Numbers for", 34, false, [](const ClaimRow& row) { return best_numbers(row.sides.supporting); }},
     {"Numbers against", 34, false, [](const ClaimRow& row) { return best_numbers(row.sides.opposing); }},
     {"PMIDs for", 40, false, [](const ClaimRow& row) { return weighed_pmids(row.sides.supporting); }},
     {"PMIDs against", 40, false, [](const ClaimRow& row) { return weighed_pmids(row.sides.opposing); }},
     {"Suggested wording", 60, false,
      [](const ClaimRow& row) { return row.report.verdict ? row.report.verdict->suggested_wording : ""; }},
     {"Document", 22, false, [](const ClaimRow& row) { return row.document; }},
     {"Section", 22, false,
      [](const ClaimRow& row) { return row.report.claim.origin ? row.report.claim.origin->section : ""; }},
     {"Place", 22, false, [](const ClaimRow& row) { return row.place; }},
     {"Passage", 60, false,
      [](const ClaimRow& row) { return row.report.claim.passage ? row.report.claim.passage->text : ""; }},
     {"Cited there", 40, false, [](const ClaimRow& row) { return list_cited(row.report.claim); }},
     {"Left unchecked", 30, false,
      [](const ClaimRow& row) {
        const auto& passage = row.report.claim.passage;
        return passage ? passage->suppressed.value_or("") : std::string();
      }},
     {"Problems", 60, false, [](const ClaimRow& row) { return join_lines(row.report.problems); }}}};

/// Makes each article's table of lines once, however many claims it has.
class PlaceWriter {
 public:
  explicit PlaceWriter(const Run& run) : run_(run) {}

  std::string describe(const Claim& claim) {
    if (!claim.origin) return {};
    std::string place;
    const Document* article = article_of(run_, claim);
    if (article != nullptr && has_lines(article->format)) {
      const auto known = texts_.try_emplace(article, article->text).first;
      const TextPlace at = known->second.of(claim.passage->span);
      place = fmt::format("line {}, column {}; ", at.line, at.column);
    }
    return place + fmt::format("characters {}–{}", claim.origin->span.begin, claim.origin->span.end);
  }

 private:
  const Run& run_;
  std::map<const Document*, TextPlaces> texts_;
};

}  // namespace

std::span<const ClaimColumn> main_claim_columns() {
  return kMain;
}

std::span<const ClaimColumn> decision_columns() {
  return kDecision;
}

std::span<const ClaimColumn> more_claim_columns() {
  return kMore;
}

std::vector<ClaimRow> list_claim_rows(const Run& run) {
  std::map<const Report*, std::string> documents;
  for (const DocumentGroup& group : group_by_document(run)) {
    for (const Report* report : group.reports) documents[report] = group.name;
  }
  PlaceWriter places(run);
  std::vector<ClaimRow> rows;
  rows.reserve(run.reports.size());
  for (const Report& report : run.reports) {
    rows.push_back({run, report, documents[&report], split_sides(report), places.describe(report.claim)});
  }
  return rows;
}

}  // namespace claimcheck
