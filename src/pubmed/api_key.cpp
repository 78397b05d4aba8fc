#include "pubmed/api_key.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "pubmed/server_address.h"

namespace claimcheck {
namespace {

constexpr std::size_t kShortestKey = 8;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A way to write a character by its number.
struct Escape {
  std::string_view open;
  int base;
  std::size_t max_digits;
  std::string_view close;
};

// The longer ones first, where one begins like another.
constexpr auto kEscapes = std::to_array<Escape>({
    {"%2525", 16, 2, ""},
    {"%25", 16, 2, ""},
    {"%", 16, 2, ""},
    {"\\u", 16, 4, ""},
    {"\\x", 16, 2, ""},
    {"&#x", 16, 6, ";"},
    {"&#", 10, 7, ";"},
});

bool starts_with_any_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

/// How many bytes of `text`, from its front, are `escape` with the number of `wanted`; 0 when they are not.
std::size_t match_escape(std::string_view text, const Escape& escape, char wanted) {
  if (!starts_with_any_case(text, escape.open)) return 0;
  const std::string_view digits = text.substr(escape.open.size(), escape.max_digits);
  unsigned code = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, escape.base);
  if (error != std::errc() || code > 0x7f || lower(static_cast<char>(code)) != wanted) return 0;
  const auto used = static_cast<std::size_t>(stop - text.data());
  return text.substr(used).starts_with(escape.close) ? used + escape.close.size() : 0;
}

/// How many bytes of `text`, from its front, write the one character `wanted`; 0 when they do not.
std::size_t match_character(std::string_view text, char wanted) {
  if (text.empty()) return 0;
  if (lower(text.front()) == wanted) return 1;
  for (const Escape& escape : kEscapes) {
    if (const std::size_t size = match_escape(text, escape, wanted); size > 0) return size;
  }
  return 0;
}

/// How many bytes of `text`, from its front, write the whole key; 0 when they do not.
std::size_t match_key(std::string_view text, std::string_view lowered_key) {
  std::size_t size = 0;
  for (const char wanted : lowered_key) {
    const std::size_t one = match_character(text.substr(size), wanted);
    if (one == 0) return 0;
    size += one;
  }
  return size;
}

}  // namespace

bool is_key_sent(const EutilsOptions& options) {
  if (options.api_key.empty()) return false;
  const auto server = parse_server_address(options.base_url);
  if (!server) return false;
  const bool is_ncbi = server->host == "ncbi.nlm.nih.gov" || server->host.ends_with(".ncbi.nlm.nih.gov");
  return (is_ncbi && server->scheme == "https") || is_loopback(*server);
}

std::string without_key(std::string text, const std::string& api_key) {
  if (api_key.size() < kShortestKey) return text;
  std::string key = api_key;
  std::transform(key.begin(), key.end(), key.begin(), lower);
  const std::string starts{key.front(),
                           key.front() >= 'a' && key.front() <= 'z' ? static_cast<char>(key.front() - 32) : key.front(),
                           '%', '\\', '&'};
  for (std::size_t at = text.find_first_of(starts); at != std::string::npos; at = text.find_first_of(starts, at)) {
    const std::size_t size = match_key(std::string_view(text).substr(at), key);
    if (size > 0) text.replace(at, size, "***");
    at += size > 0 ? 3 : 1;
  }
  return text;
}

}  // namespace claimcheck
