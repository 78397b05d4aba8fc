#include "verify/arm_marks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace claimcheck {
namespace {

bool is_arm(const Mark& mark) {
  return mark.kind != MarkKind::figure;
}

bool names_comparator(const Token& token) {
  static constexpr std::array<std::string_view, 8> words{"control",    "controls",  "sham",   "comparator",
                                                         "comparison", "untreated", "saline", "vehicle"};
  return std::find(words.begin(), words.end(), token.norm) != words.end();
}

// "Active stimulation", "the verum arm": the treatment, where the sentence does not name it.
bool names_active(const Token& token) {
  static constexpr std::array<std::string_view, 3> words{"active", "verum", "intervention"};
  return std::find(words.begin(), words.end(), token.norm) != words.end();
}

// "Compared with placebo, …" tells what follows is compared with, not in which order.
bool opens_comparison(const Sentence& sentence, std::size_t first, std::size_t last) {
  if (last >= sentence.tokens.size() || sentence.tokens[last].norm != ",") return false;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [first](const Cue& cue) { return cue.kind == CueKind::comparison && cue.last == first; });
}

// "A placebo-controlled trial of 80 patients": the design, and no arm.
bool names_design(const Sentence& sentence, std::size_t last) {
  return last > 0 && sentence.tokens[last - 1].norm == "controlled";
}

}  // namespace

void add_arms(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
              std::vector<Mark>& marks) {
  const auto add = [&](MarkKind kind, std::size_t first, std::size_t last) {
    if (!clause.contains(first) || opens_comparison(sentence, first, last)) return;
    if (names_design(sentence, last)) return;
    marks.push_back({kind, sentence.tokens[first].span.begin, 0, {}});
  };
  for (const SlotMatch& match : subject.find(sentence)) {
    add(MarkKind::treatment, match.tokens.first, match.tokens.last);
  }
  for (const ConceptMention& mention : sentence.mentions) {
    const bool other = mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh;
    if (!other || subject.includes(*mention.concept_ptr)) continue;
    const bool named_short = subject.is_short_for(*mention.concept_ptr);
    add(named_short ? MarkKind::treatment : MarkKind::comparator, mention.first, mention.last);
  }
  const bool named =
      std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.kind == MarkKind::treatment; });
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    if (names_comparator(sentence.tokens[i])) add(MarkKind::comparator, i, i + 1);
    if (!named && names_active(sentence.tokens[i])) add(MarkKind::treatment, i, i + 1);
  }
}

bool has_comparison(const Sentence& sentence, Span between) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [between](const Cue& cue) {
    return cue.kind == CueKind::comparison && between.contains(cue.span);
  });
}

namespace {

// Each share has an arm before it, or the shares are set against one another.
bool are_told_apart(const Sentence& sentence, const std::vector<Mark>& marks, const Mark& one, const Mark& two) {
  const bool arm_between = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
    return is_arm(mark) && one.at < mark.at && mark.at < two.at;
  });
  // "A difference between the drug and placebo (7 % and 58 %)".
  const auto first_arm = std::find_if(marks.begin(), marks.end(), is_arm);
  const std::size_t between = sentence.text.find("between ");
  const bool listed = first_arm != marks.end() && between < first_arm->at && first_arm->at < one.at;
  return arm_between || listed || has_comparison(sentence, {one.at, two.at}) ||
         sentence.text.find("respectively", two.at) != std::string_view::npos;
}

/// Whether the first of two shares is the treatment's; nullopt when the clause does not tell.
std::optional<bool> is_treatment_first(const Sentence& sentence, const std::vector<Mark>& marks, const Mark& one,
                                       const Mark& two) {
  const auto arm_behind = [&](const Mark& share) {
    const auto next = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.at > share.at; });
    return next != marks.end() && is_arm(*next) ? std::optional(next->kind) : std::nullopt;
  };
  const auto behind_one = arm_behind(one);
  const auto behind_two = arm_behind(two);
  if (behind_one && behind_two && *behind_one != *behind_two) return *behind_one == MarkKind::treatment;
  const auto first_arm = std::find_if(marks.begin(), marks.end(), is_arm);
  if (first_arm == marks.end()) return std::nullopt;
  // "37 % vs 14 % in controls, … with the drug": no arm before the first, and one right behind the second.
  constexpr std::size_t near = 16;  // bytes
  constexpr std::size_t far = 40;
  const auto next_arm = std::find_if(std::next(first_arm), marks.end(), is_arm);
  const bool alone = next_arm == marks.end() || next_arm->at - first_arm->at > far;
  const bool control_behind =
      first_arm->kind == MarkKind::comparator && first_arm->at > two.at && first_arm->at - two.span.end <= near;
  if (control_behind && alone && has_comparison(sentence, {one.at, two.at})) return true;
  const bool both = std::any_of(first_arm, marks.end(),
                                [&](const Mark& mark) { return is_arm(mark) && mark.kind != first_arm->kind; });
  // "Given X 60 %, as had 40 % of those given placebo": an arm before the one, and the other behind the other.
  const bool around = both && first_arm->at < one.at && is_arm(marks.back()) && marks.back().at > two.at &&
                      marks.back().kind != first_arm->kind && marks.size() == 4;
  if (around) return first_arm->kind == MarkKind::treatment;
  if (both && are_told_apart(sentence, marks, one, two)) return first_arm->kind == MarkKind::treatment;
  if (both) return std::nullopt;
  if (first_arm->kind == MarkKind::comparator && first_arm->at > two.at) return true;
  if (first_arm->at > one.at || !has_comparison(sentence, {one.at, two.at})) return std::nullopt;
  return first_arm->kind == MarkKind::treatment;
}

}  // namespace

std::optional<FigurePair> pair_with_arms(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
                                         std::vector<Mark> marks) {
  if (marks.size() != 2) return std::nullopt;
  const Mark one = marks.front();
  const Mark two = marks.back();
  add_arms(sentence, clause, subject, marks);
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
  const auto treatment_first = is_treatment_first(sentence, marks, one, two);
  if (!treatment_first) return std::nullopt;
  return FigurePair{*treatment_first ? one.figure : two.figure,
                    *treatment_first ? two.figure : one.figure,
                    {one.span.begin, two.span.end}};
}

}  // namespace claimcheck
