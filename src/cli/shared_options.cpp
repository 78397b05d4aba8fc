#include "cli/shared_options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "core/query.h"
#include "verify/expand.h"

namespace claimcheck {
namespace {

constexpr std::string_view kAll = "all";

std::string check_limit(const std::string& text) {
  std::size_t limit = 0;
  const bool is_number = CLI::detail::lexical_cast(text, limit) && limit > 0 && text.front() != '-';
  return text == kAll || is_number ? "" : "it takes a number from 1 on, or all";
}

}  // namespace

void add_reach_options(CLI::App& command, ReachOptions& options) {
  command
      .add_option_function<std::string>(
          "--limit",
          [&options](const std::string& text) { options.limit = text == kAll ? kAllHits : std::stoull(text); },
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
