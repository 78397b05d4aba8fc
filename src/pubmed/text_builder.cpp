#include "pubmed/text_builder.h"

#include <utility>

#include "text/utf8.h"

namespace claimcheck {
namespace {

bool is_gap(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

// True if white space in `text` is single spaces between other characters. Nearly all text passes; written without
// branches on bytes, so that the compiler turns the loop into vector code.
bool is_clean(std::string_view text) {
  if (text.empty() || is_gap(text.front()) || is_gap(text.back())) return false;
  const char* bytes = text.data();
  const std::size_t size = text.size();
  char unclean = 0;
  for (std::size_t i = 1; i < size; ++i) {
    const auto control = static_cast<char>(static_cast<unsigned char>(bytes[i]) < 0x20U ? 1 : 0);
    const auto doubled = static_cast<char>((bytes[i] | bytes[i - 1]) == 0x20 ? 1 : 0);
    unclean = static_cast<char>(unclean | control | doubled);
  }
  return unclean == 0;
}

}  // namespace

void TextBuilder::add(std::string_view piece) {
  if (is_clean(piece)) return add_clean(piece);
  const char* at = piece.data();
  const char* const end = at + piece.size();
  while (at != end) {
    if (is_gap(*at)) {
      gap_ = true;
      ++at;
      continue;
    }
    const char* const begin = at;
    while (at != end && (!is_gap(*at) || (*at == ' ' && at + 1 != end && !is_gap(at[1])))) ++at;
    add_clean({begin, at});
  }
}

void TextBuilder::add_script(TextBuilder&& inner, Script script) {
  gap_ |= inner.began_with_gap_ || (inner.text_.empty() && inner.gap_);
  if (inner.text_.empty()) return;
  close_gap();
  text_ += write_script(inner.text_, script);
  gap_ = inner.gap_;
}

std::string TextBuilder::take() {
  if (!is_ascii(text_) && !is_valid_utf8(text_)) text_ = repair_utf8(text_);
  return std::move(text_);
}

// Adds text that is_clean holds for.
void TextBuilder::add_clean(std::string_view piece) {
  close_gap();
  text_ += piece;
}

void TextBuilder::close_gap() {
  if (gap_) {
    if (text_.empty()) {
      began_with_gap_ = true;
    } else {
      text_ += ' ';
    }
  }
  gap_ = false;
}

std::string single_spaced(std::string_view piece) {
  if (is_clean(piece) && is_ascii(piece)) return std::string(piece);
  TextBuilder text;
  text.add(piece);
  return text.take();
}

}  // namespace claimcheck
