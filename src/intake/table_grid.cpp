#include "intake/table_grid.h"

#include <algorithm>
#include <utility>

#include "intake/block_text.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMaxColumns = 500;
constexpr std::size_t kMaxHeaderLength = 200;
constexpr std::size_t kMaxHeaderRows = 4;

void add_header(std::vector<std::string>& headers, const std::string& text) {
  if (text.empty() || std::find(headers.begin(), headers.end(), text) != headers.end()) return;
  headers.push_back(text);
}

}  // namespace

TableGrid::Column& TableGrid::column(std::size_t index) {
  index = std::min(index, kMaxColumns - 1);
  if (columns_.size() <= index) columns_.resize(index + 1);
  return columns_[index];
}

void TableGrid::begin_row() {
  cells_.clear();
  next_column_ = 0;
  in_row_ = true;
}

void TableGrid::add_cell(const CellPlace& place, std::size_t first_block) {
  while (next_column_ < columns_.size() && columns_[next_column_].taken_rows > 0) ++next_column_;
  next_column_ = std::min(next_column_, kMaxColumns - 1);
  cells_.push_back({place, next_column_, first_block, first_block, {}});
  Cell& cell = cells_.back();
  cell.place.columns = std::clamp<std::size_t>(place.columns, 1, kMaxColumns - next_column_);
  next_column_ += cell.place.columns;
}

bool TableGrid::is_header_row() const {
  if (cells_.empty()) return false;
  const auto all = [this](auto holds) { return std::all_of(cells_.begin(), cells_.end(), holds); };
  if (all([](const Cell& c) { return c.place.of_column || c.text.empty(); }) &&
      std::any_of(cells_.begin(), cells_.end(), [](const Cell& c) { return c.place.of_column; })) {
    return true;
  }
  if (cells_.size() < 2) return false;  // a line across the table groups the rows below
  if (all([](const Cell& c) { return c.place.header; })) return true;
  return first_row_ && all([](const Cell& c) { return c.place.bold || c.text.empty(); });
}

const TableGrid::Cell* TableGrid::find_row_header() const {
  const auto marked = std::find_if(cells_.begin(), cells_.end(), [](const Cell& c) { return c.place.header; });
  if (marked != cells_.end()) return &*marked;
  const bool is_first = !cells_.empty() && cells_.front().column == 0 && cells_.size() > 1;
  return has_header_row_ && is_first ? &cells_.front() : nullptr;
}

void TableGrid::fill_headers(const Cell& cell, const Cell* row_header, std::vector<Block>& blocks) {
  std::vector<std::string> headers;
  for (std::size_t i = 0; i < cell.place.columns && headers.size() < kMaxHeaderRows; ++i) {
    for (const std::string& header : column(cell.column + i).headers) add_header(headers, header);
  }
  if (row_header != nullptr && row_header != &cell) add_header(headers, row_header->text);
  if (row_header == nullptr && !columns_.empty() && cell.column > 0) add_header(headers, columns_[0].row_header);
  for (std::size_t i = cell.first_block; i < cell.last_block; ++i) {
    if (blocks[i].kind == BlockKind::table_cell && blocks[i].headers.empty()) blocks[i].headers = headers;
  }
}

/// The text of each cell, from its blocks.
void TableGrid::read_texts(const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    cell.last_block = i + 1 < cells_.size() ? cells_[i + 1].first_block : blocks.size();
    for (std::size_t b = cell.first_block; b < cell.last_block && cell.text.size() < kMaxHeaderLength; ++b) {
      if (!cell.text.empty()) cell.text += ' ';
      cell.text += blocks[b].text.substr(0, 4 * kMaxHeaderLength);
    }
    cell.text = cut_text(repair_utf8(cell.text), kMaxHeaderLength);
  }
}

/// Ends what reached down from above into this row, and begins what its cells reach down with.
void TableGrid::reach_down(bool header_row, const Cell* row_header) {
  for (Column& column : columns_) {
    if (column.taken_rows > 0 && --column.taken_rows == 0) column.row_header.clear();
  }
  for (const Cell& cell : cells_) {
    for (std::size_t i = 0; i < cell.place.columns; ++i) {
      Column& below = column(cell.column + i);
      if (header_row && below.headers.size() < kMaxHeaderRows) add_header(below.headers, cell.text);
      if (cell.place.rows < 2) continue;
      below.taken_rows = cell.place.rows - 1;
      if (&cell == row_header) below.row_header = cell.text;
    }
  }
}

void TableGrid::end_row(std::vector<Block>& blocks) {
  in_row_ = false;
  if (cells_.empty()) return;
  read_texts(blocks);
  const bool header_row = is_header_row();
  const Cell* row_header = header_row ? nullptr : find_row_header();
  if (header_row && !last_row_was_header_) {
    for (Column& column : columns_) column.headers.clear();
  }
  if (!header_row) {
    for (const Cell& cell : cells_) fill_headers(cell, row_header, blocks);
  }
  reach_down(header_row, row_header);
  first_row_ = false;
  has_header_row_ = has_header_row_ || header_row;
  last_row_was_header_ = header_row;
  cells_.clear();
}

}  // namespace claimcheck
