#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <thread>

#include "core/error.h"
#include "pubmed/http.h"

namespace claimcheck {
namespace {

constexpr std::chrono::milliseconds kSlice{50};

void sleep_unless_stopped(std::chrono::milliseconds duration, const std::atomic<bool>* stop) {
  const auto end = std::chrono::steady_clock::now() + duration;
  while (true) {
    if (stop != nullptr && stop->load()) throw Error(ErrorKind::interrupted, "Stopped while waiting for PubMed.");
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return;
    std::this_thread::sleep_for(std::min(left, kSlice));
  }
}

}  // namespace

Clock system_clock(const std::atomic<bool>* stop) {
  return {[] { return std::chrono::steady_clock::now(); },
          [stop](std::chrono::milliseconds duration) { sleep_unless_stopped(duration, stop); },
          [] { return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr))); }};
}

}  // namespace claimcheck
