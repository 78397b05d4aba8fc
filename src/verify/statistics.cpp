#include "verify/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "text/numbers.h"
#include "text/rates.h"

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

// What an interval that stands right behind a rate is written in.
struct LastRate {
  std::size_t end = 0;  ///< byte behind the rate; 0 without one
  double value = 0;
  double unit = 1;
};

void add_rate(const RateMention& rate, FindingNumbers& numbers, LastRate& last) {
  if (numbers.rate) return;
  numbers.rate = rate.value;
  last = {rate.span.end, rate.value, rate.unit};
}

// "Fell by 30 %", "an efficacy of 54 %": no share of people.
bool is_share(std::string_view before) {
  static constexpr std::array<std::string_view, 9> words{
      "by ",           "reduction of ",      "increase of ",      "efficacy of ",  "decrease of ",
      "efficacy was ", "effectiveness was ", "effectiveness of ", "difference of "};
  return std::none_of(words.begin(), words.end(), [before](std::string_view word) { return before.ends_with(word); });
}

void add_percent(const NumberMention& number, std::string_view text, FindingNumbers& numbers, LastRate& last) {
  // "5 of 10,000 (0.05 %; …)": the share again, whose interval may follow.
  constexpr double rounding = 0.1;
  const bool again = numbers.rate && std::abs(number.value / 100 - *numbers.rate) <= rounding * *numbers.rate;
  if (again && !numbers.rate_low) last = {number.span.end, number.value / 100, 0.01};
  if (numbers.rate || is_relative_percent(text, number.span)) return;
  if (is_heterogeneity(text.substr(0, number.span.begin))) return;
  // Of a range the lower end is what was seen at least.
  const double percent = number.low.value_or(number.value);
  if (percent < 0 || percent > 100) return;
  numbers.rate = percent / 100;
  if (is_share(text.substr(0, number.span.begin))) last = {number.span.end, number.value / 100, 0.01};
}

// "0.05 % (95 % CI 0.02 to 0.09)": the interval stands behind the rate, in its unit, and holds it. False where it is
// one of something else.
bool add_rate_interval(const NumberMention& number, const LastRate& last, std::string_view text,
                       FindingNumbers& numbers) {
  constexpr double slack = 1e-9;
  if (numbers.rate_low || last.end == 0 || last.end > number.span.begin || !number.low || !number.high) return false;
  // "1.2 % of the users (CI …)"; no other number stands between.
  constexpr std::size_t reach = 40;  // bytes
  static constexpr std::array<std::string_view, 4> others{"atio", "HR", "OR", "ifference"};
  const std::string_view between = text.substr(last.end, number.span.begin - last.end);
  const bool touches = between == "; " || between == ";";
  const bool near =
      touches || (between.size() <= reach && between.find_first_of("0123456789;") == std::string_view::npos);
  const bool of_other = std::any_of(others.begin(), others.end(), [between](std::string_view word) {
    return between.find(word) != std::string_view::npos;
  });
  if (!near || of_other) return false;
  const double low = *number.low * last.unit;
  const double high = *number.high * last.unit;
  if (low < 0 || low > last.value + slack || high < last.value - slack || high > 1) return false;
  numbers.rate_low = low;
  numbers.rate_high = high;
  return true;
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

// "Cut incidence by", "fell by"; but not "was reached by", "reported by".
static bool is_changed_by(std::string_view before) {
  static constexpr std::array<std::string_view, 13> words{"cut",     "cuts",   "lower", "reduc",   "decreas",
                                                          "increas", "rais",   "fell ", "dropped", "declin",
                                                          "rose ",   "improv", "slash"};
  constexpr std::size_t reach = 40;  // bytes
  // "A reduction of anaemia of 6 %".
  const bool of = before.ends_with(" of ") && before.find("reduction of ") != std::string_view::npos &&
                  before.size() - before.rfind("reduction of ") <= reach;
  if (of) return true;
  if (!before.ends_with(" by ")) return false;
  before = before.substr(before.size() - std::min(before.size(), reach));
  return std::any_of(words.begin(), words.end(),
                     [before](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

bool is_heterogeneity(std::string_view before) {
  static constexpr std::array<std::string_view, 7> names{"I2",        "I²",        "I(2)",         "I 2",
                                                         "I-squared", "I squared", "heterogeneity"};
  constexpr std::size_t reach = 24;  // bytes
  before.remove_prefix(before.size() - std::min(before.size(), reach));
  return std::any_of(names.begin(), names.end(), [before](std::string_view name) {
    const std::size_t at = before.rfind(name);
    return at != std::string_view::npos && before.find_first_of(",;)", at + name.size()) == std::string_view::npos;
  });
}

bool is_relative_percent(std::string_view sentence, Span number) {
  if (is_changed_by(sentence.substr(0, number.begin))) return true;
  std::string_view after = sentence.substr(number.end);
  static constexpr std::array<std::string_view, 10> words{"less",  "more",    "lower",   "higher",  "fewer",
                                                          "reduc", "increas", "decreas", "greater", "improve"};
  const std::size_t start = after.find_first_not_of(" )]");
  if (start == std::string_view::npos) return false;
  after.remove_prefix(start);
  return std::any_of(words.begin(), words.end(), [after](std::string_view word) { return after.starts_with(word); });
}

// "Median survival was 7.6 months (95 % CI 6.9 to 8.4)".
static bool tells_median(const Sentence& sentence, const TokenRange& clause) {
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return token.norm == "median"; });
}

Statistics read_statistics(const Sentence& sentence, const TokenRange& clause) {
  Statistics statistics;
  if (clause.first >= clause.last) return statistics;
  FindingNumbers& numbers = statistics.numbers;
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  const std::vector<RateMention> rates = find_rates(sentence.text, sentence.tokens);
  auto rate = rates.begin();
  LastRate last;
  NumberKind before = NumberKind::plain;
  NumberKind current = NumberKind::plain;
  for (const NumberMention& number : sentence.numbers) {
    if (!bytes.contains(number.span)) continue;
    before = std::exchange(current, number.kind);
    while (rate != rates.end() && rate->span.end <= number.span.begin) ++rate;
    if (rate != rates.end() && rate->span.overlaps(number.span)) {
      add_rate(*rate, numbers, last);
      continue;
    }
    switch (number.kind) {
      case NumberKind::ratio:
      case NumberKind::difference:
        add_estimate(number, numbers);
        break;
      case NumberKind::interval:
        // Beside a share or a time it tells how sure that is, and tests nothing.
        if (add_rate_interval(number, last, sentence.text, numbers) ||
            (before == NumberKind::duration && tells_median(sentence, clause) && !names_difference(sentence, clause)))
          break;
        judge_interval(number, sentence, clause, statistics);
        break;
      case NumberKind::p_value:
        judge_p(number, statistics, sentence.text);
        break;
      case NumberKind::fraction:
        if (!numbers.rate) last = {number.span.end, number.value / number.high.value_or(1), 0.01};
        add_fraction(number, numbers);
        break;
      case NumberKind::percent:
        add_percent(number, sentence.text, numbers, last);
        break;
      case NumberKind::count:
        add_count(number, numbers);
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
