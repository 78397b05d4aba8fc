#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "text/numbers.h"
#include "text/tokens.h"

namespace claimcheck {

/// A number as written: tokens [first, last).
struct NumberTokens {
  std::size_t first = 0;
  std::size_t last = 0;
  double value = 0;
  bool spelled = false;  ///< "twelve"
  [[nodiscard]] bool is_whole() const;
};

/// Two numbers with "to", "-", "and", "," or ";" between them.
struct NumberRange {
  NumberTokens low;
  NumberTokens high;
};

/// Reads numbers out of the tokens of a text. All members return nullopt, or the same index, when the tokens at `at`
/// do not read so; none looks past the end.
class NumberReader {
 public:
  NumberReader(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

  /// "12", ".5", "1.2 × 10-5", "1.2 x 10^{-5}", "3e-4"; without sign.
  [[nodiscard]] std::optional<NumberTokens> figure(std::size_t at) const;

  /// As figure, with a sign that touches it.
  [[nodiscard]] std::optional<NumberTokens> signed_figure(std::size_t at) const;

  /// As figure, or in words from "zero" to "ninety-nine".
  [[nodiscard]] std::optional<NumberTokens> figure_or_word(std::size_t at) const;

  /// "a to b", "a-b", "a, b": two signed figures, each with a "%" or unit that may be left out.
  [[nodiscard]] std::optional<NumberRange> interval(std::size_t at) const;

  /// The index behind "=", "<", "less than" … at `at`, and the relation.
  std::size_t relation(std::size_t at, NumberRelation& relation) const;

  [[nodiscard]] bool is(std::size_t at, std::string_view norm) const {
    return at < tokens_.size() && tokens_[at].norm == norm;
  }
  [[nodiscard]] bool is_word(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::word;
  }
  [[nodiscard]] std::string_view norm(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_[at].norm) : std::string_view();
  }
  /// A hyphen, minus or dash.
  [[nodiscard]] bool is_dash(std::size_t at) const;
  /// True if no space stands between the tokens `at` - 1 and `at`.
  [[nodiscard]] bool touches(std::size_t at) const {
    return at > 0 && at < tokens_.size() && tokens_[at].span.begin == tokens_[at - 1].span.end;
  }
  /// The letters as written, for abbreviations that are told apart by capitals.
  [[nodiscard]] std::string_view written(std::size_t at) const {
    return at < tokens_.size() ? slice(text_, tokens_[at].span) : std::string_view();
  }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  /// A figure token that is a raised or lowered numeral: an exponent or a footnote mark.
  [[nodiscard]] bool is_raised(std::size_t at) const;

 private:
  /// The exponent of ten written behind a "10" that ends before `at`.
  [[nodiscard]] std::optional<NumberTokens> exponent(std::size_t at) const;

  /// A whole number of at most three digits.
  [[nodiscard]] std::optional<NumberTokens> whole(std::size_t at, bool negative) const;

  std::string_view text_;
  std::span<const Token> tokens_;
};

}  // namespace claimcheck
