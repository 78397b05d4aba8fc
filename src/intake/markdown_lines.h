#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// A footnote's reference in running text, `[^label]`, or what begins its text, `[^label]:`.
struct FootnoteMark {
  Span source;
  Span label;
};

/// What stands in Markdown beside CommonMark, found line by line.
struct MarkdownLines {
  std::size_t body = 0;  ///< where the text begins, after the front matter
  Span title;            ///< of the front matter; may be empty
  std::vector<FootnoteMark> definitions;
  std::vector<FootnoteMark> references;
  /// The text with the brackets that begin definitions, and the lines of ":::" fences, blanked: as long as the text.
  std::string source;
};

MarkdownLines scan_markdown(std::string_view text);

}  // namespace claimcheck
