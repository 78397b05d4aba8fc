#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "review/http_exchange.h"
#include "review/server_options.h"

namespace claimcheck {

/// An HTTP/1.1 server for one browser on this machine. It knows nothing of what it serves.
///
/// It listens on 127.0.0.1 only and answers nobody but the page that it handed out itself:
/// - `Host` must be 127.0.0.1:PORT, letter for letter (not localhost, which other names may stand for), else 421: a
///   name that an attacker's DNS points to this machine (DNS rebinding) leads nowhere.
/// - GET /?token=… with the secret of launch_url() or, as the first of all, that of one_time_url() sets a cookie of
///   another secret (HttpOnly, SameSite=Strict) and leads on to ServerOptions::start; every other request needs that
///   cookie, else 403. Each is 256 bits from the system.
/// - A request that the browser marks as started by another site or another port (Sec-Fetch-Site) gets 403.
/// - GET, HEAD and POST, else 405. A POST needs the matching `Origin`, ServerOptions::write_header and the content type
///   application/json, else 403 or 415.
/// - Transfer-Encoding (411), Content-Encoding (415), other versions than HTTP/1.1 (505), expectations other than
///   100-continue (417), repeated header fields of those above and unclean paths (400) are refused.
/// Every answer forbids scripts and styles of others, framing, caching, sniffing and referrers.
class LoopbackServer {
 public:
  /// Listens from now on; what comes in waits for run(). Throws Error(usage) when the port cannot be had, and
  /// Error(internal) when the system refuses random bytes or sockets.
  LoopbackServer(ServerOptions options, HttpHandler handler);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::string url() const;         ///< "http://127.0.0.1:PORT/"
  [[nodiscard]] std::string launch_url() const;  ///< url() with the secret that opens it: for the user's eyes only
  /// As launch_url(), and worth nothing once either of the two has opened the page: for places where others may read it
  /// for a while, such as the arguments of a program.
  [[nodiscard]] std::string one_time_url() const;

  /// Serves until stop(). Call it once; the handler and the log are called in this thread.
  void run();

  /// Ends run(), or keeps it from starting: idle connections are closed, the handler's running call is waited for, and
  /// answers on their way get ServerLimits::stop_time. May be called from any thread, from a signal handler and from
  /// the handler itself, as often as one likes, while the server exists.
  void stop() noexcept;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace claimcheck
