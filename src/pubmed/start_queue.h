#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// What those who share a limiter know in common. Times of the steady clock.
struct StartLedger {
  using TimePoint = std::chrono::steady_clock::time_point;
  TimePoint next{};        ///< the first start that nobody has taken
  TimePoint held_until{};  ///< nothing starts before
  bool operator==(const StartLedger&) const = default;
};

/// No ledger reaches further ahead: some 800 starts without a key. What does is rubbish, or of another clock.
inline constexpr std::chrono::minutes kLedgerHorizon{5};
/// No server holds back others than the one it refused for longer than this.
inline constexpr std::chrono::minutes kLongestSharedHold{1};

/// The ledger as one line of text. `boot` names the boot of the machine, within which steady clocks agree.
std::string write_start_ledger(const StartLedger& ledger, std::string_view boot);

/// Reads what write_start_ledger wrote; what follows the first line is left alone. An empty ledger comes back for
/// anything else, for another boot, and for times beyond the horizon.
StartLedger read_start_ledger(std::string_view text, std::string_view boot, StartLedger::TimePoint now);

/// The place of one requester among those who share a ledger. Starts are taken first come, first served. A start that
/// was missed by more than a quarter of the spacing is taken again behind the others, once: two starts would come too
/// close together.
class StartQueue {
 public:
  using TimePoint = StartLedger::TimePoint;

  explicit StartQueue(std::chrono::milliseconds spacing) : spacing_(spacing) {}

  /// As Limiter::wait and Limiter::hold_back say; both may change the ledger.
  std::chrono::milliseconds wait(StartLedger& ledger, TimePoint now);
  void hold_back(StartLedger& ledger, TimePoint now, std::chrono::milliseconds pause);

 private:
  void take_start(StartLedger& ledger, TimePoint now);
  [[nodiscard]] bool is_missed(const StartLedger& ledger, TimePoint now) const;

  std::chrono::milliseconds spacing_;
  TimePoint held_until_{};  ///< as long as the server asked us to wait
  std::optional<TimePoint> start_;
  bool taken_again_ = false;
};

}  // namespace claimcheck
