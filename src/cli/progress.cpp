#include "cli/progress.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>

#include "cli/terminal.h"

namespace claimcheck {
namespace {

using std::chrono::steady_clock;

constexpr auto kRedrawInterval = std::chrono::milliseconds(100);
constexpr auto kTooSoonToTell = std::chrono::seconds(2);

/// "  ~3 min left", from the time that the items before took; "" while that is too soon to tell.
std::string time_left(steady_clock::duration spent, std::size_t done, std::size_t total) {
  if (done == 0 || spent < kTooSoonToTell) return "";
  const double seconds =
      std::chrono::duration<double>(spent).count() / static_cast<double>(done) * static_cast<double>(total - done);
  if (seconds < 60) return fmt::format("  ~{} s left", std::lround(std::ceil(seconds)));
  return fmt::format("  ~{} min left", std::lround(std::ceil(seconds / 60)));
}

}  // namespace

void add_progress_options(CLI::App& command, ProgressOptions& options) {
  command.add_flag("-q,--quiet", options.quiet, "Nothing on standard error but errors")->group("Display");
  command.add_flag("--no-progress", options.no_progress, "No progress line on the terminal")->group("Display");
}

Progress::Progress(const ProgressOptions& options)
    : quiet_(options.quiet),
      live_(!options.quiet && !options.no_progress && has_live_terminal()),
      started_(steady_clock::now()) {}

Progress::~Progress() {
  clear();
}

void Progress::stage(std::string_view text) {
  if (quiet_) return;
  clear();
  fmt::print(stderr, "{}\n", text);
}

void Progress::item(std::size_t item, std::size_t total, std::string_view text) {
  if (!live_) return;
  item_number_ = fmt::format("[{}/{}] ", item, total);
  time_left_ = time_left(steady_clock::now() - started_, item - 1, total);
  draw(fmt::format("{}{}{}", item_number_, text, time_left_));
}

void Progress::within_item(std::string_view text) {
  moving(fmt::format("{}{}{}", item_number_, text, time_left_));
}

void Progress::moving(std::string_view text) {
  if (!live_ || steady_clock::now() - last_drawn_ < kRedrawInterval) return;
  draw(text);
}

void Progress::draw(std::string_view text) {
  fmt::print(stderr, "\r\x1b[K{}", text);
  std::fflush(stderr);
  drawn_ = true;
  last_drawn_ = steady_clock::now();
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace claimcheck
