#include "intake/draft.h"

#include <algorithm>

namespace claimcheck {

namespace {

std::ptrdiff_t at(std::size_t index) {
  return static_cast<std::ptrdiff_t>(index);
}

}  // namespace

Draft::Draft(std::string_view source, std::size_t offset) : text_(source) {
  from_.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) from_.push_back(static_cast<std::uint32_t>(offset + i));
}

void Draft::add(std::string_view words) {
  text_ += words;
  from_.insert(from_.end(), words.size(), kAdded);
}

void Draft::append(const Draft& other) {
  text_ += other.text_;
  from_.insert(from_.end(), other.from_.begin(), other.from_.end());
}

void Draft::append_word(const Draft& other) {
  const bool glued = !other.empty() && std::string_view(" ,;.)").find(other.text_.front()) != std::string_view::npos;
  if (!text_.empty() && !other.empty() && text_.back() != ' ' && !glued) add(" ");
  append(other);
}

void Draft::add_word(std::string_view words) {
  if (!text_.empty() && !words.empty() && text_.back() != ' ' && words.front() != ' ') add(" ");
  add(words);
}

Draft Draft::slice(Span span) const {
  Draft part;
  const std::size_t end = std::min(span.end, text_.size());
  if (span.begin >= end) return part;
  part.text_ = text_.substr(span.begin, end - span.begin);
  part.from_.assign(from_.begin() + at(span.begin), from_.begin() + at(end));
  return part;
}

Draft Draft::with_replaced(Span span, std::string_view words) const {
  Draft whole = slice({0, span.begin});
  whole.add(words);
  whole.append(slice({span.end, text_.size()}));
  return whole;
}

Draft Draft::trimmed() const {
  const std::size_t first = text_.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return slice({first, text_.find_last_not_of(" \t\r\n") + 1});
}

std::optional<Span> Draft::source() const {
  std::optional<Span> span;
  for (const std::uint32_t from : from_) {
    if (from == kAdded) continue;
    if (!span) span = Span{from, from + std::size_t{1}};
    span->begin = std::min<std::size_t>(span->begin, from);
    span->end = std::max<std::size_t>(span->end, from + std::size_t{1});
  }
  return span;
}

}  // namespace claimcheck
