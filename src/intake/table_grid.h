#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/document.h"

namespace claimcheck {

/// How a cell of a table stands in it.
struct CellPlace {
  std::size_t columns = 1;  ///< how many it spans
  std::size_t rows = 1;
  bool header = false;     ///< it is marked as one
  bool of_column = false;  ///< … and as that of its column: in the head of the table, or by its scope
  bool bold = true;        ///< all its text is
};

/// Finds the headers of a table's cells while it is read row by row. A row is a header when its cells are marked as
/// headers of columns, or all as headers; or, being the first, when all are bold. In every other row a marked header,
/// or else the first cell of a table that has a header row, heads the row.
class TableGrid {
 public:
  void begin_row();
  /// The cell's text is blocks[first_block] and what follows, up to the next cell's.
  void add_cell(const CellPlace& place, std::size_t first_block);
  /// Fills in the headers of the row's blocks. Header cells get none of their own column or row.
  void end_row(std::vector<Block>& blocks);
  [[nodiscard]] bool in_row() const { return in_row_; }
  /// The cell that was added last.
  [[nodiscard]] CellPlace& last_cell() { return cells_.back().place; }
  [[nodiscard]] bool has_cells() const { return !cells_.empty(); }

 private:
  struct Cell {
    CellPlace place;
    std::size_t column = 0;
    std::size_t first_block = 0;
    std::size_t last_block = 0;  ///< one past
    std::string text;
  };
  /// What reaches down into the rows below.
  struct Column {
    std::vector<std::string> headers;
    std::size_t taken_rows = 0;  ///< by a cell of a row above
    std::string row_header;      ///< of those rows
  };

  Column& column(std::size_t index);
  void read_texts(const std::vector<Block>& blocks);
  [[nodiscard]] bool is_header_row() const;
  void reach_down(bool header_row, const Cell* row_header);
  void fill_headers(const Cell& cell, const Cell* row_header, std::vector<Block>& blocks);
  [[nodiscard]] const Cell* find_row_header() const;

  std::vector<Column> columns_;
  std::vector<Cell> cells_;  ///< of the row
  std::size_t next_column_ = 0;
  bool in_row_ = false;
  bool first_row_ = true;
  bool last_row_was_header_ = false;
  bool has_header_row_ = false;
};

}  // namespace claimcheck
