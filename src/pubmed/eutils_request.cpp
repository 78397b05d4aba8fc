#include "pubmed/eutils_request.h"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::size_t kLongestQueryString = 1000;

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~';
}

std::string encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else if (c == ' ') {
      encoded += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

void erase_all(std::string& text, const std::string& secret) {
  for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
    text.replace(at, secret.size(), "***");
  }
}

}  // namespace

std::string encode_form(const Parameters& parameters) {
  std::string form;
  for (const auto& [name, value] : parameters) {
    if (!form.empty()) form += '&';
    form += encode(name) + '=' + encode(value);
  }
  return form;
}

HttpRequest make_eutils_request(const EutilsOptions& options, std::string_view program, Parameters parameters) {
  parameters.emplace_back("tool", options.tool);
  parameters.emplace_back("email", options.email);
  if (!options.api_key.empty()) parameters.emplace_back("api_key", options.api_key);
  HttpRequest request;
  request.url = options.base_url;
  if (!request.url.ends_with('/')) request.url += '/';
  request.url += program;
  std::string form = encode_form(parameters);
  const bool has_ids =
      std::any_of(parameters.begin(), parameters.end(), [](const auto& pair) { return pair.first == "id"; });
  if (has_ids || form.size() > kLongestQueryString || !options.api_key.empty()) {
    request.body = std::move(form);
  } else {
    request.url += '?' + form;
  }
  request.timeout = options.request_timeout;
  return request;
}

std::string without_key(std::string text, const std::string& api_key) {
  // A "key" of a few letters would be found in ordinary words; NCBI's have 36 characters.
  constexpr std::size_t shortest_key = 8;
  if (api_key.size() < shortest_key) return text;
  erase_all(text, api_key);
  erase_all(text, encode(api_key));
  return text;
}

}  // namespace claimcheck
