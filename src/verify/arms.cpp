#include "verify/arms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "text/numbers.h"

namespace claimcheck {
namespace {

/// Shares that no test compares must differ by so much of the larger one.
constexpr double kPlainDifference = 1.0 / 3;

enum class MarkKind { treatment, comparator, share };

/// Where a clause names an arm or gives a share.
struct Mark {
  MarkKind kind = MarkKind::share;
  std::size_t at = 0;  ///< byte in the sentence
  double share = 0;
  Span span;
};

bool is_arm(const Mark& mark) {
  return mark.kind != MarkKind::share;
}

bool names_comparator(const Token& token) {
  static constexpr std::array<std::string_view, 6> words{"control",    "controls",   "sham",
                                                         "comparator", "comparison", "untreated"};
  return std::find(words.begin(), words.end(), token.norm) != words.end();
}

// "Compared with placebo, …" tells what follows is compared with, not in which order.
bool opens_comparison(const Sentence& sentence, std::size_t first, std::size_t last) {
  if (last >= sentence.tokens.size() || sentence.tokens[last].norm != ",") return false;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [first](const Cue& cue) { return cue.kind == CueKind::comparison && cue.last == first; });
}

void add_arms(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
              std::vector<Mark>& marks) {
  const auto add = [&](MarkKind kind, std::size_t first, std::size_t last) {
    if (!clause.contains(first) || opens_comparison(sentence, first, last)) return;
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
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    if (names_comparator(sentence.tokens[i])) add(MarkKind::comparator, i, i + 1);
  }
}

std::vector<Mark> list_shares(const Sentence& sentence, const TokenRange& clause, NumberKind kind) {
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  std::vector<Mark> shares;
  for (const NumberMention& number : sentence.numbers) {
    if (number.kind != kind || !bytes.contains(number.span)) continue;
    if (kind == NumberKind::percent && is_relative_percent(sentence.text.substr(number.span.end))) continue;
    const double total = kind == NumberKind::percent ? 100 : number.high.value_or(0);
    if (number.value < 0 || total < 1 || number.value > total) continue;
    shares.push_back({MarkKind::share, number.span.begin, number.value / total, number.span});
  }
  return shares;
}

bool has_comparison(const Sentence& sentence, Span between) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [between](const Cue& cue) {
    return cue.kind == CueKind::comparison && between.contains(cue.span);
  });
}

// Each share has an arm before it, or the shares are set against one another.
bool are_told_apart(const Sentence& sentence, const std::vector<Mark>& marks, const Mark& one, const Mark& two) {
  const bool arm_between = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
    return is_arm(mark) && one.at < mark.at && mark.at < two.at;
  });
  return arm_between || has_comparison(sentence, {one.at, two.at}) ||
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
  const bool both = std::any_of(first_arm, marks.end(),
                                [&](const Mark& mark) { return is_arm(mark) && mark.kind != first_arm->kind; });
  if (both && are_told_apart(sentence, marks, one, two)) return first_arm->kind == MarkKind::treatment;
  if (both) return std::nullopt;
  if (first_arm->kind == MarkKind::comparator && first_arm->at > two.at) return true;
  if (first_arm->at > one.at || !has_comparison(sentence, {one.at, two.at})) return std::nullopt;
  return first_arm->kind == MarkKind::treatment;
}

// The treatment stands behind the comparator, and a word of comparison between them.
bool is_named_second(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  std::vector<Mark> arms;
  add_arms(sentence, clause, subject, arms);
  const auto first_of = [&](MarkKind kind) {
    std::size_t first = sentence.text.size();
    for (const Mark& arm : arms) {
      if (arm.kind == kind) first = std::min(first, arm.at);
    }
    return first;
  };
  const std::size_t treatment = first_of(MarkKind::treatment);
  const std::size_t comparator = first_of(MarkKind::comparator);
  return comparator < treatment && treatment < sentence.text.size() &&
         (has_comparison(sentence, {comparator, treatment}) ||
          sentence.text.substr(comparator, treatment - comparator).find("minus") != std::string_view::npos);
}

}  // namespace

std::optional<NumberReading> compare_arms(const Sentence& sentence, const TokenRange& clause,
                                          const SlotMatcher& subject, const Statistics& statistics) {
  if (clause.first >= clause.last) return std::nullopt;
  std::vector<Mark> shares = list_shares(sentence, clause, NumberKind::percent);
  if (shares.size() != 2) shares = list_shares(sentence, clause, NumberKind::fraction);
  if (shares.size() != 2) return std::nullopt;
  const Mark one = shares.front();
  const Mark two = shares.back();
  std::vector<Mark> marks = std::move(shares);
  add_arms(sentence, clause, subject, marks);
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
  const auto treatment_first = is_treatment_first(sentence, marks, one, two);
  if (!treatment_first) return std::nullopt;
  const double treated = *treatment_first ? one.share : two.share;
  const double compared = *treatment_first ? two.share : one.share;
  const double larger = std::max(treated, compared);
  const double apart = std::abs(treated - compared);
  if (apart <= 0 || (!statistics.excludes_null && apart < kPlainDifference * larger)) return std::nullopt;
  const Span both{one.span.begin, two.span.end};
  return NumberReading{treated > compared ? Reported::increase : Reported::decrease,
                       std::string(slice(sentence.text, both)), treated};
}

std::optional<NumberReading> read_estimate(const Sentence& sentence, const TokenRange& clause,
                                           const SlotMatcher& subject, const Statistics& statistics) {
  const FindingNumbers& numbers = statistics.numbers;
  if (!statistics.excludes_null.value_or(false) || (!numbers.estimate && !numbers.ci_high)) return std::nullopt;
  const double estimate = numbers.estimate ? *numbers.estimate : *numbers.ci_high;
  const bool ratio = numbers.null_value == 1;
  if (!ratio && estimate >= 0) return std::nullopt;
  bool more = ratio && estimate > 1;
  if (is_named_second(sentence, clause, subject)) more = !more;
  return NumberReading{more ? Reported::increase : Reported::decrease, statistics.words, std::nullopt};
}

}  // namespace claimcheck
