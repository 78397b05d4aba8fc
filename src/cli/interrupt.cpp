#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string_view>

#include "cli/exit_code.h"

namespace claimcheck {
namespace {

std::atomic<bool> stop_requested = false;
std::atomic<bool> graceful = false;
std::atomic<void (*)() noexcept> wake_up = nullptr;
static_assert(std::atomic<bool>::is_always_lock_free);
static_assert(std::atomic<void (*)() noexcept>::is_always_lock_free);

extern "C" void on_interrupt(int /*signal*/) {
  if (graceful && !stop_requested.exchange(true)) {
    if (const auto wake = wake_up.load()) wake();
    return;
  }
  static constexpr std::string_view message =
      "\nclaimcheck: interrupted. What was finished is kept: run the same command again to go on.\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
  _exit(to_int(ExitCode::interrupted));
}

}  // namespace

void exit_on_interrupt() {
  struct sigaction action {};
  sigaction(SIGINT, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;  // started in the background, where Ctrl-C is not meant for us
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, nullptr);
}

GracefulStop::GracefulStop(void (*wake)() noexcept) {
  wake_up = wake;
  graceful = true;
}
GracefulStop::~GracefulStop() {
  graceful = false;
  wake_up = nullptr;
}
const std::atomic<bool>& GracefulStop::requested() {
  return stop_requested;
}

}  // namespace claimcheck
