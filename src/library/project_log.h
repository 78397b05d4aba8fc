#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/review.h"
#include "library/sealed_parts.h"

namespace claimcheck {

/// One line of a log as it is kept: `json` is what write_log_entry wrote before there was a hash, `hash` its digest.
struct LogLine {
  std::int64_t number = 0;
  std::string_view json;
  std::string_view hash;
};

/// The entry that a line holds. Throws Error(storage) that says what is wrong with it.
LogEntry read_log_line(const LogLine& line);

/// Follows a log line by line from its beginning.
class LogChain {
 public:
  /// `start`: what the first line must name as the hash before it.
  LogChain(std::string start, Digest digest);

  /// Why `line` does not follow, one sentence that names it; empty when it does, and it is then the last.
  std::string follow(const LogLine& line);

  [[nodiscard]] std::size_t entries() const { return entries_; }
  [[nodiscard]] const std::string& last_hash() const { return last_hash_; }

 private:
  std::size_t entries_ = 0;
  std::string last_hash_;
  Digest digest_;
};

}  // namespace claimcheck
