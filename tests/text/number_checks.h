#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "text/numbers.h"

namespace claimcheck {

/// A number that a test expects, with its words.
struct ExpectedNumber {
  NumberKind kind = NumberKind::plain;
  std::string words;
  double value = 0;
  std::optional<double> low = std::nullopt;
  std::optional<double> high = std::nullopt;
  NumberRelation relation = NumberRelation::equal;
  std::string unit = "";
};

inline bool operator==(const ExpectedNumber& a, const ExpectedNumber& b) {
  const auto close = [](double x, double y) { return x - y < 1e-9 && y - x < 1e-9; };
  const auto same = [&](const std::optional<double>& x, const std::optional<double>& y) {
    return x.has_value() == y.has_value() && (!x || close(*x, *y));
  };
  return a.kind == b.kind && a.words == b.words && close(a.value, b.value) && same(a.low, b.low) &&
         same(a.high, b.high) && a.relation == b.relation && a.unit == b.unit;
}

inline void PrintTo(const ExpectedNumber& number, std::ostream* out) {
  *out << "{kind " << static_cast<int>(number.kind) << ", '" << number.words << "', " << number.value;
  if (number.low) *out << ", low " << *number.low;
  if (number.high) *out << ", high " << *number.high;
  if (number.relation != NumberRelation::equal) *out << ", relation " << static_cast<int>(number.relation);
  *out << ", '" << number.unit << "'}";
}

/// What find_numbers finds in `text`.
inline std::vector<ExpectedNumber> numbers_of(std::string_view text) {
  std::vector<ExpectedNumber> found;
  for (const NumberMention& mention : find_numbers(text)) {
    found.push_back({mention.kind, std::string(slice(text, mention.span)), mention.value, mention.low, mention.high,
                     mention.relation, mention.unit});
  }
  return found;
}

}  // namespace claimcheck
