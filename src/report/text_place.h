#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/report.h"
#include "core/span.h"

namespace claimcheck {

/// A place in a text as editors show it: lines and columns from 1, columns in code points, the end exclusive. A line
/// ends at "\n" or "\r\n". A byte-order mark at the start of a text is no column, as editors do not show it.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
  bool operator==(const TextPlace&) const = default;
};

/// Finds places in one text; the text must outlive it.
class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text);
  /// The place of the bytes `span`; what lies past the end is cut to the end.
  [[nodiscard]] TextPlace of(Span span) const;

 private:
  struct Point {
    std::size_t line = 1;
    std::size_t column = 1;
  };
  [[nodiscard]] Point point_at(std::size_t byte) const;

  std::string_view text_;
  std::vector<std::size_t> lines_;  ///< where each line begins, bytes
};

/// The article that a claim was extracted from; null where it has no passage or the run does not hold the article.
const Document* article_of(const Run& run, const Claim& claim);

/// True for formats whose Document::text is the text of the file itself, so that lines and columns can be named.
bool has_lines(DocumentFormat format);

}  // namespace claimcheck
