#include "cli/shared_options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <string>
#include <string_view>

#include "core/query.h"
#include "verify/expand.h"

namespace claimcheck {
namespace {

/// "all", or a number from 1 on; nullopt for anything else.
std::optional<std::size_t> parse_limit(std::string_view text) {
  if (text == "all") return kAllHits;
  std::size_t limit = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, limit);
  if (error != std::errc() || stop != end || limit == 0) return std::nullopt;
  return limit;
}

std::string check_limit(const std::string& text) {
  return parse_limit(text) ? "" : "it takes a number from 1 on, or all";
}

}  // namespace

void add_reach_options(CLI::App& command, ReachOptions& options) {
  command
      .add_option_function<std::string>(
          "--limit", [&options](const std::string& text) { options.limit = parse_limit(text); },
          "Records to take for each query, best match first, or all [default: as planned, 100]")
      ->type_name("N|all")
      ->check(CLI::Validator(check_limit, ""))
      ->group("Evidence");
  command
      .add_flag("--expand", options.expand,
                fmt::format("Read also what PubMed links to the strongest evidence: of up to {} citations for and "
                            "against a claim, the first {} similar ones and {} of those that cite them",
                            kMaxSeeds, kMaxLinks, kMaxLinks))
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
