#pragma once

#include <string_view>

#include "core/enum_names.h"
#include "report/writers.h"

namespace claimcheck {

enum class ColorChoice { automatic, always, never };

template <>
struct EnumNames<ColorChoice> {
  static constexpr std::array<std::string_view, 3> values{"auto", "always", "never"};
};

/// How a report on standard output looks: colours as chosen; `auto` is a terminal that can show them (TERM is not
/// "dumb") and NO_COLOR unset. Width: the terminal's, at most 120; 100 where standard output is no terminal.
TextStyle terminal_style(std::string_view color_choice);

/// True if standard error is a terminal on which a line can be rewritten, outside continuous integration (CI,
/// TERM=dumb).
bool has_live_terminal();

/// Prints a line on standard error, over a line that is rewritten where there is one.
void print_note(std::string_view text);

}  // namespace claimcheck
