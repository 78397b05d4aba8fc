#pragma once

#include <optional>
#include <string>

namespace claimcheck {

/// The server that an http or https URL names, as libcurl reads the URL and will connect.
struct ServerAddress {
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< lower case; IPv4 numbers in dotted form, IPv6 in brackets
  std::string port;    ///< always given
  bool operator==(const ServerAddress&) const = default;
};

/// nullopt for what is no http or https URL.
std::optional<ServerAddress> parse_server_address(const std::string& url);

/// True for localhost, 127.0.0.0/8 and [::1]: this machine.
bool is_loopback(const ServerAddress& server);

/// `url` with *** in place of a user name and password, for messages.
std::string without_password(std::string url);

}  // namespace claimcheck
