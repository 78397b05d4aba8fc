#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"
#include "core/review.h"
#include "library/sealed_parts.h"

namespace claimcheck {

/// What a log comes to when it is checked line by line.
struct LogCheck {
  std::size_t entries = 0;  ///< lines that hold, from the first on
  std::string last_hash;    ///< of the last of them, of the run where there is none. Kept elsewhere it proves the log
  std::string problem;      ///< the first line that does not hold, and why, one sentence; empty when all do
  bool operator==(const LogCheck&) const = default;
};

/// How long a writer waits for another one.
inline constexpr std::chrono::milliseconds kProjectPatience{10'000};

/// A run that is under review, in one SQLite file: the capsule it was made with, its reports as they were made, the
/// author's files that comments can be written into, and the log of what people decided. Rollback journal, not WAL,
/// which synchronised folders corrupt; every entry is one transaction, on the disk before append() returns. Several
/// programs may have a project open; one writes at a time. A Project is used by one thread at a time. All members throw
/// Error(storage) naming the path when SQLite fails, when another program goes on writing beyond the patience, and when
/// the file does not hold what it should.
///
/// The log begins with the hash of the run (its reports, articles and capsule), so that it also proves what was judged.
class Project {
 public:
  enum class Access { read, write };

  /// Makes a new project file, whole or not at all, also when the program is killed. Throws Error(usage), with the way
  /// out, when there is something at `path` already, and when two reports are on claims of the same id. `capsule`: as
  /// write_capsule wrote it. `originals`: bytes of files whose SHA-256 is that of an article of the run.
  static void create(const std::filesystem::path& path, const Run& run, std::string_view capsule, Digest digest,
                     std::span<const std::string_view> originals = {});

  /// Throws Error(storage) for a missing file, a directory, a file that is no project, one of a newer claimcheck, and
  /// for Access::write one that may not be written. An older one is brought up to date where it may be written. What a
  /// program that was killed left half written is undone.
  static Project open(const std::filesystem::path& path, Access access, Digest digest,
                      std::chrono::milliseconds patience = kProjectPatience);

  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;
  ~Project();

  /// The run as it was reported, whatever rules this program has; `review` is what the log comes to now, unset when
  /// it has no entry.
  [[nodiscard]] Run run() const;
  /// The run with the report of one claim alone, by place, and without its review. Reads no other report.
  [[nodiscard]] Run run_on(std::size_t place) const;
  /// The report of one claim of the run, by place. Reads no more than that.
  [[nodiscard]] Report report(std::size_t place) const;
  [[nodiscard]] std::size_t claims() const;
  /// In the order of the run.
  [[nodiscard]] std::vector<std::string> claim_ids() const;
  [[nodiscard]] std::string capsule() const;
  /// What the first line of the log names as the hash before it: that of the reports, articles and capsule.
  [[nodiscard]] std::string run_hash() const;
  /// The bytes of the author's file of that SHA-256. nullopt where the project does not keep it, as one that an older
  /// claimcheck made.
  [[nodiscard]] std::optional<std::string> original(const std::string& sha256) const;

  /// The entries after number `after`, in order.
  [[nodiscard]] std::vector<LogEntry> log(std::int64_t after = 0) const;
  [[nodiscard]] std::int64_t last_entry() const;
  /// Adds the entry behind the last: fills number, previous and hash, and returns it. `expected_last`: number of the
  /// last entry that the caller has seen; when another was added meanwhile nothing is written and nullopt comes back.
  /// Ill-formed UTF-8 is written as U+FFFD. For Access::write alone.
  std::optional<LogEntry> append(LogEntry entry, std::int64_t expected_last);
  /// The same for several entries in their order: all of them are added, as one transaction, or none.
  std::optional<std::vector<LogEntry>> append_all(std::vector<LogEntry> entries, std::int64_t expected_last);

  /// Checks every line: numbers, links, hashes; and that the run and the author's files are those that the log began
  /// with.
  [[nodiscard]] LogCheck check_log() const;

  /// A copy to hand over (VACUUM INTO), whole or not at all. Throws Error(usage) when there is something at `path`.
  void copy_to(const std::filesystem::path& path) const;

 private:
  struct State;
  explicit Project(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// True for a file that begins as a project does; its first 100 bytes are enough.
bool looks_like_project(std::string_view bytes);

/// The entry as one line of JSON (no line break), as it is exported and, without "hash", as it is hashed. Deterministic
/// bytes.
std::string write_log_entry(const LogEntry& entry);

}  // namespace claimcheck
