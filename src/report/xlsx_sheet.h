#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Of libxlsxwriter, whose header stays in xlsx_sheet.cpp.
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace claimcheck {

enum class CellStyle {
  plain,
  strong,
  heading,  ///< of a column
  title,    ///< runs over the empty cells to its right
  alarm,    ///< as title, for what must not be overlooked
  input,    ///< to be filled in by a person
  link,
  supported,  ///< as the tags; supporting evidence too
  contested,  ///< opposing evidence too
  unsupported,
  unchecked,
};

/// The style of a tag, by its ClaimMark::style.
CellStyle style_of_mark(std::string_view mark_style);

/// `text` as a cell can hold it: clean (clean_text.h), no part of it taken for an escape ("_x0041_"), and cut with a
/// visible "… (cut)" at Excel's limit of 32,767 UTF-16 units.
std::string fit_cell(std::string_view text);

struct SheetColumn {
  std::string_view title;
  int width = 12;  ///< characters
};

/// A sheet of a workbook. Rows and columns count from 0; a row beyond Excel's limit is not written.
class XlsxSheet {
 public:
  static constexpr std::size_t kMostRows = 1'048'576;
  static constexpr std::size_t kMostLinks = 65'530;

  XlsxSheet(lxw_worksheet* sheet, const std::map<CellStyle, lxw_format*>& formats)
      : sheet_(sheet), formats_(&formats) {}

  /// Text stays text: what looks like a formula is none.
  void write(std::size_t row, std::size_t column, std::string_view text, CellStyle style = CellStyle::plain);
  void write_number(std::size_t row, std::size_t column, double number, CellStyle style = CellStyle::plain);
  /// A link, or plain text once the sheet has as many links as Excel takes. `address` must be an ASCII https address.
  void write_link(std::size_t row, std::size_t column, const std::string& address, std::string_view text);

  /// Comes before any cell: rows become as high as what stands in them needs.
  void set_columns(const std::vector<SheetColumn>& columns);
  /// Writes the titles of the columns into `row`, which stays in sight with `fixed_columns` columns and all rows above,
  /// is printed on every page, and filters the rows down to `last_row`.
  void add_table(std::size_t row, std::size_t last_row, std::size_t fixed_columns);
  /// Landscape A4, one page wide.
  void print_landscape(std::string_view name);
  /// Prints the first `columns` columns only, down to `last_row`; over several pages, each with the fixed columns,
  /// where they are too wide for letters that can be read.
  void print_only(std::size_t columns, std::size_t last_row);
  /// Lets one of `choices` be picked in a column; `or_own_words`: what else is typed is taken as well.
  enum class Choice { only, or_own_words };
  void offer_choices(std::size_t column, std::size_t first_row, std::size_t last_row, std::vector<std::string> choices,
                     Choice others = Choice::only);

 private:
  [[nodiscard]] lxw_format* format(CellStyle style) const { return formats_->at(style); }

  void fit_row(std::size_t row, std::size_t column, std::string_view text, CellStyle style);

  lxw_worksheet* sheet_;
  const std::map<CellStyle, lxw_format*>* formats_;
  std::vector<SheetColumn> columns_;
  std::vector<int> lines_;  ///< that each row takes so far
  std::size_t links_ = 0;
  std::size_t fixed_columns_ = 0;
};

/// A workbook that is written to a file when it is closed.
class XlsxBook {
 public:
  /// `date`: ISO; the date of creation that the file tells, so that the same run gives the same bytes.
  XlsxBook(const std::string& path, std::string_view date);
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;
  ~XlsxBook();

  XlsxSheet add_sheet(const std::string& name);
  /// Throws Error(storage) when the file cannot be written.
  void close();

 private:
  void add_formats();

  lxw_workbook* book_;
  std::map<CellStyle, lxw_format*> formats_;
};

}  // namespace claimcheck
