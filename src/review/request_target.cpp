#include "review/request_target.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/utf8.h"

namespace claimcheck {
namespace {

/// -1 for what is no hexadecimal digit.
int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode_percent(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (text.size() - i < 3) return std::nullopt;
    const int high = hex_value(text[i + 1]);
    const int low = hex_value(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

/// ASCII that stands for itself in a target. Whatever else a browser wants to say it percent-encodes.
bool is_plain(char c) {
  return c > ' ' && c < '\x7F' && c != '#';
}

/// True without control characters: C0, DEL and C1, which is C2 80 to C2 9F in UTF-8.
bool is_clean_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7F) return false;
    if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return false;
  }
  return is_valid_utf8(text);
}

std::optional<std::string> decode_segment(std::string_view encoded) {
  auto segment = decode_percent(encoded);
  if (!segment || *segment == "." || *segment == "..") return std::nullopt;
  if (segment->find_first_of("/\\") != std::string::npos || !is_clean_text(*segment)) return std::nullopt;
  return segment;
}

/// Only the last segment may be empty.
std::optional<std::string> decode_path(std::string_view encoded) {
  if (!encoded.starts_with('/')) return std::nullopt;
  std::string path;
  while (!encoded.empty()) {
    encoded.remove_prefix(1);
    const std::size_t end = std::min(encoded.find('/'), encoded.size());
    const auto segment = decode_segment(encoded.substr(0, end));
    encoded.remove_prefix(end);
    if (!segment || (segment->empty() && !encoded.empty())) return std::nullopt;
    path += '/';
    path += *segment;
  }
  return path;
}

std::optional<std::string> decode_form_text(std::string_view encoded) {
  std::string spaced(encoded);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  auto text = decode_percent(spaced);
  if (text && !is_clean_text(*text)) return std::nullopt;
  return text;
}

std::optional<HttpFields> decode_query(std::string_view encoded) {
  HttpFields query;
  while (!encoded.empty()) {
    const std::string_view piece = encoded.substr(0, encoded.find('&'));
    encoded.remove_prefix(std::min(piece.size() + 1, encoded.size()));
    if (piece.empty()) continue;
    const std::size_t equals = std::min(piece.find('='), piece.size());
    auto name = decode_form_text(piece.substr(0, equals));
    auto value = decode_form_text(piece.substr(std::min(equals + 1, piece.size())));
    if (!name || !value) return std::nullopt;
    query.emplace_back(std::move(*name), std::move(*value));
  }
  return query;
}

}  // namespace

std::optional<RequestTarget> parse_request_target(std::string_view target) {
  if (!std::all_of(target.begin(), target.end(), is_plain)) return std::nullopt;
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto path = decode_path(target.substr(0, mark));
  auto query = decode_query(target.substr(std::min(mark + 1, target.size())));
  if (!path || !query) return std::nullopt;
  return RequestTarget{std::move(*path), std::move(*query)};
}

}  // namespace claimcheck
