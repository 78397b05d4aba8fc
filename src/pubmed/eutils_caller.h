#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <random>
#include <string_view>

#include "pubmed/eutils_answer.h"
#include "pubmed/eutils_options.h"
#include "pubmed/eutils_request.h"
#include "pubmed/http.h"
#include "pubmed/limiter.h"

namespace claimcheck {

/// One E-utilities call after the other: spaced starts, retries of what is worth retrying, one deadline over all.
/// Waits between attempts follow "full jitter" (Brooker, "Exponential Backoff And Jitter", AWS 2015): a random time up
/// to 1 s, 2 s, 4 s, … 30 s, and no less than the Retry-After of the server. Once a server could not be reached at all,
/// later calls try only once until one is answered, so that a run without a network ends soon.
class EutilsCaller {
 public:
  EutilsCaller(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter);

  /// Calls `program` until `read` finds the answer usable or not worth another attempt; returns the last assessment.
  /// The API key is taken out of what the server sent before `read` sees it. Does not throw for anything that a server
  /// or a network does.
  Assessment call(std::string_view program, const Parameters& parameters,
                  const std::function<Assessment(const HttpResponse&)>& read);

  [[nodiscard]] const EutilsOptions& options() const { return options_; }
  [[nodiscard]] std::string today() const { return clock_.today(); }

 private:
  using TimePoint = std::chrono::steady_clock::time_point;

  [[nodiscard]] HttpResponse ask(const HttpRequest& request) const;
  [[nodiscard]] bool wait(std::chrono::milliseconds duration);
  [[nodiscard]] std::chrono::milliseconds time_for_request() const;
  [[nodiscard]] std::chrono::milliseconds pause_after(int attempt, double retry_after);
  [[nodiscard]] Assessment out_of_time(const Assessment& last) const;

  EutilsOptions options_;
  HttpFunction http_;
  Clock clock_;
  Limiter limiter_;
  std::minstd_rand random_;
  std::optional<TimePoint> deadline_;
  bool reachable_ = true;
};

}  // namespace claimcheck
