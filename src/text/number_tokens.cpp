#include "text/number_tokens.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

#include "text/characters.h"

namespace claimcheck {
namespace {

std::optional<double> parse_figure(std::string_view norm) {
  double value = 0;
  const auto [end, error] = std::from_chars(norm.data(), norm.data() + norm.size(), value);
  if (error != std::errc{} || end != norm.data() + norm.size()) return std::nullopt;
  return value;
}

std::optional<double> parse_number_word(std::string_view norm) {
  static const std::unordered_map<std::string_view, double> words{
      {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
      {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
      {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
      {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
      {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  constexpr std::string_view kFirstLetters = "efnostz";
  if (norm.size() < 3 || kFirstLetters.find(norm.front()) == std::string_view::npos) return std::nullopt;
  const auto found = words.find(norm);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

}  // namespace

bool NumberTokens::is_whole() const {
  return value >= 0 && value < 1e9 && std::floor(value) == value;
}

bool NumberReader::is_dash(std::size_t at) const {
  return is(at, "-") || is(at, "–") || is(at, "—");
}

bool NumberReader::is_raised(std::size_t at) const {
  return at < tokens_.size() && tokens_[at].kind == TokenKind::number &&
         is_other_numeral(decode_at(text_, tokens_[at].span.begin).value);
}

std::optional<NumberTokens> NumberReader::whole(std::size_t at, bool negative) const {
  if (norm(at).size() > 3) return std::nullopt;
  const auto value = parse_figure(norm(at));
  if (!value || std::floor(*value) != *value) return std::nullopt;
  return NumberTokens{at, at + 1, negative ? -*value : *value};
}

std::optional<NumberTokens> NumberReader::exponent(std::size_t at) const {
  if (is_raised(at)) return whole(at, false);
  if (is(at, "⁻") || is(at, "−")) return whole(at + 1, true);
  const bool marked = is(at, "^");
  const bool braced = marked && is(at + 1, "{");
  std::size_t next = at + (marked ? 1 : 0) + (braced ? 1 : 0);
  const bool negative = is_dash(next);
  if (negative) ++next;
  if (!(marked || negative) || !touches(next)) return std::nullopt;
  auto number = whole(next, negative);
  if (number && braced && is(number->last, "}")) ++number->last;
  return number;
}

std::optional<NumberTokens> NumberReader::figure(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].kind != TokenKind::number || is_raised(at)) return std::nullopt;
  const auto value = parse_figure(tokens_[at].norm);
  if (!value) return std::nullopt;
  NumberTokens number{at, at + 1, *value};
  // "90 000": thousands apart by a plain space.
  while (number.is_whole() && number.value > 0 && tokens_[at].norm.size() <= 3 && written(number.last) == "000" &&
         tokens_[number.last].span.begin == tokens_[number.last - 1].span.end + 1) {
    number = {at, number.last + 1, number.value * 1000};
  }
  const bool times = is(at + 1, "×") || is(at + 1, "x") || is(at + 1, "*") || is(at + 1, "·");
  if (times && is(at + 2, "10")) {
    if (const auto power = exponent(at + 3); power && touches(at + 3)) {
      number = {at, power->last, *value * std::pow(10.0, power->value)};
    }
  } else if (is(at + 1, "e") && touches(at + 1) && is_dash(at + 2) && touches(at + 2) && touches(at + 3)) {
    if (const auto power = parse_figure(norm(at + 3))) number = {at, at + 4, *value * std::pow(10.0, -*power)};
  }
  return number;
}

std::optional<NumberTokens> NumberReader::signed_figure(std::size_t at) const {
  const bool negative = is(at, "-") || is(at, "–");
  const bool sign = negative || is(at, "+");
  if (!sign) return figure(at);
  if (!touches(at + 1)) return std::nullopt;
  auto number = figure(at + 1);
  if (!number) return std::nullopt;
  number->first = at;
  if (negative) number->value = -number->value;
  return number;
}

std::optional<NumberTokens> NumberReader::figure_or_word(std::size_t at) const {
  if (auto number = figure(at)) return number;
  if (!is_word(at)) return std::nullopt;
  const auto value = parse_number_word(norm(at));
  if (!value) return std::nullopt;
  const bool tens = *value >= 20 && is_dash(at + 1) && touches(at + 1) && touches(at + 2);
  if (const auto unit = tens ? parse_number_word(norm(at + 2)) : std::nullopt; unit && *unit > 0 && *unit < 10) {
    return NumberTokens{at, at + 3, *value + *unit, true};
  }
  return NumberTokens{at, at + 1, *value, true};
}

std::optional<NumberRange> NumberReader::interval(std::size_t at) const {
  const auto low = signed_figure(at);
  if (!low) return std::nullopt;
  const auto is_between = [this](std::size_t i) {
    return is(i, "to") || is_dash(i) || is(i, ",") || is(i, ";") || is(i, "and") || is(i, "through") || is(i, "..");
  };
  std::size_t next = low->last;
  if (is(next, "%") || (is_word(next) && !is_between(next))) ++next;
  if (!is_between(next)) return std::nullopt;
  const auto high = signed_figure(next + 1);
  if (!high) return std::nullopt;
  if (low->value > high->value) return NumberRange{*high, *low};
  return NumberRange{*low, *high};
}

std::size_t NumberReader::relation(std::size_t at, NumberRelation& relation) const {
  const auto take = [&](NumberRelation found, std::size_t tokens) {
    relation = found;
    return at + tokens;
  };
  if (is(at, "<") || is(at, ">")) {
    return take(is(at, "<") ? NumberRelation::less : NumberRelation::greater, is(at + 1, "=") ? 2 : 1);
  }
  if (is(at, "≤") || is(at, "⩽") || is(at, "≪")) return take(NumberRelation::less, 1);
  if (is(at, "≥") || is(at, "⩾")) return take(NumberRelation::greater, 1);
  if (is(at, "=") || is(at, "≈") || is(at, "~") || is(at, ":") || is(at, "of")) return take(NumberRelation::equal, 1);
  if (is(at, "less") && is(at + 1, "than")) return take(NumberRelation::less, 2);
  if (is(at, "greater") && is(at + 1, "than")) return take(NumberRelation::greater, 2);
  return at;
}

}  // namespace claimcheck
