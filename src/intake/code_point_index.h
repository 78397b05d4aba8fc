#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// Turns byte spans of one text into spans of code points, each in constant time after one pass over the text, which
/// must be valid UTF-8 and outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  [[nodiscard]] Span to_code_points(Span bytes) const;

 private:
  [[nodiscard]] std::size_t count_before(std::size_t byte) const;

  std::string_view text_;
  std::vector<std::size_t> counts_;  ///< code points before every kStep-th byte
};

}  // namespace claimcheck
