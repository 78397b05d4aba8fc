#pragma once

#include <chrono>
#include <functional>

namespace claimcheck {

/// Reserves the next start of a request and returns how long to wait for it, counted from `now`. Every attempt
/// reserves its own start, so retries are spaced like first tries.
using Limiter = std::function<std::chrono::milliseconds(std::chrono::steady_clock::time_point now)>;

/// Starts at least `spacing` apart, within this process. Copies share the state; not thread-safe.
Limiter spaced_starts(std::chrono::milliseconds spacing);

}  // namespace claimcheck
