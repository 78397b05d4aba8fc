#include "report/html.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>

#include "text/characters.h"

namespace claimcheck {
namespace {

bool is_unprintable(char32_t c) {
  const bool is_control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
  const bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return is_control || reorders || c == kReplacementCharacter;
}

std::string_view entity_of(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\'':
      return "&#39;";
    default:
      return is_unprintable(c) ? "\uFFFD" : "";
  }
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

}  // namespace

Html escape_html(std::string_view text) {
  std::string markup;
  markup.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const std::string_view entity = entity_of(point.value);
    markup += entity.empty() ? text.substr(at, point.size) : entity;
    at += point.size;
  }
  return Html(std::move(markup));
}

Html fill(std::string_view pattern, std::initializer_list<HtmlField> fields) {
  std::string markup;
  for (;;) {
    const std::size_t open = pattern.find("{{");
    markup += pattern.substr(0, open);
    if (open == std::string_view::npos) return Html(std::move(markup));
    const std::size_t close = pattern.find("}}", open);
    assert(close != std::string_view::npos);
    const std::string_view name = pattern.substr(open + 2, close - open - 2);
    const auto* field = std::find_if(fields.begin(), fields.end(), [&](const HtmlField& f) { return f.name == name; });
    assert(field != fields.end());
    markup += field->value.markup();
    pattern.remove_prefix(close + 2);
  }
}

Html fill_line(std::string_view pattern, std::initializer_list<HtmlField> fields) {
  Html line = fill(pattern, fields);
  line += Html("\n");
  return line;
}

std::string anchor_of(std::string_view text) {
  std::string anchor = "claim-";
  for (const char c : text) {
    if (is_plain(c)) {
      anchor += c;
    } else {
      anchor += fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
  }
  return anchor;
}

}  // namespace claimcheck
