#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace claimcheck {

struct HttpRequest {
  std::string url;
  std::string body;  ///< form-encoded; non-empty means POST
  std::chrono::milliseconds timeout{60'000};
};

struct HttpResponse {
  int status = 0;  ///< 0: no answer at all, `problem` says why
  std::string body;
  std::string content_type;
  double retry_after = -1;  ///< seconds; -1 when the server named none
  std::string problem;      ///< without secrets
};

/// Everything below the E-utilities client. Never throws for network failures.
using HttpFunction = std::function<HttpResponse(const HttpRequest&)>;

/// HTTP over libcurl: HTTP/1.1, connect, stall and overall time-outs, gzip, a cap on the body, redirects within the
/// same host only, proxies and CA files as curl users expect. The body of an error answer is kept.
HttpFunction curl_http();

/// Time, so that retry and spacing are tested without waiting.
struct Clock {
  std::function<std::chrono::steady_clock::time_point()> now;
  std::function<void(std::chrono::milliseconds)> sleep;
  std::function<std::string()> today;  ///< ISO date
};
Clock system_clock();

}  // namespace claimcheck
