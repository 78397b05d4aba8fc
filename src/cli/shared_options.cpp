#include "cli/shared_options.h"

#include <CLI/CLI.hpp>

namespace claimcheck {
namespace {

/// ESearch lists no more (NBK25499, retstart).
constexpr std::size_t kLargestLimit = 9'999;

}  // namespace

void add_limit_option(CLI::App& command, std::optional<std::size_t>& limit) {
  command.add_option("--limit", limit, "Records to read for each query, best match first [default: as planned, 100]")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kLargestLimit))
      ->group("Evidence");
}

void add_color_option(CLI::App& command, std::string& choice) {
  command.add_option("--color", choice, "Colours: auto (a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->group("Display");
}

}  // namespace claimcheck
