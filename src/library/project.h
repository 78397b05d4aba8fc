#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"
#include "core/review.h"
#include "library/sealed_parts.h"

namespace claimcheck {

/// What a log comes to when it is checked line by line.
struct LogCheck {
  std::size_t entries = 0;
  std::string last_hash;  ///< of the last line; empty without one. Kept elsewhere it proves the whole log
  std::string problem;    ///< the first line that does not hold, and why, one sentence; empty when all do
  bool operator==(const LogCheck&) const = default;
};

/// A run that is under review, in one SQLite file: the capsule it was made with, its reports as they were made, and the
/// log of what people decided. Rollback journal, not WAL, which synchronised folders corrupt; every entry is one
/// transaction, on the disk before append() returns. Several programs may have a project open; one writes at a time.
/// A Project is used by one thread at a time. All members throw Error(storage) naming the path when SQLite fails.
class Project {
 public:
  enum class Access { read, write };

  /// Makes a new project file, whole or not at all, also when the program is killed. Throws Error(usage), with the way
  /// out, when there is something at `path` already. `capsule`: as write_capsule wrote it.
  static void create(const std::filesystem::path& path, const Run& run, std::string_view capsule, Digest digest);

  /// Throws Error(storage) for a missing file, a directory, a file that is no project, and one of a newer claimcheck;
  /// an older one is brought up to date, where it may be written.
  static Project open(const std::filesystem::path& path, Access access, Digest digest);

  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;
  ~Project();

  /// The run as it was reported, whatever rules this program has; `review` is what the log comes to now.
  [[nodiscard]] Run run() const;
  /// The report of one claim of the run, by place. Reads no more than that.
  [[nodiscard]] Report report(std::size_t place) const;
  [[nodiscard]] std::size_t claims() const;
  [[nodiscard]] std::string capsule() const;

  /// The entries after number `after`, in order.
  [[nodiscard]] std::vector<LogEntry> log(std::int64_t after = 0) const;
  [[nodiscard]] std::int64_t last_entry() const;
  /// Adds the entry behind the last: fills number, previous and hash, and returns it. `expected_last`: number of the
  /// last entry that the caller has seen; when another was added meanwhile nothing is written and nullopt comes back.
  std::optional<LogEntry> append(LogEntry entry, std::int64_t expected_last);

  /// Checks every line: numbers, links, hashes.
  [[nodiscard]] LogCheck check_log() const;

  /// A copy to hand over (VACUUM INTO), whole or not at all. Throws Error(usage) when there is something at `path`.
  void copy_to(const std::filesystem::path& path) const;

 private:
  struct State;
  explicit Project(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// True for a file that begins as a project does.
bool looks_like_project(std::string_view bytes);

/// The entry as one line of JSON, as it is exported and, without "hash", as it is hashed. Deterministic bytes.
std::string write_log_entry(const LogEntry& entry);

}  // namespace claimcheck
