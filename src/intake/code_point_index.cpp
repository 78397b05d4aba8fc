#include "intake/code_point_index.h"

#include <algorithm>

namespace claimcheck {

namespace {

constexpr std::size_t kStep = 256;

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) counts_.push_back(count);
    if (begins_code_point(text[i])) ++count;
  }
  counts_.push_back(count);
}

std::size_t CodePointIndex::count_before(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  const std::size_t step = std::min(byte / kStep, counts_.size() - 1);
  if (step + 1 == counts_.size() && byte == text_.size()) return counts_.back();
  const std::string_view rest = text_.substr(step * kStep, byte - step * kStep);
  return counts_[step] + static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), begins_code_point));
}

Span CodePointIndex::to_code_points(Span bytes) const {
  return {count_before(bytes.begin), count_before(bytes.end)};
}

}  // namespace claimcheck
