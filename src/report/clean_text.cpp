#include "report/clean_text.h"

#include "text/characters.h"

namespace claimcheck {
namespace {

bool is_line_break(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_unsafe(char32_t c) {
  const bool is_control = (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0);
  const bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool is_no_character = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
  return is_control || reorders || is_no_character || c == kReplacementCharacter;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const bool is_crlf = point.value == U'\r' && text.substr(at + 1, 1) == "\n";
    if (is_crlf) {
      // The line feed that follows writes the break.
    } else if (is_line_break(point.value)) {
      clean += '\n';
    } else if (is_unsafe(point.value)) {
      clean += "\uFFFD";
    } else {
      clean += text.substr(at, point.size);
    }
    at += point.size;
  }
  return clean;
}

}  // namespace claimcheck
