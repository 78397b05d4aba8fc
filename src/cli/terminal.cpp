#include "cli/terminal.h"

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace claimcheck {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_dumb() {
  return environment("TERM") == "dumb";
}

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;

}  // namespace

TextStyle terminal_style(std::string_view color_choice) {
  TextStyle style;
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  const auto choice = parse_enum<ColorChoice>(color_choice).value_or(ColorChoice::automatic);
  style.color = choice == ColorChoice::always ||
                (choice == ColorChoice::automatic && terminal && environment("NO_COLOR").empty() && !is_dumb());
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.width = std::clamp<std::size_t>(size.ws_col, kNarrowest, kWidest);
  }
  return style;
}

bool has_live_terminal() {
  return isatty(STDERR_FILENO) != 0 && environment("CI").empty() && !is_dumb();
}

void print_note(std::string_view text) {
  fmt::print(stderr, "{}{}\n", has_live_terminal() ? "\r\x1b[K" : "", text);
  std::fflush(stderr);
}

}  // namespace claimcheck
