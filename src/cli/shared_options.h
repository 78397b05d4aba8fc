#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace claimcheck {

/// How far a check looks.
struct ReachOptions {
  std::optional<std::size_t> limit;  ///< how many records each query asks for, kAllHits for all; unset: as planned
  bool expand = false;               ///< follow PubMed's links from the strongest evidence
};

/// Adds --limit and --expand.
void add_reach_options(CLI::App& command, ReachOptions& options);
/// Adds --color, as terminal_style takes it.
void add_color_option(CLI::App& command, std::string& choice);

}  // namespace claimcheck
