#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace claimcheck {

/// Adds --limit, how many records each query asks for.
void add_limit_option(CLI::App& command, std::optional<std::size_t>& limit);
/// Adds --color, as terminal_style takes it.
void add_color_option(CLI::App& command, std::string& choice);

}  // namespace claimcheck
