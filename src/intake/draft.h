#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// A text that is cut and put together from another, and knows of each byte where it stood there.
class Draft {
 public:
  /// For a byte that was not in the source.
  static constexpr std::uint32_t kAdded = std::numeric_limits<std::uint32_t>::max();

  Draft() = default;
  /// All of `source`, as it stands; `offset` is where it begins.
  explicit Draft(std::string_view source, std::size_t offset = 0);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  void add(std::string_view words);
  void append(const Draft& other);
  /// A space between, where both sides have words.
  void append_word(const Draft& other);
  void add_word(std::string_view words);

  /// The bytes `span` of it.
  [[nodiscard]] Draft slice(Span span) const;
  /// It with the bytes `span` given up for `words`.
  [[nodiscard]] Draft with_replaced(Span span, std::string_view words) const;
  /// Without white space at both ends.
  [[nodiscard]] Draft trimmed() const;

  /// From the first to the last byte that stood in the source; nullopt where none did.
  [[nodiscard]] std::optional<Span> source() const;

 private:
  std::string text_;
  std::vector<std::uint32_t> from_;
};

}  // namespace claimcheck
