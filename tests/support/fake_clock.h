#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "pubmed/http.h"

namespace claimcheck {

/// Time that passes only when somebody sleeps or calls advance(). Must outlive the Clock it gave.
class FakeClock {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  Clock clock() {
    return {[this] { return now_; }, [this](std::chrono::milliseconds duration) { sleep(duration); },
            [this] { return today_; }};
  }

  [[nodiscard]] TimePoint now() const { return now_; }
  [[nodiscard]] std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(now_ - start_);
  }
  [[nodiscard]] const std::vector<std::chrono::milliseconds>& sleeps() const { return sleeps_; }
  void advance(std::chrono::milliseconds duration) { now_ += duration; }
  void set_today(std::string date) { today_ = std::move(date); }

 private:
  void sleep(std::chrono::milliseconds duration) {
    sleeps_.push_back(duration);
    now_ += duration;
  }

  TimePoint start_{std::chrono::hours(1000)};
  TimePoint now_ = start_;
  std::string today_ = "2031-02-03";
  std::vector<std::chrono::milliseconds> sleeps_;
};

}  // namespace claimcheck
