#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace claimcheck {

struct ProgressOptions {
  bool quiet = false;        ///< nothing on standard error but errors
  bool no_progress = false;  ///< stages, but no line that is rewritten
};

/// Adds -q, --quiet and --no-progress.
void add_progress_options(CLI::App& command, ProgressOptions& options);

/// What is going on, on standard error: one line a stage, and, on a terminal, a last line that is rewritten.
class Progress {
 public:
  explicit Progress(const ProgressOptions& options);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// A stage begins.
  void stage(std::string_view text);
  /// `[12/48] checking C-12  ~3 min left`: item number `item` (from 1) of `total` begins.
  void item(std::size_t item, std::size_t total, std::string_view text);
  /// What goes on within that item, between its number and the time left; drawn at most ten times a second.
  void within_item(std::string_view text);
  /// Any other moving line; drawn at most ten times a second.
  void moving(std::string_view text);
  /// Takes the moving line away, so that something else can be printed.
  void clear();

 private:
  void draw(std::string_view text);

  bool quiet_;
  bool live_;
  bool drawn_ = false;
  std::string item_number_;
  std::string time_left_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace claimcheck
