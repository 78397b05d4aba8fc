#include "pubmed/limiter.h"

#include <algorithm>
#include <memory>

namespace claimcheck {

Limiter spaced_starts(std::chrono::milliseconds spacing) {
  using TimePoint = std::chrono::steady_clock::time_point;
  const auto next = std::make_shared<TimePoint>(TimePoint::min());
  return [next, spacing](TimePoint now) {
    const TimePoint start = std::max(now, *next);
    // Whole milliseconds, rounded up: a wait that is cut short would start too early.
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(start - now);
    *next = now + wait + spacing;
    return wait;
  };
}

}  // namespace claimcheck
