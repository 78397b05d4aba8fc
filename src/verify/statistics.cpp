#include "verify/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/numbers.h"

namespace claimcheck {
namespace {

void add_estimate(const NumberMention& number, FindingNumbers& numbers) {
  if (numbers.estimate) return;
  numbers.estimate = number.value;
  numbers.null_value = number.kind == NumberKind::ratio ? 1 : 0;
}

void add_fraction(const NumberMention& number, FindingNumbers& numbers) {
  const double exposed = number.high.value_or(0);
  if (numbers.exposed || exposed < 1 || number.value > exposed || exposed > 1e8) return;
  numbers.events = static_cast<int>(std::lround(number.value));
  numbers.exposed = static_cast<int>(std::lround(exposed));
  numbers.rate = number.value / exposed;
}

void add_percent(const NumberMention& number, FindingNumbers& numbers) {
  // Of a range the lower end is what was seen at least.
  const double percent = number.low.value_or(number.value);
  if (!numbers.rate && percent >= 0 && percent <= 100) numbers.rate = percent / 100;
}

void add_count(const NumberMention& number, FindingNumbers& numbers) {
  if (!numbers.exposed && number.value >= 1 && number.value <= 1e8) {
    numbers.exposed = static_cast<int>(std::lround(number.value));
  }
}

void judge_p(const NumberMention& number, Statistics& statistics, std::string_view text) {
  if (statistics.numbers.p_value) return;
  statistics.numbers.p_value = number.value;
  if (statistics.excludes_null) return;
  if (number.relation == NumberRelation::less && number.value > kAlpha) return;
  statistics.excludes_null = number.relation == NumberRelation::greater ? false
                             : number.relation == NumberRelation::less  ? number.value <= kAlpha
                                                                        : number.value < kAlpha;
  statistics.words = std::string(slice(text, number.span));
}

bool names_difference(const Sentence& sentence, const TokenRange& clause) {
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return token.norm == "difference" || token.norm == "differences"; });
}

void judge_interval(const NumberMention& number, const Sentence& sentence, const TokenRange& clause,
                    Statistics& statistics) {
  if (!number.low || !number.high || statistics.numbers.ci_low) return;
  const bool difference = names_difference(sentence, clause);
  statistics.numbers.ci_low = *number.low;
  statistics.numbers.ci_high = *number.high;
  // Without an estimate the interval's kind is unknown: it speaks only when both nulls agree.
  const bool has_zero = *number.low <= 0 && 0 <= *number.high;
  const bool has_one = *number.low <= 1 && 1 <= *number.high;
  const bool ratio = statistics.numbers.estimate && statistics.numbers.null_value == 1;
  if (!statistics.numbers.estimate && has_zero != has_one && !difference) return;
  statistics.excludes_null = ratio ? !has_one : !has_zero;
  statistics.words = std::string(slice(sentence.text, number.span));
}

}  // namespace

bool is_relative_percent(std::string_view after) {
  static constexpr std::array<std::string_view, 10> words{"less",  "more",    "lower",   "higher",  "fewer",
                                                          "reduc", "increas", "decreas", "greater", "improve"};
  const std::size_t start = after.find_first_not_of(" )]");
  if (start == std::string_view::npos) return false;
  after.remove_prefix(start);
  return std::any_of(words.begin(), words.end(), [after](std::string_view word) { return after.starts_with(word); });
}

Statistics read_statistics(const Sentence& sentence, const TokenRange& clause) {
  Statistics statistics;
  if (clause.first >= clause.last) return statistics;
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  for (const NumberMention& number : sentence.numbers) {
    if (!bytes.contains(number.span)) continue;
    switch (number.kind) {
      case NumberKind::ratio:
      case NumberKind::difference:
        add_estimate(number, statistics.numbers);
        break;
      case NumberKind::interval:
        judge_interval(number, sentence, clause, statistics);
        break;
      case NumberKind::p_value:
        judge_p(number, statistics, sentence.text);
        break;
      case NumberKind::fraction:
        add_fraction(number, statistics.numbers);
        break;
      case NumberKind::percent:
        if (!is_relative_percent(sentence.text.substr(number.span.end))) add_percent(number, statistics.numbers);
        break;
      case NumberKind::count:
        add_count(number, statistics.numbers);
        break;
      case NumberKind::dose:
      case NumberKind::duration:
      case NumberKind::plain:
        break;
    }
  }
  return statistics;
}

}  // namespace claimcheck
