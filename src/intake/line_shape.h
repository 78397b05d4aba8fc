#pragma once

#include <cstddef>
#include <string_view>

namespace claimcheck {

/// True of a line with a tab, or more spaces in a row than between two sentences.
bool has_columns(std::string_view line);

/// True of a line that may stand above others as their heading: short, not ended like a sentence or an announcement,
/// no address, telephone number or gap between columns in it, and some letters.
bool is_heading_line(std::string_view line);

/// True when most words of a line that matter have a capital: "What You Need to Know". Needs two words, or one that
/// makes all of the line.
bool is_title_case(std::string_view line);

/// Number of code points, the width of a line.
std::size_t width_of(std::string_view line);

/// `line` without white space at both ends.
std::string_view trim_spaces(std::string_view line);

/// True when the first letter of the line is a small one, digits and marks in front aside.
bool begins_lower_case(std::string_view line);

}  // namespace claimcheck
