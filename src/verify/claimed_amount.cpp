#include "verify/claimed_amount.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "text/number_tokens.h"
#include "text/one_of.h"
#include "verify/effect.h"
#include "verify/own_numbers.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

using Sort = ClaimedAmount::Sort;

constexpr double kTolerance = 0.2;  // of the claimed amount
constexpr double kPercentPoints = 0.05;

// Reads an amount out of the claim's tokens, from left to right.
class AmountReader {
 public:
  AmountReader(std::string_view text, std::span<const Token> tokens)
      : tokens_(tokens), read_(text, tokens), phrases_(claim_words().find(tokens)) {}

  std::optional<ClaimedAmount> find() {
    std::optional<ClaimedAmount> found;
    for (std::size_t at = 0; at < read_.size(); ++at) {
      auto amount = amount_at(at);
      if (!amount) continue;
      if (found && amount->span.overlaps(found->span)) continue;
      if (found) return std::nullopt;  // two amounts: no rule tells which is whose
      found = std::move(amount);
    }
    return bounded_above_ ? std::nullopt : found;
  }

 private:
  [[nodiscard]] const PhraseMatch* phrase_at(std::size_t at, std::string_view category) const {
    const auto found = std::find_if(phrases_.begin(), phrases_.end(), [&](const PhraseMatch& phrase) {
      return phrase.first == at && phrase.category == category;
    });
    return found == phrases_.end() ? nullptr : &*found;
  }

  // "About", "roughly", "more than", and the articles.
  std::size_t skip_hedges(std::size_t at, bool& at_least) {
    static constexpr std::array<std::string_view, 14> near{
        "about", "around",  "roughly", "approximately", "some", "nearly", "almost", "an",
        "a",     "average", "of",      "the",           "just", "another"};
    while (at < read_.size()) {
      if (const PhraseMatch* phrase = phrase_at(at, "at_least")) {
        at_least = true;
        at = phrase->last;
      } else if (const PhraseMatch* most = phrase_at(at, "at_most")) {
        bounded_above_ = true;
        at = most->last;
      } else if (is_one_of(near, read_.norm(at))) {
        ++at;
      } else {
        return at;
      }
    }
    return at;
  }

  [[nodiscard]] bool is_percent(std::size_t at, std::size_t& last) const {
    if (read_.is(at, "%") || read_.is(at, "percent")) {
      last = at + 1;
      return true;
    }
    if (read_.is(at, "per") && read_.is(at + 1, "cent")) {
      last = at + 2;
      return true;
    }
    return false;
  }

  // "A third", "two thirds", "30 per cent".
  std::optional<double> share_at(std::size_t at, std::size_t& last) const {
    const auto number = read_.figure_or_word(at);
    const std::size_t behind = number ? number->last : at;
    if (number && is_percent(behind, last)) return number->value / 100;
    const std::size_t noun = read_.is_dash(behind) ? behind + 1 : behind;
    const PhraseMatch* part = phrase_at(noun, "part_of_whole");
    if (part == nullptr) return std::nullopt;
    last = part->last;
    return (number ? number->value : 1) / std::stod(std::string(part->value));
  }

  // "One faller in five fewer", "one in five fewer".
  [[nodiscard]] std::optional<double> count_at(std::size_t at, std::size_t& last) const {
    const auto number = read_.figure_or_word(at);
    if (!number || !number->is_whole()) return std::nullopt;
    const std::size_t in = read_.is(number->last, "in") ? number->last : number->last + 1;
    const auto whole = read_.is(in, "in") ? read_.figure_or_word(in + 1) : std::nullopt;
    if (!whole || whole->value <= number->value) return std::nullopt;
    last = whole->last;
    return number->value / whole->value;
  }

  // "1.2 kilos", "a couple of points", "two fewer days".
  std::optional<double> units_at(std::size_t at, std::size_t& last, std::string& unit) const {
    std::optional<double> value;
    std::size_t noun = at;
    if (const auto number = read_.figure_or_word(at)) {
      value = number->value;
      noun = number->last;
    } else if (read_.is(at, "couple") && read_.is(at + 1, "of")) {
      value = 2;
      noun = at + 2;
    }
    if (!value) return std::nullopt;
    if (read_.is_dash(noun)) return std::nullopt;  // "25-mg", "two-week"
    const PhraseMatch* name = phrase_at(noun, "unit");
    if (name == nullptr) return std::nullopt;
    unit = name->value == "point" ? std::string_view() : name->value;
    last = name->last;
    return value;
  }

  [[nodiscard]] bool is_degree(std::size_t at) const { return phrase_at(at, "amount_degree") != nullptr; }

  // "A reduction of 30 %", "weight loss of 15 %".
  [[nodiscard]] bool is_behind_change(std::size_t of) const {
    static constexpr std::array<std::string_view, 12> nouns{"loss", "reduction", "decrease",    "drop",
                                                            "fall", "rise",      "increase",    "gain",
                                                            "cut",  "decline",   "improvement", "lowering"};
    return of > 0 && read_.is(of, "of") && is_one_of(nouns, read_.norm(of - 1));
  }

  // "Lose about 5 kg".
  [[nodiscard]] bool is_what_moves(std::size_t at) const {
    static constexpr std::array<std::string_view, 10> verbs{"lose",  "loses", "lost",  "losing", "gain",
                                                            "gains", "shed",  "sheds", "add",    "adds"};
    return is_one_of(verbs, read_.norm(at));
  }

  ClaimedAmount make(Sort sort, double value, bool at_least, std::size_t first, std::size_t last) const {
    return {sort, value, at_least, {}, {tokens_[first].span.begin, tokens_[last - 1].span.end}};
  }

  // Behind the hedges at `number`: "a third", "30 per cent lower", "one faller in five fewer".
  [[nodiscard]] std::optional<ClaimedAmount> share_amount(std::size_t first, std::size_t number,
                                                          bool introduced) const {
    std::size_t last = number;
    if (const auto share = share_at(number, last); share && *share < 1) {
      if (is_degree(last)) return make(Sort::share, *share, false, first, last + 1);
      if (introduced) return make(Sort::share, *share, false, first, last);
    }
    const auto counted = count_at(number, last);
    return counted && is_degree(last) ? std::optional(make(Sort::share, *counted, false, first, last + 1))
                                      : std::nullopt;
  }

  // "7 minutes", "1.2 kilos more".
  [[nodiscard]] std::optional<ClaimedAmount> units_amount(std::size_t first, std::size_t number,
                                                          bool introduced) const {
    std::size_t last = number;
    std::string unit;
    const auto value = units_at(number, last, unit);
    const bool degree = value && is_degree(last);
    if (!value || (!introduced && !degree)) return std::nullopt;
    ClaimedAmount amount = make(Sort::units, *value, false, first, degree ? last + 1 : last);
    amount.unit = unit;
    return amount;
  }

  std::optional<ClaimedAmount> amount_at(std::size_t at) {
    if (const PhraseMatch* fixed = phrase_at(at, "fixed_amount")) {
      const double value = std::stod(std::string(fixed->value));
      return make(value < 1 ? Sort::share : Sort::times, value, false, at, fixed->last);
    }
    const bool moves = is_what_moves(at);
    const bool introduced = moves || read_.is(at, "by") || is_behind_change(at);
    const std::size_t first = moves ? at + 1 : at;
    const bool bounded = bounded_above_;
    bool at_least = false;
    const std::size_t number = skip_hedges(introduced ? at + 1 : at, at_least);
    auto amount = share_amount(first, number, introduced);
    if (!amount) amount = units_amount(first, number, introduced);
    if (amount) {
      amount->at_least = at_least;
    } else {
      bounded_above_ = bounded;  // the bound was of something else
    }
    return amount;
  }

  std::span<const Token> tokens_;
  NumberReader read_;
  std::vector<PhraseMatch> phrases_;
  bool bounded_above_ = false;
};

bool is_near(const ClaimedAmount& amount, double found, double slack) {
  if (amount.at_least && found >= amount.value) return true;
  return std::abs(found - amount.value) <= std::max(slack, kTolerance * amount.value);
}

// "2.3" rounds to "2".
double rounding(double claimed) {
  return claimed == std::floor(claimed) ? 0.5 : 0.05;
}

bool has_unit(const Sentence& sentence, const NumberMention& number, std::string_view unit) {
  if (unit.empty()) return number.kind != NumberKind::duration;
  if (number.unit == unit) return true;
  const std::vector<PhraseMatch> phrases = claim_words().find(sentence.tokens);
  return std::any_of(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    const Token& name = sentence.tokens[phrase.first];
    const std::size_t gap = name.span.begin - std::min(name.span.begin, number.span.end);
    return phrase.category == "unit" && phrase.value == unit && name.span.begin >= number.span.begin && gap <= 2;
  });
}

bool bears(const ClaimedAmount& amount, const Sentence& sentence, const NumberMention& number) {
  if (number.relation != NumberRelation::equal) return false;
  const bool ratio = number.kind == NumberKind::ratio && number.value > 0;
  const bool percent = number.kind == NumberKind::percent && !number.low;
  switch (amount.sort) {
    case Sort::share:
      return (ratio && is_near(amount, std::abs(1 - number.value), kPercentPoints)) ||
             (percent && is_near(amount, std::abs(number.value) / 100, kPercentPoints));
    case Sort::times:
      return ratio && is_near(amount, std::max(number.value, 1 / number.value), 0);
    case Sort::units:
      return (number.kind == NumberKind::plain || number.kind == NumberKind::difference ||
              number.kind == NumberKind::duration) &&
             has_unit(sentence, number, amount.unit) && is_near(amount, std::abs(number.value), rounding(amount.value));
  }
  return false;
}

}  // namespace

std::optional<ClaimedAmount> find_claimed_amount(std::string_view text, std::span<const Token> tokens) {
  return AmountReader(text, tokens).find();
}

bool bears_amount(const ClaimedAmount& amount, const Sentence& sentence, const SlotMatch& outcome) {
  const TokenRange part = own_part(sentence, {0, sentence.tokens.size()}, outcome);
  if (part.first >= part.last) return false;
  const Span span{sentence.tokens[part.first].span.begin, sentence.tokens[part.last - 1].span.end};
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    return span.contains(number.span) && bears(amount, sentence, number);
  });
}

}  // namespace claimcheck
