#include "pubmed/eutils_request.h"

#include <algorithm>

#include "pubmed/api_key.h"

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

int hex_value(char c) {
  constexpr std::string_view digits = "0123456789abcdefABCDEF";
  const std::size_t at = digits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at < 16 ? at : at - 6);
}

std::string decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
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

Parameters decode_form(std::string_view form) {
  Parameters parameters;
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    form.remove_prefix(std::min(form.size(), pair.size() + 1));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    parameters.emplace_back(decode(pair.substr(0, equals)), decode(pair.substr(std::min(equals + 1, pair.size()))));
  }
  return parameters;
}

HttpRequest make_eutils_request(const EutilsOptions& options, std::string_view program, Parameters parameters) {
  parameters.emplace_back("tool", options.tool);
  parameters.emplace_back("email", options.email);
  const bool sends_key = is_key_sent(options);
  if (sends_key) parameters.emplace_back("api_key", options.api_key);
  HttpRequest request;
  request.url = options.base_url;
  if (!request.url.ends_with('/')) request.url += '/';
  request.url += program;
  std::string form = encode_form(parameters);
  const bool has_ids =
      std::any_of(parameters.begin(), parameters.end(), [](const auto& pair) { return pair.first == "id"; });
  if (has_ids || form.size() > kLongestQueryString || sends_key) {
    request.body = std::move(form);
  } else {
    request.url += '?' + form;
  }
  request.timeout = options.request_timeout;
  return request;
}

}  // namespace claimcheck
