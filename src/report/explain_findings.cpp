#include "report/explain_findings.h"

#include <fmt/core.h>

#include <string_view>
#include <vector>

#include "report/ama.h"
#include "report/appraisal_words.h"
#include "report/evidence_rows.h"
#include "report/quote_context.h"
#include "report/sides.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

constexpr Indent kDetail{6, 8};

void add_part(std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += "; ";
  text += part;
}

std::string describe_place(const Finding& finding, const Citation* citation) {
  const QuoteContext context = quote_context(citation, finding.quote);
  std::string place = fmt::format("part {} of the abstract", finding.quote.section + 1);
  if (!context.label.empty()) place += fmt::format(" ({})", to_line(context.label));
  place += fmt::format(", characters {}–{}", context.span.begin, context.span.end);
  if (finding.reviewed_conclusion) place += ", among the conclusions";
  return place;
}

std::string describe_reading(const Finding& finding) {
  std::string text = fmt::format("{}{}", word_for(finding.reported), finding.significant ? ", significant" : "");
  if (!finding.outcome.empty()) add_part(text, "outcome: " + to_line(finding.outcome));
  add_part(text, describe_numbers(finding.numbers));
  return text;
}

// "expression of concern": a flag within a line.
std::string to_lower_start(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') text.front() += 'a' - 'A';
  return text;
}

std::string describe_study(const Finding& finding) {
  std::string text(word_for(finding.design));
  if (finding.sample_size) add_part(text, fmt::format("n = {}", *finding.sample_size));
  if (finding.year > 0) add_part(text, std::to_string(finding.year));
  add_part(text, std::string(word_for(finding.setting)));
  if (!finding.family.empty()) add_part(text, "study family " + to_line(finding.family));
  add_part(text, describe_rating(finding));
  for (const std::string_view strength : list_strengths(finding)) add_part(text, std::string(strength));
  for (const FindingFlag& flag : list_warnings(finding)) add_part(text, to_lower_start(flag.words));
  return text;
}

std::string describe_scope(const StudyScope& scope) {
  std::string text;
  for (const ScopeFact& fact : list_scope(scope)) add_part(text, fmt::format("{}: {}", fact.axis, to_line(fact.words)));
  return text;
}

std::string describe_cues(const Finding& finding) {
  std::string text;
  for (const FindingCue& cue : finding.cues) {
    add_part(text, fmt::format("{} read by rule {}", in_quotes(to_line(cue.text)), to_line(cue.rule)));
  }
  return text;
}

std::string describe_use(const Finding& finding) {
  const std::string why = why_not_weighed(finding);
  if (!why.empty()) return "no: " + to_line(why);
  return fmt::format("yes (such a reading is right {:.0f} times in 100)", finding.reliability * 100);
}

std::string explain_finding(const Report& report, const Finding& finding, std::size_t number, const TextStyle& style) {
  const Citation* citation = cited_by(report, finding);
  std::string text = lay_out({{fmt::format("{}.", number), Ink::plain, true},
                              {fmt::format("PMID {}", finding.pmid), Ink::bold, true},
                              {in_quotes(to_line(finding.quote.text))}},
                             {2, 6}, style);
  const auto add = [&](std::string_view name, const std::string& words) {
    if (!words.empty()) text += lay_out({{fmt::format("{}: {}", name, words)}}, kDetail, style);
  };
  add("Place", describe_place(finding, citation));
  add("Reports", describe_reading(finding));
  add("Study", describe_study(finding));
  add("Scope", describe_scope(finding.scope));
  add("Directness", describe_directness(finding));
  add("Cues", describe_cues(finding));
  add("Weighed", describe_use(finding));
  if (citation != nullptr) {
    for (const Notice& notice : citation->notices) {
      if (!word_for(notice.kind).empty()) text += lay_out({{to_line(describe_notice(notice))}}, kDetail, style);
    }
    add("Reference", to_line(format_ama(*citation).text()) + (citation->digest ? " (quoted from a digest)" : ""));
  }
  return text;
}

std::string explain_side(const Report& report, std::string_view name, const std::vector<const Finding*>& side,
                         const TextStyle& style) {
  if (side.empty()) return {};
  const std::string count = count_words(side.size(), "finding", "findings");
  std::string text = lay_out({{fmt::format("{} ({})", name, count), Ink::bold}}, {}, style);
  std::size_t number = 0;
  for (const Finding* finding : side) text += explain_finding(report, *finding, ++number, style);
  return text + '\n';
}

}  // namespace

std::string explain_findings(const Report& report, const TextStyle& style) {
  const Sides sides = split_sides(report);
  std::string text = explain_side(report, "Findings for the claim", sides.supporting, style) +
                     explain_side(report, "Findings against the claim", sides.opposing, style) +
                     explain_side(report, "Findings that speak neither way", sides.inconclusive, style);
  if (!text.empty()) return text;
  return lay_out({{"No abstract that was read says anything on this claim."}}, {}, style) + '\n';
}

}  // namespace claimcheck
