#include "pubmed/shared_limiter.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "pubmed/start_queue.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using TimePoint = Limiter::TimePoint;

constexpr milliseconds kBusyPause{5};
constexpr int kBusyPauses = 200;  // then whoever holds the lock has stopped in the middle

/// The file, open and locked for as long as this lives, unless somebody else has it or it cannot be had.
class LockedFile {
 public:
  explicit LockedFile(const std::string& path)
      : file_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600)) {
    if (file_ < 0 || flock(file_, LOCK_EX | LOCK_NB) != 0) error_ = errno;
  }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;
  ~LockedFile() {
    if (file_ >= 0) close(file_);
  }

  [[nodiscard]] bool is_locked() const { return error_ == 0; }
  [[nodiscard]] bool is_busy() const { return file_ >= 0 && error_ == EWOULDBLOCK; }
  [[nodiscard]] int error() const { return error_; }

  [[nodiscard]] std::string read() const {
    std::array<char, 256> buffer{};
    const ssize_t count = pread(file_, buffer.data(), buffer.size(), 0);
    return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
  }

  /// In one call, so that a program killed meanwhile leaves the old line or the new one. Longer text before it stays
  /// behind the new line.
  void write(std::string_view text) {
    const ssize_t count = pwrite(file_, text.data(), text.size(), 0);
    if (count < 0) error_ = errno;
    if (count >= 0 && static_cast<std::size_t>(count) < text.size()) error_ = ENOSPC;
  }

 private:
  int file_;
  int error_ = 0;
};

/// Differs after every start of the machine (proc(5), random/boot_id); "unknown" where the kernel does not tell.
std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  file >> id;
  return id.empty() ? "unknown" : id;
}

void make_folder_of(const std::string& path) {
  std::error_code error;  // that it failed shows when the file is opened
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
}

class SharedStarts {
 public:
  SharedStarts(std::string path, milliseconds spacing) : path_(std::move(path)), queue_(spacing) {
    make_folder_of(path_);
  }

  milliseconds wait(TimePoint now) {
    LockedFile file(path_);
    if (file.is_busy() && ++busy_pauses_ < kBusyPauses) return kBusyPause;
    busy_pauses_ = 0;
    recall(file, now);
    const milliseconds duration = queue_.wait(ledger_, now);
    if (file.is_locked()) file.write(write_start_ledger(ledger_, boot_));
    return duration;
  }

  void hold_back(TimePoint now, milliseconds pause) {
    LockedFile file(path_);
    recall(file, now);
    queue_.hold_back(ledger_, now, pause);
    if (file.is_locked()) file.write(write_start_ledger(ledger_, boot_));
  }

 private:
  /// What this program knows itself stands even when the file was lost.
  void recall(const LockedFile& file, TimePoint now) {
    if (!file.is_locked()) return;
    const StartLedger shared = read_start_ledger(file.read(), boot_, now);
    ledger_.next = std::max(ledger_.next, shared.next);
    ledger_.held_until = std::max(ledger_.held_until, shared.held_until);
  }

  std::string path_;
  std::string boot_ = boot_id();
  StartLedger ledger_;
  StartQueue queue_;
  int busy_pauses_ = 0;
};

}  // namespace

Limiter shared_starts(const std::string& path, milliseconds spacing) {
  const auto starts = std::make_shared<SharedStarts>(path, spacing);
  return {[starts](TimePoint now) { return starts->wait(now); },
          [starts](TimePoint now, milliseconds pause) { starts->hold_back(now, pause); }};
}

std::string sharing_problem(const std::string& path) {
  make_folder_of(path);
  LockedFile file(path);
  if (file.is_locked()) {
    const std::string text = file.read();
    file.write(text.empty() ? write_start_ledger({}, boot_id()) : text);
  }
  if (file.is_locked() || file.is_busy()) return {};
  return std::generic_category().message(file.error());
}

}  // namespace claimcheck
