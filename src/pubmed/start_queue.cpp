#include "pubmed/start_queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using TimePoint = StartLedger::TimePoint;

constexpr std::string_view kFormat = "starts-1";

/// Takes the first word, up to `end`, off the front; "" when `end` does not follow.
std::string_view take_word(std::string_view& text, char end) {
  const std::size_t size = text.find(end);
  if (size == std::string_view::npos) return {};
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size + 1);
  return word;
}

std::optional<TimePoint> parse_time(std::string_view word) {
  std::int64_t ticks = 0;
  const char* const end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, ticks);
  if (error != std::errc() || stop != end) return std::nullopt;
  return TimePoint(nanoseconds(ticks));
}

std::int64_t ticks_of(TimePoint time) {
  return std::chrono::duration_cast<nanoseconds>(time.time_since_epoch()).count();
}

/// Rounded up: a wait that is cut short would start too early.
milliseconds time_until(TimePoint start, TimePoint now) {
  return std::chrono::ceil<milliseconds>(start - now);
}

}  // namespace

std::string write_start_ledger(const StartLedger& ledger, std::string_view boot) {
  return fmt::format("{} {} {} {}\n", kFormat, boot, ticks_of(ledger.next), ticks_of(ledger.held_until));
}

StartLedger read_start_ledger(std::string_view text, std::string_view boot, TimePoint now) {
  if (take_word(text, ' ') != kFormat || take_word(text, ' ') != boot) return {};
  const auto next = parse_time(take_word(text, ' '));
  const auto held_until = parse_time(take_word(text, '\n'));
  const TimePoint horizon = now + kLedgerHorizon;
  if (!next || !held_until || *next > horizon || *held_until > horizon) return {};
  return {*next, *held_until};
}

milliseconds StartQueue::wait(StartLedger& ledger, TimePoint now) {
  if (now < held_until_) return time_until(held_until_, now);
  if (!start_) take_start(ledger, now);
  if (now >= *start_ && (now < ledger.held_until || is_missed(ledger, now))) {
    taken_again_ = true;
    take_start(ledger, now);
  }
  if (now < *start_) return time_until(*start_, now);
  ledger.next = std::max(ledger.next, now + spacing_);
  start_.reset();
  taken_again_ = false;
  return milliseconds(0);
}

void StartQueue::hold_back(StartLedger& ledger, TimePoint now, milliseconds pause) {
  held_until_ = std::max(held_until_, now + pause);
  ledger.held_until = std::max(ledger.held_until, now + std::min<milliseconds>(pause, kLongestSharedHold));
}

void StartQueue::take_start(StartLedger& ledger, TimePoint now) {
  start_ = std::max({now, ledger.next, ledger.held_until});
  ledger.next = *start_ + spacing_;
}

bool StartQueue::is_missed(const StartLedger& ledger, TimePoint now) const {
  const bool others_follow = ledger.next > *start_ + spacing_;
  return !taken_again_ && others_follow && now - *start_ > spacing_ / 4;
}

}  // namespace claimcheck
