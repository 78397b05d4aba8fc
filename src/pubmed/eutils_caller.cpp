#include "pubmed/eutils_caller.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace claimcheck {
namespace {

constexpr std::chrono::milliseconds kFirstPause{1'000};
constexpr std::chrono::milliseconds kLongestPause{30'000};

/// Retry-After in whole milliseconds; a server may name any number.
std::chrono::milliseconds as_pause(double seconds) {
  constexpr double longest = 7 * 24 * 3600.0;
  return std::chrono::milliseconds(std::llround(std::clamp(seconds, 0.0, longest) * 1000));
}

}  // namespace

EutilsCaller::EutilsCaller(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter)
    : options_(std::move(options)),
      http_(std::move(http)),
      clock_(std::move(clock)),
      limiter_(std::move(limiter)),
      random_(options_.jitter_seed != 0 ? options_.jitter_seed : std::random_device()()) {}

Assessment EutilsCaller::call(std::string_view program, const Parameters& parameters,
                              const std::function<Assessment(const HttpResponse&)>& read) {
  if (!deadline_) deadline_ = clock_.now() + options_.deadline;
  HttpRequest request = make_eutils_request(options_, program, parameters);
  const bool was_reachable = reachable_;
  Assessment last;
  for (int attempt = 1;; ++attempt) {
    if (!wait(limiter_(clock_.now()))) return out_of_time(last);
    request.timeout = time_for_request();
    const HttpResponse response = ask(request);
    last = read(response);
    reachable_ = last.kind != AnswerKind::unreachable;
    const bool tried_enough = attempt >= options_.max_attempts || (!was_reachable && !reachable_);
    if (!is_worth_retrying(last.kind) || tried_enough) return last;
    if (!wait(pause_after(attempt, response.retry_after))) return out_of_time(last);
  }
}

/// Servers and proxies repeat what they were sent. The key goes before anything is read, and so before a text is cut
/// short in the middle of it.
HttpResponse EutilsCaller::ask(const HttpRequest& request) const {
  HttpResponse response = http_(request);
  response.body = without_key(std::move(response.body), options_.api_key);
  response.problem = without_key(std::move(response.problem), options_.api_key);
  return response;
}

std::chrono::milliseconds EutilsCaller::time_for_request() const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline_ - clock_.now());
  return std::clamp(left, std::chrono::milliseconds(1), options_.request_timeout);
}

/// False, at once, when the deadline would pass meanwhile.
bool EutilsCaller::wait(std::chrono::milliseconds duration) {
  if (clock_.now() + duration >= *deadline_) return false;
  if (duration.count() > 0) clock_.sleep(duration);
  return true;
}

std::chrono::milliseconds EutilsCaller::pause_after(int attempt, double retry_after) {
  const int doublings = std::min(attempt - 1, 10);
  const auto ceiling = std::min(kLongestPause, kFirstPause * (1 << doublings));
  std::uniform_int_distribution<std::int64_t> jitter(0, ceiling.count());
  return std::max(std::chrono::milliseconds(jitter(random_)), as_pause(retry_after));
}

Assessment EutilsCaller::out_of_time(const Assessment& last) const {
  std::string reason = fmt::format("waiting any longer would pass the limit of {} s", options_.deadline.count());
  if (!last.reason.empty()) reason += "; the last answer was: " + last.reason;
  return {AnswerKind::out_of_time, std::move(reason)};
}

}  // namespace claimcheck
