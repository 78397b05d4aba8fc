// Whatever a server sends back, the key does not stand in it afterwards, however it was dressed; what is masked once is
// masked for good; and texts without it stay as they are. The first byte chooses the dress, the rest is the server's.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "pubmed/api_key.h"
#include "pubmed/eutils_request.h"
#include "pubmed/server_address.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const std::string kKey = "a1b2c3d4e5f6";

std::string dressed(unsigned dress) {
  constexpr std::array<const char*, 5> opens{"%", "%25", "\\u00", "\\x", "&#x"};
  std::string text;
  for (const char c : kKey) {
    if (dress % 6 == 5) {
      text += c;
      continue;
    }
    constexpr const char* digits = "0123456789abcdef";
    text += opens[dress % 6];
    text += digits[static_cast<unsigned char>(c) >> 4];
    text += digits[static_cast<unsigned char>(c) & 15];
    if (dress % 6 == 4) text += ';';
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string sent(data + 1, data + size);
  const std::string masked = claimcheck::without_key(sent, kKey);
  require(masked.find(kKey) == std::string::npos);
  require(claimcheck::without_key(masked, kKey) == masked);
  require(sent.find("***") != std::string::npos || masked.find("***") != std::string::npos || masked == sent);

  const std::string half = sent.substr(0, sent.size() / 2);
  const std::string echo = half + dressed(data[0]) + sent.substr(half.size());
  require(claimcheck::without_key(echo, kKey).find(dressed(data[0])) == std::string::npos);

  const claimcheck::Parameters parameters = claimcheck::decode_form(sent);
  require(claimcheck::decode_form(claimcheck::encode_form(parameters)) == parameters);

  claimcheck::EutilsOptions options;
  options.base_url = sent;
  options.api_key = kKey;
  const auto server = claimcheck::parse_server_address(sent);
  require(!claimcheck::is_key_sent(options) || server->scheme == "https" || claimcheck::is_loopback(*server));
  claimcheck::without_password(sent);
  return 0;
}
