#include "verify/arms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "text/numbers.h"
#include "verify/arm_marks.h"
#include "verify/effect_barrier.h"

namespace claimcheck {
namespace {

/// Shares that no test compares must differ by so much of the larger one.
constexpr double kPlainDifference = 1.0 / 3;

// "-14 %": a change, and no share of people.
bool is_signed(std::string_view text, const NumberMention& number) {
  static constexpr std::array<std::string_view, 3> signs{"-", "\u2212", "\u2013"};
  if (number.value < 0) return true;
  const std::string_view before = text.substr(0, number.span.begin);
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    if (!before.ends_with(sign)) return false;
    const std::string_view ahead = before.substr(0, before.size() - sign.size());
    return ahead.empty() || ahead.ends_with(' ') || ahead.ends_with('(');
  });
}

// "+0.05".
bool is_marked_rise(std::string_view text, const NumberMention& number) {
  return text.substr(0, number.span.begin).ends_with('+') || slice(text, number.span).starts_with('+');
}

std::vector<Mark> list_shares(const Sentence& sentence, const TokenRange& clause, NumberKind kind) {
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  std::vector<Mark> shares;
  for (const NumberMention& number : sentence.numbers) {
    if (number.kind != kind || !bytes.contains(number.span)) continue;
    if (kind == NumberKind::percent && is_relative_percent(sentence.text, number.span)) continue;
    if (is_signed(sentence.text, number)) continue;
    const double total = kind == NumberKind::percent ? 100 : number.high.value_or(0);
    if (number.value < 0 || total < 1 || number.value > total) continue;
    shares.push_back({MarkKind::figure, number.span.begin, number.value / total, number.span});
  }
  return shares;
}

bool is_near(const FigurePair& pair) {
  return std::abs(pair.treated - pair.compared) < kPlainDifference * std::max(pair.treated, pair.compared);
}

bool names_control_within(const Sentence& sentence, Span bytes) {
  return names_control(sentence, {token_at(sentence, bytes.begin), token_at(sentence, bytes.end)});
}

/// "6 % and 9 % with the drug as compared to 21 % and 30 %": of two outcomes, or at two times, which went
/// the same way. The mean of each arm.
std::vector<Mark> join_double_shares(const Sentence& sentence, const std::vector<Mark>& shares) {
  if (shares.size() != 4 || !has_comparison(sentence, {shares[1].span.end, shares[2].span.begin})) return shares;
  const double first = shares[0].figure - shares[2].figure;
  const double second = shares[1].figure - shares[3].figure;
  if (first * second <= 0) return shares;
  std::vector<Mark> joined{shares[0], shares[2]};
  joined[0].figure = (shares[0].figure + shares[1].figure) / 2;
  joined[1].figure = (shares[2].figure + shares[3].figure) / 2;
  joined[0].span.end = shares[1].span.end;
  joined[1].span.end = shares[3].span.end;
  return joined;
}

/// Whether an arm stands right before its share: "the drug, 58 %".
bool arms_stand_ahead(const Sentence& sentence, const std::vector<Mark>& arms, const Mark& share) {
  constexpr std::size_t near = 4;  // bytes from the arm to its share
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    const bool arm =
        std::any_of(arms.begin(), arms.end(), [&](const Mark& mark) { return token.span.begin == mark.at; });
    return arm && token.span.end <= share.at && share.at - token.span.end <= near;
  });
}

/// "60 % with saline, 25 % with another drug and 30 % with the drug", "the drug, 58 %, another, 41 %, placebo, 19 %":
/// the shares of the treatment and of the control, each beside its arm.
std::optional<FigurePair> pair_with_control(const Sentence& sentence, const TokenRange& clause,
                                            const SlotMatcher& subject, const std::vector<Mark>& shares) {
  std::vector<Mark> arms;
  add_arms(sentence, clause, subject, arms);
  const bool ahead = arms_stand_ahead(sentence, arms, shares.front());
  std::optional<Mark> treated;
  std::optional<Mark> control;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::size_t before = i == 0 ? 0 : shares[i - 1].span.end;
    const std::size_t next = i + 1 < shares.size() ? shares[i + 1].at : sentence.text.size();
    const Span beside = ahead ? Span{before, shares[i].at} : Span{shares[i].span.end, next};
    const auto own = std::find_if(arms.begin(), arms.end(),
                                  [&](const Mark& arm) { return beside.begin <= arm.at && arm.at < beside.end; });
    if (own == arms.end()) return std::nullopt;
    const bool is_treated = own->kind == MarkKind::treatment;
    if (!is_treated && !names_control_within(sentence, beside)) continue;
    std::optional<Mark>& arm = is_treated ? treated : control;
    if (arm) return std::nullopt;
    arm = shares[i];
  }
  if (!treated || !control) return std::nullopt;
  const auto [first, second] = std::minmax(treated->at, control->at);
  const std::size_t end = second == treated->at ? treated->span.end : control->span.end;
  return FigurePair{treated->figure, control->figure, {first, end}};
}

std::optional<FigurePair> pair_shares(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  if (clause.first >= clause.last) return std::nullopt;
  std::vector<Mark> shares = join_double_shares(sentence, list_shares(sentence, clause, NumberKind::percent));
  if (shares.size() > 2) {
    if (const auto pair = pair_with_control(sentence, clause, subject, shares)) return pair;
  }
  if (shares.size() != 2) shares = list_shares(sentence, clause, NumberKind::fraction);
  return pair_with_arms(sentence, clause, subject, std::move(shares));
}

/// "In 41 given the drug and 44 given placebo": people of arms whose size the clause does not tell.
std::optional<FigurePair> pair_counts(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  if (clause.first >= clause.last) return std::nullopt;
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  std::vector<Mark> counts;
  for (const NumberMention& number : find_numbers(sentence.text, sentence.tokens)) {
    const bool countable = number.kind == NumberKind::count || number.kind == NumberKind::plain;
    if (!countable || !bytes.contains(number.span) || number.value < 1 || number.value != std::floor(number.value))
      continue;
    counts.push_back({MarkKind::figure, number.span.begin, number.value, number.span});
  }
  return pair_with_arms(sentence, clause, subject, std::move(counts));
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

/// How much something changed in an arm.
struct Amount {
  double value = 0;
  std::size_t end = 0;  ///< byte behind its last number
};

bool may_be_amount(const NumberMention& number) {
  return number.kind == NumberKind::plain || number.kind == NumberKind::percent || number.kind == NumberKind::dose ||
         number.kind == NumberKind::difference;
}

/// The word before byte `at`, folded; empty at the beginning.
std::string_view word_before(const Sentence& sentence, std::size_t at) {
  const auto next = std::lower_bound(sentence.tokens.begin(), sentence.tokens.end(), at,
                                     [](const Token& token, std::size_t byte) { return token.span.begin < byte; });
  return next == sentence.tokens.begin() ? std::string_view() : std::string_view(std::prev(next)->norm);
}

bool changes_by(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 12> verbs{"by",       "fell",     "rose",      "dropped",
                                                          "lost",     "gained",   "decreased", "increased",
                                                          "declined", "improved", "reduced",   "went"};
  const std::string_view word = word_before(sentence, at);
  return std::find(verbs.begin(), verbs.end(), word) != verbs.end();
}

/// "Fell in 30 %": the share of the people in whom it changed.
bool is_share_in(const Sentence& sentence, const NumberMention& number) {
  return number.kind == NumberKind::percent && word_before(sentence, number.span.begin) == "in";
}

/// "± 0.4", "SD 0.4": how far values spread.
bool is_spread(const Sentence& sentence, const NumberMention& number) {
  const std::string_view word = word_before(sentence, number.span.begin);
  return word == "±" || word == "sd" || word == "se" || word == "sem";
}

/// The amounts of change that numbers tell in bytes `range`: "by 3", "fell 3", "from 7 to 4"; behind the first also a
/// bare number.
std::vector<Amount> list_amounts(const Sentence& sentence, Span range) {
  constexpr std::size_t longest = 24;  // bytes from "7" to "4"
  std::vector<NumberMention> numbers = find_numbers(sentence.text, sentence.tokens);
  std::erase_if(numbers, [&](const NumberMention& number) {
    return !may_be_amount(number) || number.span.begin < range.begin || is_spread(sentence, number);
  });
  std::vector<Amount> amounts;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const NumberMention& number = numbers[i];
    const bool from = word_before(sentence, number.span.begin) == "from";
    if (from && i + 1 < numbers.size() && word_before(sentence, numbers[i + 1].span.begin) == "to" &&
        numbers[i + 1].span.begin - number.span.end <= longest) {
      amounts.push_back({std::abs(number.value - numbers[i + 1].value), numbers[i + 1].span.end});
      ++i;
    } else if (from && number.low && number.high) {
      amounts.push_back({*number.high - *number.low, number.span.end});
    } else if (!from &&
               (!amounts.empty() || changes_by(sentence, number.span.begin) || is_share_in(sentence, number))) {
      amounts.push_back({std::abs(number.value), number.span.end});
    }
  }
  return amounts;
}

/// "At 12 weeks", "after a follow-up of 3 years": when, and not how long.
bool is_date(const Sentence& sentence, const NumberMention& number) {
  static constexpr std::array<std::string_view, 8> words{"at",     "after", "over",  "within",
                                                         "during", "until", "every", "week"};
  constexpr std::size_t reach = 24;  // bytes
  const std::size_t from = number.span.begin - std::min(number.span.begin, reach);
  if (sentence.text.substr(from, number.span.begin - from).find("follow") != std::string_view::npos) return true;
  const std::string_view word = word_before(sentence, number.span.begin);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The times that the clause tells, the first of two without its unit: "14.1 versus 7.6 months".
std::vector<Mark> list_times(const Sentence& sentence, const TokenRange& clause) {
  constexpr std::size_t longest = 16;  // bytes from "14.1" to "7.6 months"
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  std::vector<Mark> times;
  std::string unit;
  const NumberMention* before = nullptr;
  for (const NumberMention& number : sentence.numbers) {
    if (!bytes.contains(number.span) || number.low || is_date(sentence, number)) continue;
    const bool bare = number.kind == NumberKind::plain;
    if (number.kind == NumberKind::duration) {
      if (before != nullptr && times.empty() && number.span.begin - before->span.end <= longest)
        times.push_back({MarkKind::figure, before->span.begin, before->value, before->span});
      if (!unit.empty() && number.unit != unit) return {};
      unit = number.unit;
      times.push_back({MarkKind::figure, number.span.begin, number.value, number.span});
    }
    before = bare ? &number : nullptr;
  }
  return times;
}

/// The arm that is named next behind byte `from`, before byte `to`.
std::optional<MarkKind> arm_between(const std::vector<Mark>& arms, std::size_t from, std::size_t to) {
  for (const Mark& arm : arms) {
    if (from <= arm.at && arm.at < to) return arm.kind;
  }
  return std::nullopt;
}

/// "43 and 24 % (RR 0.56)": the ratio is that of the second arm to the first, and nobody knows which is which.
bool runs_against_shares(const Sentence& sentence, const TokenRange& clause, double ratio) {
  const std::vector<Mark> shares = list_shares(sentence, clause, NumberKind::percent);
  if (shares.size() != 2 || shares[0].figure == shares[1].figure) return false;
  return (shares[0].figure > shares[1].figure) != (ratio > 1);
}

}  // namespace

std::optional<NumberReading> compare_arms(const Sentence& sentence, const TokenRange& clause,
                                          const SlotMatcher& subject, const Statistics& statistics) {
  const std::optional<FigurePair> pair = pair_shares(sentence, clause, subject);
  if (!pair || pair->treated == pair->compared) return std::nullopt;
  if (!statistics.excludes_null && is_near(*pair)) return std::nullopt;
  return NumberReading{pair->treated > pair->compared ? Reported::increase : Reported::decrease,
                       std::string(slice(sentence.text, pair->span)), pair->treated};
}

std::optional<double> treated_share(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  const std::optional<FigurePair> pair = pair_shares(sentence, clause, subject);
  return pair ? std::optional(pair->treated) : std::nullopt;
}

bool are_fewer_treated(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  const std::optional<FigurePair> pair = pair_counts(sentence, clause, subject);
  return pair && pair->treated < pair->compared && !is_near(*pair);
}

bool are_arms_alike(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
                    const Statistics& statistics) {
  std::optional<FigurePair> pair = pair_shares(sentence, clause, subject);
  if (!pair) pair = pair_counts(sentence, clause, subject);
  return pair && (pair->treated == pair->compared || (!statistics.excludes_null && is_near(*pair)));
}

std::optional<ChangeContrast> contrast_changes(const Sentence& sentence, const TokenRange& clause,
                                               const SlotMatcher& subject, const Statistics& statistics) {
  if (clause.first >= clause.last) return std::nullopt;
  const std::size_t size = sentence.text.size();
  std::vector<Mark> arms;
  add_arms(sentence, {clause.first, sentence.tokens.size()}, subject, arms);
  const auto has = [&](MarkKind kind) {
    return std::any_of(arms.begin(), arms.end(), [kind](const Mark& arm) { return arm.kind == kind; });
  };
  if (!has(MarkKind::treatment) || !has(MarkKind::comparator)) return std::nullopt;
  const std::vector<Amount> amounts = list_amounts(sentence, {sentence.tokens[clause.first].span.begin, size});
  if (amounts.size() != 2) return std::nullopt;
  std::sort(arms.begin(), arms.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
  const auto one = arm_between(arms, amounts[0].end, amounts[1].end);
  const auto two = arm_between(arms, amounts[1].end, size);
  if (!one || !two || *one == *two) return std::nullopt;
  const double treated = *one == MarkKind::treatment ? amounts[0].value : amounts[1].value;
  const double compared = *one == MarkKind::treatment ? amounts[1].value : amounts[0].value;
  const double larger = std::max(treated, compared);
  // An interval is that of one arm's change.
  const bool tested = statistics.numbers.p_value.has_value();
  if (!tested && std::abs(treated - compared) < kPlainDifference * larger) return ChangeContrast::alike;
  if (treated == compared) return ChangeContrast::alike;
  return treated > compared ? ChangeContrast::more : ChangeContrast::less;
}

std::optional<NumberReading> compare_signed_changes(const Sentence& sentence, const TokenRange& clause,
                                                    const SlotMatcher& subject, const Statistics& statistics) {
  if (clause.first >= clause.last || !statistics.excludes_null.value_or(false)) return std::nullopt;
  const Span bytes{sentence.tokens[clause.first].span.begin, sentence.tokens[clause.last - 1].span.end};
  const bool changes = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return bytes.contains(token.span) && token.stem == "chang";
  });
  if (!changes) return std::nullopt;
  std::vector<Mark> marks;
  for (const NumberMention& number : find_numbers(sentence.text, sentence.tokens)) {
    const bool amount = number.kind == NumberKind::plain || number.kind == NumberKind::percent;
    const bool fell = is_signed(sentence.text, number);
    if (!amount || !bytes.contains(number.span) || (!fell && !is_marked_rise(sentence.text, number))) continue;
    const double size = std::abs(number.value);
    marks.push_back({MarkKind::figure, number.span.begin, fell ? -size : size, number.span});
  }
  const auto pair = pair_with_arms(sentence, clause, subject, std::move(marks));
  if (!pair || pair->treated == pair->compared) return std::nullopt;
  return NumberReading{pair->treated < pair->compared ? Reported::decrease : Reported::increase,
                       std::string(slice(sentence.text, pair->span)), std::nullopt};
}

std::optional<NumberReading> compare_times(const Sentence& sentence, const TokenRange& clause,
                                           const SlotMatcher& subject, const Statistics& statistics) {
  if (clause.first >= clause.last || !statistics.excludes_null.value_or(false)) return std::nullopt;
  const auto pair = pair_with_arms(sentence, clause, subject, list_times(sentence, clause));
  if (!pair || pair->treated == pair->compared) return std::nullopt;
  return NumberReading{pair->treated > pair->compared ? Reported::increase : Reported::decrease,
                       std::string(slice(sentence.text, pair->span)), std::nullopt};
}

std::optional<NumberReading> read_efficacy(const Sentence& sentence, const TokenRange& clause,
                                           const Statistics& statistics) {
  const FindingNumbers& numbers = statistics.numbers;
  const bool by_share = numbers.rate_low.value_or(0) > 0;
  const bool by_percent = numbers.ci_low && numbers.ci_high && *numbers.ci_low > 1 && *numbers.ci_high <= 100;
  if ((!by_share && !by_percent) || numbers.estimate || !numbers.rate) return std::nullopt;
  for (std::size_t i = clause.first; i + 1 < clause.last; ++i) {
    const std::string& norm = sentence.tokens[i].norm;
    if ((norm == "efficacy" || norm == "effectiveness") && sentence.tokens[i + 1].norm == "against")
      return NumberReading{Reported::decrease, statistics.words, std::nullopt};
  }
  return std::nullopt;
}

std::optional<NumberReading> read_estimate(const Sentence& sentence, const TokenRange& clause,
                                           const SlotMatcher& subject, const Statistics& statistics) {
  const FindingNumbers& numbers = statistics.numbers;
  if (!statistics.excludes_null.value_or(false) || (!numbers.estimate && !numbers.ci_high)) return std::nullopt;
  const double estimate = numbers.estimate ? *numbers.estimate : *numbers.ci_high;
  const bool ratio = numbers.null_value == 1;
  if (!ratio && estimate >= 0) return std::nullopt;
  if (ratio && !subject.matches(sentence) && runs_against_shares(sentence, clause, estimate)) return std::nullopt;
  bool more = ratio && estimate > 1;
  if (is_named_second(sentence, clause, subject)) more = !more;
  return NumberReading{more ? Reported::increase : Reported::decrease, statistics.words, std::nullopt};
}

}  // namespace claimcheck
