#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include <utf8proc.h>

#include "text/characters.h"

namespace claimcheck {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_ill_formed(std::string_view text, std::size_t at, CodePoint point) {
  return point.value == kReplacementCharacter && text.substr(at, point.size) != kReplacement;
}

std::string lower_ascii(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const {
    std::free(bytes);  // NOLINT(cppcoreguidelines-no-malloc): utf8proc_map allocates so
  }
};

std::string map_utf8(std::string_view text, int options) {
  const std::string valid = repair_utf8(text);
  utf8proc_uint8_t* bytes = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()), static_cast<utf8proc_ssize_t>(valid.size()),
                   &bytes, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
  if (size < 0) throw std::bad_alloc();  // the only failure left for valid UTF-8 without custom options
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace

bool is_ascii(std::string_view text) {
  std::uint64_t bytes = 0;
  for (; text.size() >= sizeof bytes; text.remove_prefix(sizeof bytes)) {
    std::memcpy(&bytes, text.data(), sizeof bytes);
    if ((bytes & 0x8080808080808080U) != 0) return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_valid_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode_at(text, at);
    if (is_ill_formed(text, at, point)) return false;
    at += point.size;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    repaired += is_ill_formed(text, at, point) ? kReplacement : text.substr(at, point.size);
    at += point.size;
  }
  return repaired;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Span to_code_points(std::string_view text, Span bytes) {
  const std::size_t begin = count_code_points(text.substr(0, bytes.begin));
  if (bytes.empty() || bytes.begin >= text.size()) return {begin, begin};
  return {begin, begin + count_code_points(slice(text, bytes))};
}

Span to_bytes(std::string_view text, Span points) {
  std::size_t at = 0;
  const auto skip = [&](std::size_t count) {
    for (; count > 0 && at < text.size(); --count) at += decode_at(text, at).size;
    return at;
  };
  const std::size_t begin = skip(points.begin);
  return {begin, skip(points.empty() ? 0 : points.size())};
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  // The options of utf8proc_NFKC_Casefold, which takes no length.
  return map_utf8(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

std::string strip_accents(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  return map_utf8(folded, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK);
}

}  // namespace claimcheck
