#include "text/numbers.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/number_tokens.h"
#include "text/number_units.h"

namespace claimcheck {
namespace {

/// How many tokens may stand between "odds ratio" and its number.
constexpr std::size_t kLookAhead = 12;

/// What is known of a token while the numbers of a sentence are being collected.
enum class Use : char {
  free,
  mention,  ///< part of a number found
  label,    ///< part of a label that stands apart from its numbers: the "95% CI" of "OR (95% CI) 2.3 (1.2-4.5)"
};

class NumberFinder {
 public:
  NumberFinder(std::string_view text, std::span<const Token> tokens)
      : tokens_(tokens), read_(text, tokens), uses_(tokens.size(), Use::free) {}

  std::vector<NumberMention> find() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (uses_[at] != Use::free) continue;
      if (!find_p_value(at) && opens_interval(tokens_[at])) find_interval(at);
    }
    find_effects();
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (uses_[at] == Use::free) find_amount(at);
    }
    std::sort(mentions_.begin(), mentions_.end(),
              [](const NumberMention& a, const NumberMention& b) { return a.span.begin < b.span.begin; });
    return std::move(mentions_);
  }

 private:
  NumberMention& add(NumberKind kind, std::size_t first, std::size_t last, double value) {
    std::fill(uses_.begin() + static_cast<std::ptrdiff_t>(first), uses_.begin() + static_cast<std::ptrdiff_t>(last),
              Use::mention);
    NumberMention mention;
    mention.kind = kind;
    mention.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
    mention.value = value;
    mentions_.push_back(std::move(mention));
    return mentions_.back();
  }

  [[nodiscard]] bool is_free(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at) {
      if (uses_[at] != Use::free) return false;
    }
    return true;
  }

  /// "95%", "CI", "confidence", "credible": a cheap look before the long one.
  static bool opens_interval(const Token& token) {
    return token.kind == TokenKind::number || token.norm.starts_with('c');
  }

  [[nodiscard]] bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), read_.norm(at)) != words.end() && at < tokens_.size();
  }

  /// Past a subscript: "P_{trend}".
  [[nodiscard]] std::size_t skip_subscript(std::size_t at) const {
    if (!read_.is(at, "_") || !read_.is(at + 1, "{")) return at;
    for (std::size_t end = at + 2; end < std::min(at + kLookAhead, tokens_.size()); ++end) {
      if (read_.is(end, "}")) return end + 1;
    }
    return at;
  }

  bool find_p_value(std::size_t at) {
    if (!tokens_[at].norm.starts_with('p') || !is_any(at, {"p", "ps", "pvalue"})) return false;
    std::size_t next = skip_subscript(at + 1);
    if (read_.is_dash(next)) ++next;
    if (is_any(next, {"value", "values"})) ++next;
    if (read_.is(next, "for")) next = std::min(next + 2, tokens_.size());
    if (is_any(next, {",", "was", "is", "were"})) ++next;
    NumberRelation relation = NumberRelation::equal;
    const std::size_t behind = read_.relation(next, relation);
    if (behind == next) return false;
    const auto number = read_.figure(behind);
    if (!number || number->value > 1) return false;
    add(NumberKind::p_value, at, number->last, number->value).relation = relation;
    return true;
  }

  /// The index behind "CI", "confidence interval", "credible limits" … at `at`; `at` itself if there is none.
  [[nodiscard]] std::size_t skip_interval_name(std::size_t at) const {
    if (is_any(at, {"ci", "cis", "cri", "ci95"})) return at + 1;
    if (!is_any(at, {"confidence", "credible"})) return at;
    return is_any(at + 1, {"interval", "intervals", "limits", "limit"}) ? at + 2 : at;
  }

  /// "(CI)" behind "confidence interval".
  [[nodiscard]] std::size_t skip_short_form(std::size_t at) const {
    const bool bracketed = (read_.is(at, "(") || read_.is(at, "[")) && read_.is_word(at + 1) &&
                           (read_.is(at + 2, ")") || read_.is(at + 2, "]"));
    return bracketed ? at + 3 : at;
  }

  bool find_interval(std::size_t at) {
    double level = 95;
    std::size_t name = at;
    if (const auto number = read_.figure(at); number && read_.is(number->last, "%")) {
      level = number->value;
      name = number->last + 1;
      if (read_.is_dash(name)) ++name;
    }
    std::size_t next = skip_interval_name(name);
    if (next == name) return false;
    next = skip_short_form(next);
    const bool level_behind = name == at;
    if (const auto number = read_.figure(next);
        level_behind && number && read_.is(number->last, "%") && !read_.interval(next)) {  // "CI 95%: …"
      level = number->value;
      next = number->last + 1;
    }
    const std::size_t label_end = next;
    const bool closed = read_.is(next, ")") || read_.is(next, "]");
    next = skip_connectors(next);
    if (closed) {  // "OR (95% CI) 2.3 (1.2-4.5)"
      const auto estimate = read_.signed_figure(next);
      if (!estimate) return false;
      next = estimate->last + (read_.is(estimate->last, "%") ? 2 : 1);
      if (!read_.is(next - 1, "(") && !read_.is(next - 1, "[")) return false;
    }
    const auto range = read_.interval(next);
    if (!range) return false;
    if (closed)
      std::fill(uses_.begin() + static_cast<std::ptrdiff_t>(at), uses_.begin() + static_cast<std::ptrdiff_t>(label_end),
                Use::label);
    const std::size_t last = std::max(range->low.last, range->high.last);
    NumberMention& mention =
        add(NumberKind::interval, closed ? next : at, read_.is(last, "%") ? last + 1 : last, level);
    mention.low = range->low.value;
    mention.high = range->high.value;
    return true;
  }

  [[nodiscard]] std::size_t skip_connectors(std::size_t at) const {
    while (is_any(at, {":", ",", "=", "of", "was", "were", "is", "from", "(", "[", ")", "]", "between", "ranging"}))
      ++at;
    return at;
  }

  void find_effects() {
    std::size_t figure = 0;  // the next token that is one
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      figure = std::max(figure, at);
      while (figure < tokens_.size() && tokens_[figure].kind != TokenKind::number) ++figure;
      if (uses_[at] == Use::free && figure - at < 2 * kLookAhead) find_effect(at);
    }
  }

  /// A ratio or difference: its name, then its number, with little between.
  void find_effect(std::size_t at) {
    const auto name = find_effect_name(read_, at);
    if (!name) return;
    std::size_t next = name->last;
    for (const std::size_t end = std::min(next + kLookAhead, tokens_.size()); next < end; ++next) {
      if (uses_[next] == Use::mention || is_any(next, {";", "and", "but", "versus", "vs"})) return;
      if (uses_[next] == Use::free && read_.signed_figure(next)) break;
    }
    const auto number = read_.signed_figure(next);
    if (!number || next >= name->last + kLookAhead || !is_free(number->first, number->last)) return;
    const bool led = next == name->last || uses_[next - 1] == Use::label ||
                     is_any(next - 1, {"=", ":", ",", "of", "was", "were", "is", "(", "[", ")", "]", "~", "≈", "by"});
    const bool percent = name->kind == NumberKind::ratio && read_.is(number->last, "%");
    if (!led || percent || is_duration_unit(read_.norm(number->last))) return;
    if (name->equals && !(read_.is(name->last, "=") && next == name->last + 1)) return;
    if (name->ambiguous && !is_ratio_like(*number)) return;
    const std::size_t end = read_.is(number->last, "%") ? number->last + 1 : number->last;
    add(name->kind, at, end, number->value);
    find_bare_interval(end, number->value);
  }

  /// "HR 0.66; 0.45-0.98", "OR 3.83 (2.88 to 5.10)": the range right behind an estimate that lies in it.
  void find_bare_interval(std::size_t at, double estimate) {
    if (!is_any(at, {";", ",", "("})) return;
    const auto range = read_.interval(at + 1);
    if (!range) return;
    const std::size_t first = std::min(range->low.first, range->high.first);  // "5.10 to 2.88" is turned round
    const std::size_t last = std::max(range->low.last, range->high.last);
    if (!is_free(first, last)) return;
    if (range->low.value > estimate || estimate > range->high.value) return;
    NumberMention& mention = add(NumberKind::interval, first, last, 95);
    mention.low = range->low.value;
    mention.high = range->high.value;
  }

  /// "HR" and "RR" are also heart and respiratory rates: as ratios they are small and have decimals or an interval.
  [[nodiscard]] bool is_ratio_like(const NumberTokens& number) const {
    if (number.value > 30) return false;
    const std::size_t next = number.last + 1;
    const bool interval = std::any_of(mentions_.begin(), mentions_.end(), [&](const NumberMention& mention) {
      return mention.kind == NumberKind::interval && next < tokens_.size() &&
             mention.span.begin <= tokens_[next].span.begin && tokens_[next].span.begin < mention.span.end;
    });
    return interval || !number.is_whole() || is_any(number.first - 1, {"="});
  }

  void find_amount(std::size_t at) {
    if (read_.is_word(at) && (find_sample_size(at) || find_none_of(at) || find_calendar(at) || find_single(at))) return;
    const auto number = read_.figure_or_word(at);
    if (!number || !is_free(number->first, number->last)) return;
    if (find_fraction(*number) || find_measured(*number) || find_count(*number)) return;
    if (number->spelled) return;
    const auto with_sign = at > 0 && is_sign(at - 1) ? read_.signed_figure(at - 1) : number;
    add(NumberKind::plain, with_sign->first, with_sign->last, with_sign->value);
  }

  /// A minus that is no hyphen and no range: it touches the number and nothing touches it from the left.
  [[nodiscard]] bool is_sign(std::size_t at) const {
    if (!(read_.is(at, "-") || read_.is(at, "–") || read_.is(at, "+")) || uses_[at] != Use::free) return false;
    const bool open = at == 0 || !read_.touches(at) || is_any(at - 1, {"(", "[", "=", "<", ">", "±"});
    return open && read_.touches(at + 1);
  }

  bool find_sample_size(std::size_t at) {
    if (!read_.is(at, "n") || !read_.is(at + 1, "=")) return false;
    const auto number = read_.figure(at + 2);
    if (!number || !number->is_whole() || !is_free(at, number->last)) return false;
    add(NumberKind::count, at, number->last, number->value);
    return true;
  }

  /// "none of the 50": nobody of fifty.
  bool find_none_of(std::size_t at) {
    if (!read_.is(at, "none") || !read_.is(at + 1, "of")) return false;
    const std::size_t next = is_any(at + 2, {"the", "these", "those", "our"}) ? at + 3 : at + 2;
    const auto total = read_.figure_or_word(next);
    if (!total || !total->is_whole()) return false;
    add(NumberKind::fraction, at, total->last, 0).high = total->value;
    return true;
  }

  /// "For a week", "within an hour"; not "once a week".
  bool find_single(std::size_t at) {
    if (at == 0 || !is_any(at, {"a", "an"}) || !is_duration_unit(read_.norm(at + 1))) return false;
    if (!is_any(at - 1, {"for", "within", "after", "over", "during", "under", "than", "in", "about", "least"}))
      return false;
    if (!is_free(at, at + 2)) return false;
    add(NumberKind::duration, at, at + 2, 1).unit = duration_unit(read_.norm(at + 1));
    return true;
  }

  /// "week 12", "day 28": a point in time, read as the time gone by.
  bool find_calendar(std::size_t at) {
    if (!is_any(at, {"day", "week", "month", "year"})) return false;
    const auto number = read_.figure(at + 1);
    if (!number || !number->is_whole() || !is_free(at, number->last) || number->value > 1000) return false;
    if (at > 0 && (read_.is_dash(at - 1) || read_.is(at - 1, "/") || read_.figure(at - 1))) return false;  // "mg/day 2"
    add(NumberKind::duration, at, number->last, number->value).unit = duration_unit(read_.norm(at));
    return true;
  }

  /// "3 of 40", "25 (31.6%) of the 79", "3/40".
  bool find_fraction(const NumberTokens& events) {
    const std::size_t after_share = skip_share(events.last);
    const bool slash = read_.is(after_share, "/") && read_.touches(after_share) && read_.touches(after_share + 1);
    const std::size_t next = slash ? after_share + 1 : skip_of(after_share);
    if (next == after_share || (slash && after_share > events.last)) return false;
    const auto total = slash ? read_.figure(next) : read_.figure_or_word(next);
    if (!total || !events.is_whole() || !total->is_whole() || total->value < events.value || total->value == 0) {
      return false;
    }
    const std::string_view unit = read_.norm(total->last);
    if (slash && (is_duration_unit(unit) || is_dose_unit(unit) || unit == "/")) return false;
    if (read_.is(total->last, "%") || !is_free(events.first, total->last)) return false;
    add(NumberKind::fraction, events.first, total->last, events.value).high = total->value;
    return true;
  }

  /// Past "(31.6%)".
  [[nodiscard]] std::size_t skip_share(std::size_t at) const {
    if (!read_.is(at, "(")) return at;
    const auto share = read_.figure(at + 1);
    return share && read_.is(share->last, "%") && read_.is(share->last + 1, ")") ? share->last + 2 : at;
  }

  /// Past "of", "out of the", "of a total of".
  [[nodiscard]] std::size_t skip_of(std::size_t at) const {
    const std::size_t of = read_.is(at, "out") ? at + 1 : at;
    if (!read_.is(of, "of")) return at;
    const std::size_t next = is_any(of + 1, {"the", "these", "those", "our", "all", "a", "its"}) ? of + 2 : of + 1;
    return read_.is(next, "total") && read_.is(next + 1, "of") ? next + 2 : next;
  }

  /// A percentage, dose or duration, or a range of it.
  bool find_measured(const NumberTokens& number) {
    const auto far = find_range_end(number);
    const NumberTokens& last = far ? *far : number;
    std::size_t next = last.last;
    if (!number.spelled) {
      const std::size_t percent = skip_percent(next);
      if (percent > next) return add_measured(NumberKind::percent, number, far, percent);
      if (is_any(next, {"vs", "versus"})) {  // "12 vs. 20 %"
        const auto other = read_.figure(read_.is(next + 1, ".") ? next + 2 : next + 1);
        if (other && skip_percent(other->last) > other->last) {
          return add_measured(NumberKind::percent, number, far, next);
        }
      }
    }
    if (read_.is_dash(next) && read_.touches(next)) ++next;
    if (is_duration_unit(read_.norm(next)) && !is_age(number.first, next)) {
      return add_measured(NumberKind::duration, number, far, next + 1, duration_unit(read_.norm(next)));
    }
    const auto unit = number.spelled ? std::nullopt : read_dose_unit(read_, next);
    return unit && add_measured(NumberKind::dose, number, far, unit->last, unit->name);
  }

  [[nodiscard]] std::size_t skip_percent(std::size_t at) const {
    if (is_any(at, {"%", "percent"})) return at + 1;
    return read_.is(at, "per") && read_.is(at + 1, "cent") ? at + 2 : at;
  }

  /// The second number of "12 to 41 %", "4-6 weeks", "12%-41%", unless the two are the ends of a change ("from 41 to").
  [[nodiscard]] std::optional<NumberTokens> find_range_end(const NumberTokens& number) const {
    std::size_t next = number.last;
    if (read_.is(next, "%")) ++next;
    const bool dash = read_.is_dash(next) && !read_.is(next, "—");
    if (!dash && !read_.is(next, "to")) return std::nullopt;
    if (number.first > 0 && read_.is(number.first - 1, "from")) return std::nullopt;
    const auto far = read_.figure_or_word(next + 1);
    if (!far || far->value <= number.value || !is_free(far->first, far->last)) return std::nullopt;
    const bool same = !read_.is(number.last, "%") || read_.is(far->last, "%");
    return same ? far : std::nullopt;
  }

  bool add_measured(NumberKind kind, const NumberTokens& number, const std::optional<NumberTokens>& far,
                    std::size_t last, const std::string& unit = "") {
    if (!is_free(number.first, last)) return false;
    NumberMention& mention = add(kind, number.first, last, number.value);
    mention.unit = unit;
    if (far) {
      mention.low = number.value;
      mention.high = far->value;
    }
    return true;
  }

  /// Years that tell an age, not a time: "45 years old", "45-year-old", "aged 18 to 65 years", "mean age of 45 years".
  [[nodiscard]] bool is_age(std::size_t number, std::size_t unit) const {
    if (is_any(unit + 1, {"old", "olds"}) || (read_.is_dash(unit + 1) && is_any(unit + 2, {"old", "olds"})))
      return true;
    if (read_.is(unit + 1, "of") && read_.is(unit + 2, "age")) return true;
    for (std::size_t at = number; at > 0 && number - at < 6; --at) {
      if (is_any(at - 1, {"aged", "age", "ages"})) return true;
      if (is_any(at - 1, {";", ".", "and", "for", "after", "during"})) return false;
    }
    return false;
  }

  /// "75 patients", "40 healthy male volunteers".
  bool find_count(const NumberTokens& number) {
    if (!number.is_whole()) return false;
    std::size_t noun = number.last;
    for (const std::size_t end = noun + 4; noun < end; ++noun) {
      if (read_.is_dash(noun) && read_.touches(noun)) continue;
      if (!read_.is_word(noun) || is_duration_unit(read_.norm(noun)) || is_stop_word(read_.norm(noun))) return false;
      if (is_counted_noun(read_.norm(noun))) break;
    }
    if (is_counted_noun(read_.norm(noun + 1))) ++noun;  // "75 adult patients"
    if (!is_counted_noun(read_.norm(noun)) || !is_free(number.first, noun + 1)) return false;
    add(NumberKind::count, number.first, noun + 1, number.value).unit = read_.norm(noun);
    return true;
  }

  std::span<const Token> tokens_;
  NumberReader read_;
  std::vector<Use> uses_;
  std::vector<NumberMention> mentions_;
};

}  // namespace

std::vector<NumberMention> find_numbers(std::string_view sentence, std::span<const Token> tokens) {
  return NumberFinder(sentence, tokens).find();
}

std::vector<NumberMention> find_numbers(std::string_view sentence) {
  return find_numbers(sentence, tokenize(sentence));
}

}  // namespace claimcheck
