#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "pubmed/eutils_answer.h"
#include "pubmed/eutils_options.h"
#include "pubmed/eutils_request.h"
#include "pubmed/http.h"
#include "pubmed/limiter.h"

namespace claimcheck {

/// One E-utilities call after the other: spaced starts, retries of what is worth retrying, one deadline over all.
/// Waits between attempts follow "full jitter" (Brooker, "Exponential Backoff And Jitter", AWS 2015): a random time up
/// to 1 s, 2 s, 4 s, … 30 s, and no less than the Retry-After of the server. A throttled request holds back everybody
/// who shares the limiter. A server that could not be reached is left alone for half a minute, in which calls fail
/// without being sent, and then tried once, so that a run without a network ends soon.
class EutilsCaller {
 public:
  /// What an answer is worth; keeps what it read.
  using AnswerReader = std::function<Assessment(const HttpResponse&)>;

  EutilsCaller(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter);

  /// Calls `program` until `read` finds the answer usable or not worth another attempt; returns the last assessment.
  /// The API key is taken out of what the server sent before `read` sees it. Does not throw for anything that a server
  /// or a network does.
  Assessment call(std::string_view program, const Parameters& parameters, const AnswerReader& read);

  [[nodiscard]] const EutilsOptions& options() const { return options_; }
  [[nodiscard]] std::string today() const { return clock_.today(); }

 private:
  using TimePoint = std::chrono::steady_clock::time_point;

  struct Answer {
    Assessment assessment;
    double retry_after = -1;
  };

  Answer ask(const HttpRequest& request, const AnswerReader& read);
  [[nodiscard]] bool is_given_up(const Assessment& assessment, TimePoint begin) const;
  [[nodiscard]] bool wait_for_turn();
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
  std::chrono::milliseconds waited_{0};  ///< since the last request
  std::string unreachable_;              ///< why the server could not be reached; empty while it can
  TimePoint ask_again_{};                ///< when an unreachable server is tried again
};

}  // namespace claimcheck
