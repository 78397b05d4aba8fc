#include "pubmed/eutils_caller.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pubmed/api_key.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;

// Exactly a third and a tenth of a second still pass NCBI's limits now and then.
constexpr milliseconds kSpacing{370};
constexpr milliseconds kSpacingWithKey{110};

constexpr milliseconds kFirstPause{1'000};
constexpr milliseconds kLongestPause{30'000};
constexpr milliseconds kThrottledPause{1'000};  // NCBI counts by the second
constexpr std::chrono::seconds kUnreachablePause{30};

/// Retry-After in whole milliseconds; a server may name any number.
milliseconds as_pause(double seconds) {
  constexpr double longest = 7 * 24 * 3600.0;
  return milliseconds(std::llround(std::clamp(seconds, 0.0, longest) * 1000));
}

}  // namespace

milliseconds start_spacing(const EutilsOptions& options) {
  return options.spacing.value_or(is_key_sent(options) ? kSpacingWithKey : kSpacing);
}

EutilsCaller::EutilsCaller(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter)
    : options_(std::move(options)),
      http_(std::move(http)),
      clock_(std::move(clock)),
      limiter_(std::move(limiter)),
      random_(options_.jitter_seed != 0 ? options_.jitter_seed : std::random_device()()) {}

Assessment EutilsCaller::call(std::string_view program, const Parameters& parameters, const AnswerReader& read) {
  const TimePoint begin = clock_.now();
  if (!deadline_) deadline_ = begin + options_.deadline;
  if (begin < ask_again_) return {AnswerKind::unreachable, unreachable_};
  HttpRequest request = make_eutils_request(options_, program, parameters);
  Answer answer;
  for (int attempt = 1;; ++attempt) {
    if (!wait_for_turn()) return out_of_time(answer.assessment);
    request.timeout = time_for_request();
    answer = ask(request, read);
    const AnswerKind kind = answer.assessment.kind;
    const milliseconds pause = pause_after(attempt, answer.retry_after);
    if (kind == AnswerKind::throttled) limiter_.hold_back(clock_.now(), std::max(pause, kThrottledPause));
    if (kind != AnswerKind::unreachable) unreachable_.clear();
    if (!is_worth_retrying(kind)) return std::move(answer.assessment);
    if (attempt >= options_.max_attempts || is_given_up(answer.assessment, begin)) break;
    // The limiter makes a throttled request wait, with all others.
    if (kind != AnswerKind::throttled && !wait(pause)) return out_of_time(answer.assessment);
  }
  if (answer.assessment.kind == AnswerKind::unreachable) {
    unreachable_ = answer.assessment.reason;
    ask_again_ = clock_.now() + kUnreachablePause;
  }
  return std::move(answer.assessment);
}

/// Servers and proxies repeat what they were sent. The key goes before anything is read, and so before a text is cut
/// short in the middle of it.
EutilsCaller::Answer EutilsCaller::ask(const HttpRequest& request, const AnswerReader& read) {
  if (options_.log.asked) options_.log.asked(request, std::exchange(waited_, milliseconds(0)));
  const TimePoint begin = clock_.now();
  HttpResponse response = http_(request);
  const auto took = std::chrono::duration_cast<milliseconds>(clock_.now() - begin);
  response.body = without_key(std::move(response.body), options_.api_key);
  response.problem = without_key(std::move(response.problem), options_.api_key);
  Answer answer{read(response), response.retry_after};
  if (options_.log.answered) options_.log.answered(response, took, answer.assessment);
  return answer;
}

/// True when a server that cannot be reached was looked for long enough: once, where it was found so before.
bool EutilsCaller::is_given_up(const Assessment& assessment, TimePoint begin) const {
  if (assessment.kind != AnswerKind::unreachable) return false;
  return !unreachable_.empty() || clock_.now() - begin >= kUnreachablePause;
}

milliseconds EutilsCaller::time_for_request() const {
  const auto left = std::chrono::ceil<milliseconds>(*deadline_ - clock_.now());
  return std::clamp(left, milliseconds(1), options_.request_timeout);
}

/// False, as soon as that is known, when the deadline passes before the limiter lets a request start.
bool EutilsCaller::wait_for_turn() {
  while (clock_.now() < *deadline_) {
    const milliseconds left = limiter_.wait(clock_.now());
    if (left.count() == 0) return true;
    if (!wait(left)) return false;
  }
  return false;
}

/// False, at once, when the deadline would pass meanwhile.
bool EutilsCaller::wait(milliseconds duration) {
  if (clock_.now() + duration >= *deadline_) return false;
  if (duration.count() > 0) clock_.sleep(duration);
  waited_ += duration;
  return true;
}

milliseconds EutilsCaller::pause_after(int attempt, double retry_after) {
  const int doublings = std::min(attempt - 1, 10);
  const auto ceiling = std::min(kLongestPause, kFirstPause * (1 << doublings));
  std::uniform_int_distribution<std::int64_t> jitter(0, ceiling.count());
  return std::max(milliseconds(jitter(random_)), as_pause(retry_after));
}

Assessment EutilsCaller::out_of_time(const Assessment& last) const {
  std::string reason =
      fmt::format("waiting any longer would pass the limit of {} s (--deadline)", options_.deadline.count());
  if (!last.reason.empty()) reason += "; the last answer was: " + last.reason;
  return {AnswerKind::out_of_time, std::move(reason)};
}

}  // namespace claimcheck
