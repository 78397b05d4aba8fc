#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace claimcheck {

/// Half-open byte range [begin, end) in a UTF-8 string. Bytes inside the program; files that people and other
/// tools read (claims files, JSON reports) count Unicode code points, see text/utf8.h.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers; an out-of-range span is cut to the text.
constexpr std::string_view slice(std::string_view text, Span span) {
  if (span.begin >= text.size() || span.empty()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace claimcheck
