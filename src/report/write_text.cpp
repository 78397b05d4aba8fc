#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "report/appraisal_words.h"
#include "report/counts.h"
#include "report/decision_mark.h"
#include "report/error_card.h"
#include "report/evidence_rows.h"
#include "report/review_summary.h"
#include "report/search_box.h"
#include "report/sides.h"
#include "report/text_layout.h"
#include "report/text_place.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

constexpr std::size_t kClaimColumns = 240;
constexpr std::size_t kQuoteIndent = 15;
constexpr std::size_t kShownWarnings = 12;

// The strongest weighed finding of a side, with where it comes from.
std::string write_best(std::string_view side_name, const std::vector<const Finding*>& side, const Report& report,
                       const TextStyle& style) {
  if (side.empty() || !why_not_weighed(*side.front()).empty()) return {};
  const Finding& best = *side.front();
  const std::string name = fmt::format("{:<7}", side_name);
  return lay_out({{name, Ink::bold, true}, {in_quotes(to_line(best.quote.text))}}, {6, kQuoteIndent}, style) +
         lay_out({{describe_source(best, cited_by(report, best)), Ink::faint}}, {kQuoteIndent, kQuoteIndent}, style);
}

std::string write_note(std::string_view name, const std::string& words, const TextStyle& style) {
  if (words.empty()) return {};
  return lay_out({{fmt::format("{:<7}", name), Ink::faint, true}, {words, Ink::faint}}, {6, kQuoteIndent}, style);
}

std::string write_appraisal(const Appraisal& appraisal, const TextStyle& style) {
  return write_note("fragile", describe_flips(appraisal.flips, name_pmid), style) +
         write_note("needs", appraisal.requirement ? describe_requirement(*appraisal.requirement) : "", style);
}

// The queries of one aim, added up. A record that several of them found counts for each, as in the flow of records.
std::string describe_aim(const Report& report, QueryAim aim) {
  QueryRecord sum;
  std::size_t queries = 0;
  std::size_t unanswered = 0;
  for (const QueryRecord& query : report.queries) {
    if (query.aim != aim) continue;
    ++queries;
    unanswered += query.complete ? 0 : 1;
    sum.found += query.found;
    sum.taken += query.taken;
  }
  if (queries == 0) return {};
  std::string text = queries == unanswered ? fmt::format("NOT ANSWERED {}", word_for(aim))
                                           : fmt::format("{} {}", describe_found(sum), word_for(aim));
  if (queries > 1) text += fmt::format(" by {} queries", queries);
  if (unanswered > 0 && unanswered < queries) text += fmt::format(" ({} NOT ANSWERED)", unanswered);
  return text;
}

// The attempt to break the claim comes last.
std::string write_searches(const Report& report, const TextStyle& style) {
  std::string searches;
  const auto add = [&](const std::string& entry) {
    if (!searches.empty() && !entry.empty()) searches += "; ";
    searches += entry;
  };
  for (const QueryAim aim : enum_values<QueryAim>()) {
    if (aim != QueryAim::counter) add(describe_aim(report, aim));
  }
  add(describe_search_box(count_search(report)));
  return write_note("search", searches, style);
}

std::string write_cited(const Report& report, const TextStyle& style) {
  std::string text;
  for (const CitedReading& reading : report.cited) text += write_note("cites", to_line(describe_cited(reading)), style);
  return text;
}

/// Names the places of claims as editors and compilers do: "leaflet.md:12:5".
class Places {
 public:
  explicit Places(const Run& run) : run_(run) {}

  std::string name(const Claim& claim) {
    if (!claim.origin) return {};
    const std::string document = to_line(claim.origin->document);
    const Document* article = article_of(run_, claim);
    if (article == nullptr) return fmt::format("{}:{}", document, claim.origin->span.begin);
    if (!has_lines(article->format)) {
      return fmt::format("{}:paragraph {}", document, article->blocks.at(claim.passage->block).number);
    }
    const TextPlace place = texts_.try_emplace(article, article->text).first->second.of(claim.passage->span);
    return fmt::format("{}:{}:{}", document, place.line, place.column);
  }

 private:
  const Run& run_;
  std::map<const Document*, TextPlaces> texts_;
};

// What each person holds of the claim; the tag above stays that of the rules.
std::string write_decision(const Run& run, const Report& report, const TextStyle& style) {
  if (!run.review || run.review->reviewers.empty()) return {};
  std::string text = write_note("people", decide(run, report).words, style);
  for (const NamedOpinion& each : list_opinions(run, report.claim.id)) {
    std::string words = describe_opinion(*each.opinion);
    for (const ReviewComment& comment : each.opinion->comments) words += "; " + to_line(comment.text);
    text += write_note("", to_line(each.reviewer->name) + ": " + words, style);
  }
  return text;
}

std::string write_claim(const Run& run, const Report& report, const std::string& place, const TextStyle& style) {
  const ClaimMark mark = mark_of(report);
  const Sides sides = split_sides(report);
  const StudyCounts studies = count_studies(report);
  std::vector<Piece> head;
  if (!place.empty()) head.push_back({place, Ink::faint, true});
  head.push_back({describe_mark(mark), ink_of(mark.style), true});
  const std::optional<DecisionMark> people = decision_mark(run, report);
  if (people && !people->icon.empty()) {
    head.push_back({"people: " + describe_decision_mark(*people), ink_of(people->style), true});
  }
  head.push_back({to_line(report.claim.id), Ink::bold, true});
  head.push_back({in_quotes(shorten(to_line(report.claim.text), kClaimColumns))});
  head.push_back({fmt::format("({} for, {} against)", studies.supporting, studies.opposing), Ink::plain, true});
  const std::vector<Reason>& reasons = reasons_of(report);
  if (!reasons.empty()) head.push_back({to_line(reasons.front().text)});
  std::string text = lay_out(head, {2, 6}, style);
  if (studies.supporting > 0) text += write_best("for", sides.supporting, report, style);
  if (studies.opposing > 0) text += write_best("against", sides.opposing, report, style);
  return text + write_decision(run, report, style) + write_cited(report, style) +
         write_appraisal(report.appraisal, style) + write_searches(report, style);
}

std::string write_lines(std::string_view title, const std::vector<ProblemLine>& lines, std::size_t shown,
                        const TextStyle& style) {
  if (lines.empty()) return {};
  std::string text = lay_out({{fmt::format("{} ({})", title, lines.size()), Ink::bold}}, {}, style);
  for (std::size_t i = 0; i < std::min(shown, lines.size()); ++i) {
    const std::string claims = to_line(name_claims(lines[i]));
    text += lay_out({{(claims.empty() ? "! " : "! " + claims + ": ") + to_line(lines[i].text)}}, {2, 4}, style);
  }
  if (lines.size() > shown) {
    text += lay_out({{fmt::format("and {} more, in the HTML and JSON reports", lines.size() - shown)}}, {2, 4}, style);
  }
  return text + '\n';
}

// The whole card would repeat itself at every run; the reports that are kept have it.
std::string write_error_card(const ErrorCard& card, const TextStyle& style) {
  if (card.stances.empty()) return {};
  const auto [worst, best] = std::minmax_element(
      card.stances.begin(), card.stances.end(),
      [](const StanceRates& a, const StanceRates& b) { return a.supports.right < b.supports.right; });
  return lay_out(
      {{fmt::format(R"(How often the reader is right when it says "supports": {} to {}, by kind of claim. The )"
                    "HTML report and the workbook have all measurements.",
                    describe_share(worst->supports.right), describe_share(best->supports.right)),
        Ink::faint}},
      {}, style);
}

std::string write_review(const Run& run, const TextStyle& style) {
  std::string text;
  for (const std::string& line : describe_review(run)) text += lay_out({{line}}, {0, 2}, style);
  for (const std::string& line : describe_differences(run))
    text += lay_out({{"They differ on " + line}}, {2, 4}, style);
  return text.empty() ? text : lay_out({{"Review", Ink::bold}}, {}, style) + text + '\n';
}

// Never wrapped: the last line is what scripts and tired eyes look for.
std::string write_summary(const Run& run, const TextStyle& style) {
  const ClaimCounts counts = count_claims(run);
  const std::string line =
      fmt::format("{} supported, {} contested, {} unsupported, {} not assessed, {} could not check, {} not reviewed",
                  counts.supported, counts.contested, counts.unsupported, counts.not_assessed, counts.could_not_check,
                  counts.not_reviewed);
  const auto write_line = [&](const std::string& words, Ink ink) {
    return lay_out({{words, ink}}, {}, {style.color, std::max(style.width, words.size())});
  };
  const std::string people = describe_decision_counts(run);
  const std::string by_people =
      people.empty() ? "" : write_line(fmt::format("{}: {}", kDecidedByPeople, people), Ink::bold);
  return by_people + write_line(line, Ink::bold);
}

std::string write_evidence(const Run& run, const TextStyle& style) {
  const Provenance& provenance = run.provenance;
  std::string line = count_words(run.reports.size(), "claim", "claims") + " checked";
  if (!provenance.evidence_source.empty()) line += " against " + to_line(provenance.evidence_source);
  if (provenance.library_citations > 0) {
    line += " (" + count_words(provenance.library_citations, "citation", "citations") + ")";
  }
  if (!provenance.evidence_date.empty()) line += ", as of " + to_line(provenance.evidence_date);
  if (provenance.offline) line += ", offline";
  line += fmt::format("; claimcheck {}, rules {}.", to_line(provenance.tool_version), provenance.rules_version);
  return lay_out({{line, Ink::faint}}, {}, style);
}

}  // namespace

std::string write_text(const Run& run, const TextStyle& style) {
  std::string text;
  const std::string banner = digest_banner(run);
  if (!banner.empty()) text += lay_out({{"NOTE", Ink::contested, true}, {banner}}, {0, 6}, style) + '\n';
  const std::vector<ProblemLine> problems = collect_problems(run);
  text += write_lines("Problems", problems, problems.size(), style);
  Places places(run);
  for (const DocumentGroup& group : group_by_document(run)) {
    const std::string claims = "(" + count_words(group.reports.size(), "claim", "claims") + ")";
    text += lay_out({{group.name.empty() ? "Claims" : to_line(group.name), Ink::bold}, {claims}}, {}, style) + '\n';
    for (const Report* report : group.reports) {
      text += write_claim(run, *report, places.name(report->claim), style) + '\n';
    }
  }
  text += write_lines("Searches not answered as asked", collect_warnings(run), kShownWarnings, style);
  return text + write_review(run, style) + write_error_card(error_card(), style) + write_evidence(run, style) +
         write_summary(run, style);
}

}  // namespace claimcheck
