#pragma once

#include <chrono>
#include <functional>

namespace claimcheck {

/// When requests may start.
struct Limiter {
  using TimePoint = std::chrono::steady_clock::time_point;

  /// How long the next request has to wait, counted from `now`, in whole milliseconds; 0: it starts now. To be asked
  /// again after every wait, because the start may have been put off meanwhile. Every request, retries too, takes a
  /// start of its own.
  std::function<std::chrono::milliseconds(TimePoint now)> wait;

  /// The server refused to be asked so often: whoever shares the limiter starts nothing for `pause`.
  std::function<void(TimePoint now, std::chrono::milliseconds pause)> hold_back;
};

/// Starts at least `spacing` apart, within this process. Copies share the state; not thread-safe.
Limiter spaced_starts(std::chrono::milliseconds spacing);

}  // namespace claimcheck
