#include "verify/claimed_rate.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/number_tokens.h"
#include "text/number_units.h"
#include "text/numbers.h"
#include "text/one_of.h"
#include "text/rates.h"
#include "verify/claimed_amount.h"

namespace claimcheck {
namespace {

Span span_of(const Sentence& sentence, std::size_t first, std::size_t last) {
  return {sentence.tokens[first].span.begin, sentence.tokens[last - 1].span.end};
}

// "More than 70 %" claims any share from there on, "at most 5 %" any up to there.
void widen_to_bound(const ClaimWords& words, ClaimedRate& rate) {
  const Sentence& sentence = words.sentence;
  for (const PhraseMatch& phrase : words.phrases) {
    const Span span = span_of(sentence, phrase.first, phrase.last);
    const bool before = span.end <= rate.span.begin && rate.span.begin - span.end <= 1;
    const bool inside = rate.span.begin <= span.begin && span.end <= rate.span.end;
    if (!before && !inside) continue;
    if (phrase.category == "at_least") rate.high = 1;
    if (phrase.category == "at_most") {
      rate.high = rate.high.value_or(rate.low);
      rate.low = 0;
    }
  }
}

// Shares that only claims tell so: "one patient in a hundred", "four in five", "one to two of every 1,000", "half of".
class ShareReader {
 public:
  explicit ShareReader(const ClaimWords& words) : words_(words), read_(words.sentence.text, words.sentence.tokens) {}

  std::optional<ClaimedRate> find() const {
    for (std::size_t at = 0; at < read_.size(); ++at) {
      if (auto rate = counted(at)) return rate;
      if (auto rate = part(at)) return rate;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::size_t skip_noun(std::size_t at) const { return is_counted_noun(read_.norm(at)) ? at + 1 : at; }

  // "A hundred", "every 1,000", "ten".
  [[nodiscard]] std::optional<double> total(std::size_t at, std::size_t& last) const {
    if (read_.is(at, "a") || read_.is(at, "every") || read_.is(at, "each")) ++at;
    double value = 1;
    bool found = false;
    if (const auto number = read_.figure_or_word(at)) {
      value = number->value;
      at = number->last;
      found = number->is_whole();
    }
    for (const auto& [word, scale] : {std::pair("hundred", 1e2), {"thousand", 1e3}, {"million", 1e6}}) {
      if (!read_.is(at, word)) continue;
      value *= scale;
      ++at;
      found = true;
    }
    last = at;
    const bool person = is_counted_noun(read_.norm(at)) || at == read_.size() || !read_.is_word(at) ||
                        duration_unit(read_.norm(at)).empty();
    return found && person ? std::optional(value) : std::nullopt;
  }

  // Behind the number: "in", "out of", "of every".
  [[nodiscard]] std::size_t link(std::size_t at) const {
    if (read_.is(at, "in")) return at + 1;
    if (read_.is(at, "out") && read_.is(at + 1, "of")) return at + 2;
    if (read_.is(at, "of") && (read_.is(at + 1, "every") || read_.is(at + 1, "each"))) return at + 1;
    return at;
  }

  [[nodiscard]] std::optional<ClaimedRate> counted(std::size_t at) const {
    const auto number = read_.figure_or_word(at);
    if (!number || !number->is_whole() || number->value < 1) return std::nullopt;
    std::optional<double> far;
    std::size_t behind = number->last;
    if (read_.is(behind, "to") || read_.is(behind, "or")) {
      if (const auto second = read_.figure_or_word(behind + 1); second && second->value > number->value) {
        far = second->value;
        behind = second->last;
      }
    }
    behind = skip_noun(behind);
    const std::size_t base = link(behind);
    std::size_t last = base;
    const auto whole = base > behind ? total(base, last) : std::nullopt;
    if (!whole || *whole <= far.value_or(number->value)) return std::nullopt;
    ClaimedRate rate{span_of(words_.sentence, at, skip_noun(last)), number->value / *whole, {}};
    if (far) rate.high = *far / *whole;
    return rate;
  }

  // "Half of the women", "a third of patients".
  [[nodiscard]] std::optional<ClaimedRate> part(std::size_t at) const {
    static constexpr std::array<std::string_view, 6> articles{"the", "all", "those", "these", "a", "treated"};
    for (const PhraseMatch& phrase : words_.phrases) {
      if (phrase.first != at || phrase.category != "part_of_whole") continue;
      std::size_t of = phrase.last;
      if (!read_.is(of, "of")) return std::nullopt;
      const bool those = read_.is(of + 1, "those");
      ++of;
      while (is_one_of(articles, read_.norm(of))) ++of;
      if (!those && !is_counted_noun(read_.norm(of))) return std::nullopt;
      const auto times = at > 0 ? read_.figure_or_word(at - 1) : std::nullopt;
      const double share = (times ? times->value : 1) / std::stod(std::string(phrase.value));
      if (share >= 1) return std::nullopt;
      return ClaimedRate{span_of(words_.sentence, times ? at - 1 : at, of), share, {}};
    }
    return std::nullopt;
  }

  const ClaimWords& words_;
  NumberReader read_;
};

std::optional<ClaimedRate> find_share(const ClaimWords& words) {
  for (const NumberMention& number : words.sentence.numbers) {
    if (number.kind != NumberKind::percent && number.kind != NumberKind::fraction) continue;
    const bool percent = number.kind == NumberKind::percent;
    const double rate = percent ? number.value / 100 : number.value / number.high.value_or(1);
    if (rate >= 1) continue;
    return ClaimedRate{number.span, rate, percent && number.high ? std::optional(*number.high / 100) : std::nullopt};
  }
  return ShareReader(words).find();
}

}  // namespace

std::optional<ClaimedRate> find_claimed_rate(const ClaimWords& words) {
  if (find_claimed_amount(words.sentence.text, words.sentence.tokens)) return std::nullopt;
  if (const auto rates = find_rates(words.sentence.text, words.sentence.tokens); !rates.empty()) {
    const RateMention& rate = rates.front();
    ClaimedRate claimed{rate.span, rate.value, rate.high};
    widen_to_bound(words, claimed);
    return claimed;
  }
  std::optional<ClaimedRate> rate = find_share(words);
  if (rate) widen_to_bound(words, *rate);
  return rate;
}

bool bounds_number(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 7> degrees{"fewer",  "less",  "more",   "longer",
                                                           "higher", "lower", "greater"};
  if (at == 0 || !is_one_of(degrees, sentence.tokens[at - 1].norm)) return false;
  const NumberReader read(sentence.text, sentence.tokens);
  const std::size_t next = read.is(at + 1, "a") ? at + 2 : at + 1;
  if (read.figure_or_word(at + 1)) return true;
  const std::vector<PhraseMatch> phrases = claim_words().find(sentence.tokens);
  return std::any_of(phrases.begin(), phrases.end(), [next](const PhraseMatch& phrase) {
    return phrase.first == next && phrase.category == "part_of_whole";
  });
}

}  // namespace claimcheck
