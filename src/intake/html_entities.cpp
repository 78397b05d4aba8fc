#include "intake/html_entities.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "intake/block_text.h"
#include "intake/intake_data.h"
#include "text/word_set.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestName = 32;
constexpr char32_t kTooLarge = 0x110000;

/// From 0x80 on; 0 where Windows-1252 has no character.
constexpr std::array<char32_t, 32> kWindows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

using Names = std::unordered_map<std::string_view, std::string, WordHash>;

int digit_value(char c, int base) {
  int value = 99;
  if (c >= '0' && c <= '9') value = c - '0';
  if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
  if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
  return value < base ? value : -1;
}

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Of a line "name 3B1 338".
std::string read_characters(std::string_view numbers) {
  std::string text;
  char32_t value = 0;
  for (const char c : numbers) {
    if (c == ' ') {
      append_utf8(text, value);
      value = 0;
    } else {
      value = value * 16 + static_cast<char32_t>(digit_value(c, 16));
    }
  }
  append_utf8(text, value);
  return text;
}

Names read_names() {
  Names names;
  for_each_data_line(html_entities_data(), [&names](std::string_view line) {
    const std::size_t space = line.find(' ');
    names.emplace(line.substr(0, space), read_characters(line.substr(space + 1)));
  });
  return names;
}

std::optional<CharacterReference> decode_number(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  int base = 10;
  if (end < text.size() && (text[end] == 'x' || text[end] == 'X')) {
    base = 16;
    ++end;
  }
  const std::size_t digits = end;
  char32_t value = 0;
  for (; end < text.size(); ++end) {
    const int digit = digit_value(text[end], base);
    if (digit < 0) break;
    const auto sum =
        static_cast<std::uint32_t>(value) * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
    value = std::min<char32_t>(kTooLarge, sum);
  }
  if (end == digits) return std::nullopt;
  if (end < text.size() && text[end] == ';') ++end;
  if (value >= 0x80 && value < 0xA0) {
    value = windows_1252_character(static_cast<unsigned char>(value)).value_or(value);
  }
  CharacterReference reference{{}, end - at};
  append_utf8(reference.text, value == 0 ? kTooLarge : value);
  return reference;
}

}  // namespace

std::optional<char32_t> windows_1252_character(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) return byte;
  const char32_t c = kWindows1252[byte - 0x80U];
  return c == 0 ? std::nullopt : std::optional(c);
}

std::optional<CharacterReference> decode_reference(std::string_view text, std::size_t at, bool in_attribute) {
  if (at + 1 < text.size() && text[at + 1] == '#') return decode_number(text, at);
  static const Names names = read_names();
  std::string_view name = text.substr(at + 1, kLongestName);
  const auto* const end = std::find_if_not(name.begin(), name.end(), is_alphanumeric);
  const auto length = static_cast<std::size_t>(end - name.begin());
  name = name.substr(0, std::min(name.size(), length + 1));
  if (name.ends_with(';')) {
    if (const auto found = names.find(name); found != names.end()) return {{found->second, name.size() + 1}};
  }
  for (name = name.substr(0, length); name.size() > 1; name.remove_suffix(1)) {
    const auto found = names.find(name);
    if (found == names.end()) continue;
    const std::size_t next = at + 1 + name.size();
    if (in_attribute && next < text.size() && (text[next] == '=' || is_alphanumeric(text[next]))) return std::nullopt;
    return {{found->second, name.size() + 1}};
  }
  return std::nullopt;
}

std::string decode_references(std::string_view text, bool in_attribute) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    decoded += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const auto reference = decode_reference(text, at, in_attribute);
    decoded += reference ? reference->text : "&";
    at += reference ? reference->size : 1;
  }
  return decoded;
}

}  // namespace claimcheck
