#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// What one client may take up. A connection that is out of time is closed without a word.
struct ServerLimits {
  std::size_t body = std::size_t{64} << 10;      ///< bytes of a request's body, else 413
  std::size_t head = std::size_t{16} << 10;      ///< bytes of request line and header fields, else 431
  std::size_t target = std::size_t{4} << 10;     ///< bytes of path and query, else 414
  std::size_t connections = 64;                  ///< at one time; one more is told 503 and closed
  std::chrono::milliseconds head_time{10'000};   ///< for the whole head, from its first byte, or from the connection
  std::chrono::milliseconds body_time{10'000};   ///< for the whole body
  std::chrono::milliseconds idle_time{60'000};   ///< between two requests on one connection
  std::chrono::milliseconds write_time{30'000};  ///< for the whole answer
  std::chrono::milliseconds close_time{1'000};   ///< for the client to close, after an answer that ends the connection
  std::chrono::milliseconds stop_time{500};      ///< for answers on their way when the server is stopped
};

struct ServerOptions {
  std::uint16_t port = 0;    ///< 0: a free one
  bool or_any_port = false;  ///< a free one also when `port` cannot be had
  ServerLimits limits = {};
  std::string cookie = "claimcheck";          ///< the cookie's name before "-PORT"; a token (RFC 9110)
  std::string write_header = "X-Claimcheck";  ///< must be "1" in every POST; no form and no other site can send it
  std::vector<std::string> handed_on = {};    ///< names of header fields that the handler wants to see; never Cookie
  std::string start = "/";                    ///< path and query where the launch leads; needs no escaping in an href
  /// Told of what is wrong on our side, one line at a time, by the thread in run(). Neither secrets nor queries nor
  /// bodies are in it, unless the handler puts them into an exception's text.
  std::function<void(std::string_view line)> log = {};
};

}  // namespace claimcheck
