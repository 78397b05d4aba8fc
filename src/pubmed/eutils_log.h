#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "pubmed/eutils_answer.h"
#include "pubmed/http.h"

namespace claimcheck {

/// Who is told of every exchange with the E-utilities; functions that are not set are not called.
struct EutilsLog {
  /// Before a request is sent, with the time waited for its turn since the exchange before.
  std::function<void(const HttpRequest&, std::chrono::milliseconds waited)> asked;
  /// With the answer, how long it took, and what was made of it.
  std::function<void(const HttpResponse&, std::chrono::milliseconds took, const Assessment&)> answered;
};

/// A log of one line for each request and one for each answer, for people:
///   > POST https://host/esearch.fcgi db=pubmed term=alpha[tiab] api_key=*** (waited 370 ms)
///   < 429, 84 bytes, 131 ms, throttled: API rate limit exceeded
/// Parameters are decoded and cut short where they are long. Neither the key, in whatever form, nor a password in the
/// URL stands in a line, and no control characters. `write` is given each line without its newline.
EutilsLog line_log(std::function<void(const std::string& line)> write, const std::string& api_key);

}  // namespace claimcheck
