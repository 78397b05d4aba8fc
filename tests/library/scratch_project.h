#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "intake/sha256.h"
#include "library/project.h"
#include "library/sqlite.h"
#include "report/sample_run.h"
#include "support/temporary_folder.h"

namespace claimcheck {

inline constexpr std::chrono::milliseconds kImpatient{50};

/// What a judgement of the claim looks like before it is in a log.
inline LogEntry judgement_on(const std::string& claim, const std::string& reviewer = "Ada") {
  return {.date = "2031-02-03T04:05:06Z",
          .reviewer = reviewer,
          .action = ReviewAction::judged,
          .claim = claim,
          .judgement = Judgement::contested,
          .reason = OverrideReason::other,
          .text = "The second trial is \"smaller\" than it seems.\nSee page 3."};
}

/// A project of the sample run in a folder of its own, and ways to get at it behind its back.
class ScratchProject {
 public:
  ScratchProject() { Project::create(path(), sample_run(), kCapsule, sha256_hex); }

  static constexpr const char* kCapsule = "{\"claimcheck_capsule\":2,\n";

  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path path() const { return folder_ / "march.project"; }
  [[nodiscard]] Project open(Project::Access access = Project::Access::write) const {
    return Project::open(path(), access, sha256_hex, kImpatient);
  }
  /// Adds judgements on "C-1", "C-2", ….
  void append(std::int64_t count) const {
    Project project = open();
    for (std::int64_t i = 0; i < count; ++i) {
      project.append(judgement_on("C-" + std::to_string(i + 1)), project.last_entry());
    }
  }
  /// What somebody does who knows SQLite. The log's guards are taken away first.
  void tamper(const std::string& sql) const {
    Database(path(), Database::Access::read_write, kImpatient)
        .run(
            "DROP TRIGGER IF EXISTS log_entry_next; DROP TRIGGER IF EXISTS log_entry_unchanged;"
            "DROP TRIGGER IF EXISTS log_entry_kept;" +
            sql);
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace claimcheck
