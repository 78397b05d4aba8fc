#include "text/rates.h"

#include <array>
#include <cstddef>

#include "text/number_tokens.h"
#include "text/number_units.h"
#include "text/one_of.h"

namespace claimcheck {
namespace {

constexpr double kSmallestBase = 100;

class RateFinder {
 public:
  RateFinder(std::string_view text, std::span<const Token> tokens) : tokens_(tokens), read_(text, tokens) {}

  std::vector<RateMention> find() {
    std::vector<RateMention> rates;
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t next = find_at(at, rates);
      at = next > at ? next : at + 1;
    }
    return rates;
  }

 private:
  /// The token behind a rate that begins at `at`; `at` itself without one.
  std::size_t find_at(std::size_t at, std::vector<RateMention>& rates) const {
    const auto number = read_.figure_or_word(at);
    if (!number) return at;
    const auto far = range_end(*number);
    const std::size_t behind = far ? far->last : number->last;
    std::size_t last = 0;
    const double base = per_base(behind, last);
    if (base > 0) return add(*number, far ? std::optional(far->value) : std::nullopt, base, last, rates);
    const double total = in_base(*number, last);
    return total > 0 ? add(*number, std::nullopt, total, last, rates) : at;
  }

  std::size_t add(const NumberTokens& number, std::optional<double> far, double base, std::size_t last,
                  std::vector<RateMention>& rates) const {
    if (number.value > base || (far && *far > base)) return number.first;
    RateMention rate;
    last = skip_noun(last);
    rate.span = {tokens_[number.first].span.begin, tokens_[last - 1].span.end};
    rate.unit = 1 / base;
    rate.value = number.value * rate.unit;
    if (far) rate.high = *far * rate.unit;
    rates.push_back(rate);
    return last;
  }

  /// The second number of "one to two", "0.6-1.5".
  [[nodiscard]] std::optional<NumberTokens> range_end(const NumberTokens& number) const {
    if (!read_.is_dash(number.last) && !read_.is(number.last, "to")) return std::nullopt;
    const auto far = read_.figure_or_word(number.last + 1);
    return far && far->value > number.value ? far : std::nullopt;
  }

  /// "10,000", "million", "100 thousand"; 0 when no round number stands there.
  double base_at(std::size_t at, std::size_t& last) const {
    double value = 1;
    last = at;
    if (const auto number = read_.figure(at)) {
      value = number->value;
      last = number->last;
    } else if (read_.is(at, "a") || read_.is(at, "one") || read_.is(at, "every")) {
      last = at + 1;
    }
    if (read_.is(last, "hundred")) {
      value *= 100;
      ++last;
    }
    const double scale = read_.is(last, "thousand") ? 1e3 : read_.is(last, "million") ? 1e6 : 1;
    if (scale > 1) ++last;
    value *= scale;
    return value >= kSmallestBase && value <= 1e9 ? value : 0;
  }

  /// Behind the number: "per 10,000", "cases per million", "/10,000 person-years".
  double per_base(std::size_t at, std::size_t& last) const {
    constexpr std::size_t reach = 4;
    std::size_t per = at;
    while (per < at + reach && read_.is_word(per) && !read_.is(per, "per") && !is_stop_word(read_.norm(per))) ++per;
    if (read_.is(per, "per")) return base_at(per + 1, last);
    if (!read_.is(at, "/")) return 0;
    const double base = base_at(at + 1, last);
    return is_person_time(last) ? base : 0;
  }

  /// "1 in 2,000 patients": a small number in a larger one that is no time, dose or year.
  double in_base(const NumberTokens& number, std::size_t& last) const {
    static constexpr std::array<std::string_view, 12> labels{"type",  "phase", "grade", "stage",  "day",   "week",
                                                             "study", "group", "table", "figure", "month", "part"};
    constexpr double most = 9;
    if (!read_.is(number.last, "in") || !number.is_whole() || number.value < 1 || number.value > most) return 0;
    if (number.first > 0 && is_one_of(labels, read_.norm(number.first - 1))) return 0;
    const std::size_t at = read_.is(number.last + 1, "every") ? number.last + 2 : number.last + 1;
    const double base = base_at(at, last);
    const auto total = read_.figure_or_word(at);
    const double value = base > 0 ? base : total && total->is_whole() ? total->value : 0;
    if (base == 0 && total) last = total->last;
    if (value <= number.value || read_.is(last, "%") || read_.is(last, "percent")) return 0;
    if (is_duration_unit(read_.norm(last)) || is_dose_unit(read_.norm(last))) return 0;
    const bool year = value >= 1900 && value <= 2100;
    return year && !is_counted_noun(read_.norm(last)) ? 0 : value;
  }

  /// "person-years", "patient years".
  [[nodiscard]] bool is_person_time(std::size_t at) const {
    static constexpr std::array<std::string_view, 6> people{"person",   "persons", "patient",
                                                            "patients", "woman",   "women"};
    if (!is_one_of(people, read_.norm(at))) return false;
    const std::size_t next = read_.is_dash(at + 1) ? at + 2 : at + 1;
    return is_duration_unit(read_.norm(next));
  }

  [[nodiscard]] std::size_t skip_noun(std::size_t at) const {
    if (is_person_time(at)) return read_.is_dash(at + 1) ? at + 3 : at + 2;
    return is_counted_noun(read_.norm(at)) ? at + 1 : at;
  }

  std::span<const Token> tokens_;
  NumberReader read_;
};

}  // namespace

std::vector<RateMention> find_rates(std::string_view sentence, std::span<const Token> tokens) {
  return RateFinder(sentence, tokens).find();
}

}  // namespace claimcheck
