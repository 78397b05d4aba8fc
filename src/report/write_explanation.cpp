#include <fmt/core.h>
#include <fmt/ranges.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/explain_appraisal.h"
#include "report/explain_findings.h"
#include "report/quote_context.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "report/writers.h"
#include "text/word_diff.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNameColumns = 14;

std::string write_heading(std::string_view words, const TextStyle& style) {
  return lay_out({{std::string(words), Ink::bold}}, {}, style);
}

std::string write_entry(std::string_view name, const std::string& words, const TextStyle& style) {
  return lay_out({{fmt::format("{:<{}}", name, kNameColumns), Ink::faint, true}, {words}}, {2, kNameColumns + 4},
                 style);
}

std::string write_numbered(const std::vector<std::string>& lines, const TextStyle& style) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += lay_out({{fmt::format("{}.", i + 1), Ink::plain, true}, {to_line(lines[i])}}, {2, 6}, style);
  }
  return text;
}

std::string explain_claim(const Claim& claim, const TextStyle& style) {
  std::string text =
      lay_out({{to_line(claim.id), Ink::bold, true}, {in_quotes(to_line(claim.text)), Ink::bold}}, {0, 2}, style);
  if (const auto& origin = claim.origin) {
    std::string place = "From " + to_line(origin->document);
    if (!origin->section.empty()) place += fmt::format(", section {}", in_quotes(to_line(origin->section)));
    place += fmt::format(", characters {}–{}", origin->span.begin, origin->span.end);
    text += lay_out({{place}}, {2, 4}, style);
  }
  return text + '\n';
}

std::string explain_problems(const Report& report, const TextStyle& style) {
  if (report.problems.empty()) return {};
  std::string text = write_heading("Problems", style);
  for (const std::string& problem : report.problems) text += lay_out({{"! " + to_line(problem)}}, {2, 4}, style);
  return text + '\n';
}

// "[-no-]{+few+}" (as wdiff writes it) where the claim changes by little, else the suggestion alone.
std::string describe_suggestion(const std::string& claim_text, const std::string& suggestion) {
  const std::vector<DiffPiece> pieces = diff_words(claim_text, suggestion);
  if (!is_small_change(pieces)) return in_quotes(to_line(suggestion));
  std::string words;
  for (const DiffPiece& piece : pieces) {
    if (piece.kind == DiffKind::kept) words += piece.text;
    if (piece.kind == DiffKind::removed) words += fmt::format("[-{}-]", piece.text);
    if (piece.kind == DiffKind::added) words += fmt::format("{{+{}+}}", piece.text);
  }
  return in_quotes(to_line(words));
}

std::string explain_tag(const Report& report, const TextStyle& style) {
  const ClaimMark mark = mark_of(report);
  std::string text = lay_out({{describe_mark(mark), ink_of(mark.style)}}, {}, style);
  std::vector<std::string> reasons;
  for (const Reason& reason : reasons_of(report)) {
    reasons.push_back(fmt::format("{} [{}]", reason.text, to_string(reason.code)));
  }
  text += write_numbered(reasons, style);
  if (const auto& verdict = report.verdict) {
    text += write_entry("For", "certainty " + describe_certainty(verdict->certainty_for, verdict->families_for), style);
    text += write_entry(
        "Against", "certainty " + describe_certainty(verdict->certainty_against, verdict->families_against), style);
    if (!verdict->suggested_wording.empty()) {
      text += write_entry("Suggested", describe_suggestion(report.claim.text, verdict->suggested_wording), style);
    }
  }
  return text + '\n';
}

std::string describe_slot(const Slot& slot, const std::string& claim_text) {
  if (slot.empty()) return "left open by the claim, so read broadly";
  std::string words = in_quotes(to_line(slot.text));
  if (slot.span.empty()) {
    words += ", not in the claim's words";
  } else {
    const Span span = shown_span(claim_text, slot.span);
    words += fmt::format(", characters {}–{}", span.begin, span.end);
  }
  if (slot.concepts.empty()) return words + "; not in the vocabulary, searched as written";
  return words + "; understood as " + to_line(fmt::format("{}", fmt::join(slot.concepts, ", ")));
}

std::string describe_strength(Strength strength, const Slot& cue) {
  std::string words(word_for(strength));
  if (!cue.text.empty()) words += "; set by " + in_quotes(to_line(cue.text));
  return words;
}

// The rate that the claim is held to: a number or a range as claimed, or the most or least that a word allows.
std::string describe_threshold(const ClaimFrame& frame) {
  const double rate = *frame.threshold * 100;
  if (frame.threshold_high) return fmt::format("{:.3g} to {:.3g} %", rate, *frame.threshold_high * 100);
  if (frame.kind == ClaimKind::numeric) return fmt::format("{:.3g} %", rate);
  return fmt::format("{} {:.3g} %", frame.direction == Direction::increase ? "at least" : "at most", rate);
}

std::string describe_direction(const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 4> directions{"none stated", "more of the outcome",
                                                              "less of the outcome", "no change of the outcome"};
  static constexpr std::array<std::string_view, 3> valences{"", "; more of it is good for patients",
                                                            "; more of it is bad for patients"};
  return fmt::format("{}{}", directions[static_cast<std::size_t>(frame.direction)],
                     valences[static_cast<std::size_t>(frame.valence)]);
}

std::string explain_frame(const Report& report, const TextStyle& style) {
  const ClaimFrame& frame = report.frame;
  std::string text = write_heading("How the claim was read", style);
  text += write_entry("Kind", std::string(word_for(frame.kind)), style);
  text += write_entry("Strength", describe_strength(frame.strength, frame.strength_cue), style);
  text += write_entry("Held to", describe_strength(frame.demand, frame.demand_cue), style);
  text += write_entry("Polarity", frame.polarity == Polarity::negated ? "negated" : "affirmed", style);
  text += write_entry("Direction", describe_direction(frame), style);
  const std::array<std::pair<std::string_view, const Slot*>, 9> slots{{{"Subject", &frame.subject},
                                                                       {"Comparator", &frame.comparator},
                                                                       {"Outcome", &frame.outcome},
                                                                       {"Population", &frame.population},
                                                                       {"Route", &frame.route},
                                                                       {"Dose", &frame.dose},
                                                                       {"Duration", &frame.duration},
                                                                       {"Setting", &frame.setting},
                                                                       {"Quantifier", &frame.quantifier}}};
  for (const auto& [name, slot] : slots) text += write_entry(name, describe_slot(*slot, frame.text), style);
  for (const std::string& words : frame.unmatched) {
    text += write_entry("Not answered", fmt::format("“{}”: no finding is held against it", words), style);
  }
  if (frame.long_term) text += write_entry("Horizon", "long-term: beyond the longest follow-up quoted", style);
  if (frame.threshold) text += write_entry("Threshold", describe_threshold(frame), style);
  if (!frame.unresolved.empty()) text += write_entry("Unresolved", to_line(frame.unresolved), style);
  for (const auto& [slot, words] : report.claim.frame) {
    text += write_entry("Set by hand", to_line(slot) + " = " + in_quotes(to_line(words)), style);
  }
  return text + '\n';
}

std::string explain_steps(const Report& report, const TextStyle& style) {
  if (!report.verdict || report.verdict->steps.empty()) return {};
  return write_heading("Steps of the verdict", style) + write_numbered(report.verdict->steps, style) + '\n';
}

std::string explain_compliance(const Report& report, const TextStyle& style) {
  if (report.compliance.empty()) return {};
  std::string text = write_heading(kComplianceHeading, style);
  for (const ComplianceNote& note : report.compliance) {
    text += lay_out({{to_line(fmt::format("- {}, {}: {}.", note.rule, note.clause, in_quotes(note.words)))},
                     {to_line(note.why)},
                     {to_line(fmt::format("({}; {})", note.edition, note.jurisdiction)), Ink::faint},
                     {to_line(note.source), Ink::faint, true}},
                    {2, 4}, style);
  }
  return text + lay_out({{std::string(kComplianceMeaning), Ink::faint}}, {2, 2}, style) + '\n';
}

}  // namespace

std::string write_explanation(const Report& report, const TextStyle& style) {
  std::string text = explain_claim(report.claim, style) + explain_problems(report, style) + explain_tag(report, style) +
                     explain_requirement(report, style) + explain_flips(report, style) + explain_frame(report, style) +
                     explain_search(report, style) + explain_findings(report, style) + explain_scope(report, style) +
                     explain_silent(report, style) + explain_steps(report, style) + explain_compliance(report, style);
  text.pop_back();  // each section ends with an empty line; the page does not
  return text;
}

}  // namespace claimcheck
