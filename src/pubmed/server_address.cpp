#include "pubmed/server_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace claimcheck {
namespace {

using UrlPointer = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

std::optional<ServerAddress> parse_server_address(const std::string& url) {
  const UrlPointer parsed(curl_url(), &curl_url_cleanup);
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return std::nullopt;
  ServerAddress server{lower_case(part_of(parsed.get(), CURLUPART_SCHEME)),
                       lower_case(part_of(parsed.get(), CURLUPART_HOST)), part_of(parsed.get(), CURLUPART_PORT)};
  if ((server.scheme != "http" && server.scheme != "https") || server.host.empty()) return std::nullopt;
  return server;
}

bool is_loopback(const ServerAddress& server) {
  const std::string& host = server.host;
  if (host == "localhost" || host == "[::1]") return true;
  return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos &&
         std::count(host.begin(), host.end(), '.') == 3;
}

std::string without_password(std::string url) {
  const std::size_t slashes = url.find("//");
  if (slashes == std::string::npos) return url;
  const std::size_t begin = slashes + 2;
  const std::size_t end = std::min(url.find_first_of("/?#", begin), url.size());
  const std::size_t at = std::string_view(url).substr(0, end).rfind('@');
  if (at != std::string_view::npos && at >= begin) url.replace(begin, at - begin, "***");
  return url;
}

}  // namespace claimcheck
