#include "cli/ask_name.h"

#include <fmt/core.h>
#include <unistd.h>

#include <iostream>

#include "report/text_layout.h"

namespace claimcheck {

std::optional<bool> ask_whether_same(const std::string& name, const std::string& other) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDERR_FILENO) == 0) return std::nullopt;
  std::string answer;
  do {
    fmt::print(stderr, "{0} takes part in this review already, {1} does not. Are you {0}? [y/n] ", to_line(other),
               to_line(name));
    if (!std::getline(std::cin, answer)) return std::nullopt;
    if (answer == "y" || answer == "Y" || answer == "yes") return true;
  } while (answer != "n" && answer != "N" && answer != "no");
  return false;
}

}  // namespace claimcheck
