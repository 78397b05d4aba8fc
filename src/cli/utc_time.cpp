#include "cli/utc_time.h"

#include <fmt/chrono.h>

#include <chrono>
#include <ctime>

namespace claimcheck {

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace claimcheck
