#pragma once

#include <atomic>

namespace claimcheck {

/// From now on Ctrl-C ends the program at once with exit code 130. That is safe at any moment: what was fetched or
/// imported is kept in whole transactions, and reports appear by renaming finished files.
void exit_on_interrupt();

/// While one lives, the first Ctrl-C only sets requested(), so that the work can end at a good place and say how far it
/// came; a second one ends the program.
class GracefulStop {
 public:
  /// `wake` is called in the signal handler, for work that waits and does not look at requested(): it may do only what
  /// a signal handler may.
  explicit GracefulStop(void (*wake)() noexcept = nullptr);
  GracefulStop(const GracefulStop&) = delete;
  GracefulStop& operator=(const GracefulStop&) = delete;
  ~GracefulStop();

  static const std::atomic<bool>& requested();
};

}  // namespace claimcheck
