#include "intake/plain_tables.h"

#include <algorithm>
#include <utility>

#include "intake/block_text.h"
#include "intake/line_shape.h"
#include "intake/table_grid.h"

namespace claimcheck {
namespace {

/// The cells of a row, between its separators.
std::vector<Span> split_cells(std::string_view text, Span row, char separator) {
  // Before the first bar and after the last there is nothing.
  if (separator == '|') row = {row.begin + 1, row.end - 1};
  std::vector<Span> cells;
  for (std::size_t at = row.begin; at <= row.end;) {
    const std::size_t end = std::min(text.find(separator, at), row.end);
    cells.push_back({at, end});
    at = end + 1;
  }
  return cells;
}

std::size_t count_tabs(std::string_view text, const TextLine& line) {
  const std::string_view words = slice(text, line.source);
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), '\t'));
}

bool has_digit(std::string_view words) {
  return words.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

bool is_table_row(std::string_view line) {
  return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

std::size_t read_table(std::string_view text, const std::vector<TextLine>& lines, std::size_t first,
                       DocumentBuilder& builder) {
  const bool bars = is_table_row(slice(text, lines[first].source));
  const std::size_t tabs = bars || lines[first].mark > 0 ? 0 : count_tabs(text, lines[first]);
  if (!bars && tabs == 0) return 0;
  std::size_t last = first + 1;
  const auto is_row = [&](const TextLine& line) {
    if (bars) return is_table_row(slice(text, line.source));
    return !line.gap_before && line.mark == 0 && count_tabs(text, line) == tabs;
  };
  while (last < lines.size() && is_row(lines[last]) &&
         (!lines[last].gap_before || lines[last - 1].underlined || bars)) {
    ++last;
  }
  if (!bars && last == first + 1) return 0;
  TableGrid grid;
  for (std::size_t i = first; i < last; ++i) {
    grid.begin_row();
    const bool header = i == first && (bars || !has_digit(slice(text, lines[i].source)));
    for (const Span cell : split_cells(text, lines[i].source, bars ? '|' : '\t')) {
      grid.add_cell({1, 1, header, header, false}, builder.blocks().size());
      Block block;
      block.kind = BlockKind::table_cell;
      BlockText words(text);
      words.add(cell);
      words.move_into(block);
      builder.add(std::move(block));
    }
    grid.end_row(builder.blocks());
  }
  return last - first;
}

}  // namespace claimcheck
