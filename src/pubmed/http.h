#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace claimcheck {

struct HttpRequest {
  std::string url;
  std::string body;                           ///< form-encoded; non-empty means POST
  std::chrono::milliseconds timeout{60'000};  ///< for the whole exchange
  std::chrono::seconds stall_timeout{30};     ///< without a byte
  std::chrono::milliseconds connect_timeout{15'000};
  /// When set: takes the body of a 200 answer piece by piece, as it is sent, never inflated; false ends the exchange
  /// (HttpFailure::refused). Must not throw.
  std::function<bool(std::string_view bytes)> take_body = {};
};

/// Why an exchange brought no whole answer.
enum class HttpFailure {
  none,
  unreachable,  ///< no connection: name, network, proxy, certificate
  dropped,      ///< connected, but the answer did not come or stopped early, time-outs included
  too_large,    ///< the body passed the cap
  refused,      ///< HttpRequest::take_body would not go on
};

struct HttpResponse {
  int status = 0;    ///< 0: no answer at all
  std::string body;  ///< what came, also of an error answer or one that stopped early
  std::string content_type;
  double retry_after = -1;  ///< seconds; -1 when the server named none
  HttpFailure failure = HttpFailure::none;
  std::string problem;  ///< a few words on `failure`, or on a redirect that was not followed; without secrets
};

/// Everything below the E-utilities client. Never throws for network failures.
using HttpFunction = std::function<HttpResponse(const HttpRequest&)>;

/// Largest body that curl_http takes, after decompression.
inline constexpr std::size_t kMaxHttpBody = std::size_t{256} << 20;

/// HTTP over libcurl: HTTP/1.1, one kept connection, connect, stall and overall time-outs, gzip, a cap on the body,
/// redirects within the same host only and never from https to http. Proxies come from the environment (https_proxy,
/// no_proxy, …), but none stands before this machine itself, and trusted certificates from CURL_CA_BUNDLE,
/// SSL_CERT_FILE or SSL_CERT_DIR, as users of curl expect. Throws Error(interrupted) within a second after `*stop`
/// becomes true, and Error(usage) on what is no http or https URL. Copies share one connection; not thread-safe.
HttpFunction curl_http(const std::atomic<bool>* stop = nullptr, std::size_t max_body = kMaxHttpBody);

/// Time, so that retry and spacing are tested without waiting.
struct Clock {
  std::function<std::chrono::steady_clock::time_point()> now;
  std::function<void(std::chrono::milliseconds)> sleep;
  std::function<std::string()> today;  ///< ISO date, UTC
};

/// The machine's clock. Its sleep throws Error(interrupted) within 50 ms after `*stop` becomes true.
Clock system_clock(const std::atomic<bool>* stop = nullptr);

}  // namespace claimcheck
