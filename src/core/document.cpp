#include "core/document.h"

#include <algorithm>

namespace claimcheck {

std::optional<Span> find_in_document(const Block& block, Span span) {
  std::optional<Span> found;
  for (const TextPiece& piece : block.pieces) {
    const std::size_t length = piece.source.end - piece.source.begin;
    const std::size_t begin = std::max(span.begin, piece.begin);
    const std::size_t end = std::min(span.end, piece.begin + length);
    if (begin >= end) continue;
    const std::size_t shift = piece.source.begin - piece.begin;  // may wrap, and wraps back
    if (!found) found = Span{begin + shift, end + shift};
    found->end = end + shift;
  }
  return found;
}

}  // namespace claimcheck
