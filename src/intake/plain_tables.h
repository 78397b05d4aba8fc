#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "intake/document_builder.h"
#include "intake/plain_lines.h"

namespace claimcheck {

/// True of "| a | b |".
bool is_table_row(std::string_view line);

/// Adds the cells of the table that begins with line `first`, rows of "| a | b |" or two and more lines with the same
/// number of tabs in them. Gives how many lines it has, 0 when there is none.
std::size_t read_table(std::string_view text, const std::vector<TextLine>& lines, std::size_t first,
                       DocumentBuilder& builder);

}  // namespace claimcheck
