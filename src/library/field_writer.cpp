#include "library/field_writer.h"

#include <array>

#include "text/utf8.h"

namespace claimcheck {
namespace {

/// True for the bytes that end a run which can be copied as it stands.
constexpr std::array<bool, 256> stop_bytes() {
  std::array<bool, 256> stops{};
  for (std::size_t i = 0; i < 256; ++i) stops[i] = i < 0x20 || i >= 0x7F || i == '"' || i == '\\';
  return stops;
}
constexpr std::array<bool, 256> kStops = stop_bytes();

constexpr char kHex[] = "0123456789abcdef";

void append_escaped(std::string& json, unsigned char byte) {
  switch (byte) {
    case '"':
      json += "\\\"";
      return;
    case '\\':
      json += "\\\\";
      return;
    case '\n':
      json += "\\n";
      return;
    case '\t':
      json += "\\t";
      return;
    default:
      json += "\\u00";
      json += kHex[byte >> 4U];
      json += kHex[byte & 0xFU];
  }
}

/// `text` is well-formed from `from` on.
void append_tail(std::string& json, std::string_view text, std::size_t from) {
  std::size_t run = from;
  for (std::size_t i = from; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!kStops[byte] || byte >= 0x80) continue;
    json += text.substr(run, i - run);
    append_escaped(json, byte);
    run = i + 1;
  }
  json += text.substr(run);
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
  json += '"';
  std::size_t plain = 0;
  while (plain < text.size() && !kStops[static_cast<unsigned char>(text[plain])]) ++plain;
  json += text.substr(0, plain);
  if (plain < text.size()) {
    if (is_valid_utf8(text)) {
      append_tail(json, text, plain);
    } else {
      append_tail(json, repair_utf8(text.substr(plain)), 0);
    }
  }
  json += '"';
}

}  // namespace claimcheck
