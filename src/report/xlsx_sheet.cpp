#include "report/xlsx_sheet.h"

#include <fmt/core.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "core/error.h"
#include "report/clean_text.h"
#include "report/text_layout.h"
#include "text/characters.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMostUnits = 32'767;
constexpr std::string_view kCutMark = "… (cut)";
constexpr std::size_t kCutUnits = 7;  // of the mark, in UTF-16
constexpr std::uint32_t kLineColor = 0xD8DDE5;
constexpr std::uint8_t kA4 = 9;

// Characters that a page in landscape shows in letters that can still be read; what is wider goes on more pages.
constexpr int kMostPrintedWidth = 220;
constexpr double kLineHeight = 14.5;  // points, of the 11 point letters
constexpr double kHighestRow = 409;   // the most that Excel takes

struct Look {
  CellStyle style;
  std::uint32_t ink;
  std::uint32_t fill;  // 0: none
  bool bold;
};

// The light colours of the tags, as in assets/report.css.
constexpr std::array<Look, 11> kLooks{{{CellStyle::plain, 0x1C2430, 0, false},
                                       {CellStyle::strong, 0x1C2430, 0, true},
                                       {CellStyle::heading, 0x1C2430, 0xE9ECF0, true},
                                       {CellStyle::title, 0x1C2430, 0, true},
                                       {CellStyle::alarm, 0x8A1C1C, 0, true},
                                       {CellStyle::input, 0x1C2430, 0xFFFFF0, false},
                                       {CellStyle::link, 0x0B4A8F, 0, false},
                                       {CellStyle::supported, 0x0B4A8F, 0xDCEBFB, true},
                                       {CellStyle::contested, 0x6B4100, 0xFFEDBF, true},
                                       {CellStyle::unsupported, 0x8A1C1C, 0xFBDFDC, true},
                                       {CellStyle::unchecked, 0x3A414D, 0xE9ECF0, true}}};

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "_x0041_" is how Office Open XML writes a character by its number.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

std::string keep_escapes(const std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(std::string_view(text).substr(at))) kept += "_x005F";
    kept += text[at];
  }
  return kept;
}

// Midnight of an ISO date; of what is none, the first day that a zip archive can name.
std::time_t time_of(std::string_view date) {
  int year = 1980;
  unsigned month = 1;
  unsigned day = 1;
  const bool is_date = date.size() == 10 && date[4] == '-' && date[7] == '-' &&
                       std::count_if(date.begin(), date.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
  if (is_date) {
    year = std::stoi(std::string(date.substr(0, 4)));
    month = static_cast<unsigned>(std::stoi(std::string(date.substr(5, 2))));
    day = static_cast<unsigned>(std::stoi(std::string(date.substr(8, 2))));
  }
  const std::chrono::year_month_day when{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!when.ok()) return time_of("1980-01-01");
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days{when});
}

bool runs_over(CellStyle style) {
  return style == CellStyle::title || style == CellStyle::alarm;
}

// How many lines one line of text takes when it is broken at spaces, and where a word is too long for a line.
std::size_t count_wrapped(std::string_view line, std::size_t width) {
  std::size_t lines = 1;
  std::size_t used = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::size_t columns = count_columns(line.substr(begin, end - begin));
    if (used > 0 && used + 1 + columns > width) {
      ++lines;
      used = 0;
    }
    used += columns + (used > 0 ? 1 : 0);
    lines += used > width ? (used - 1) / width : 0;
    used = used > width ? (used - 1) % width + 1 : used;
    begin = end + 1;
  }
  return lines;
}

int count_lines(std::string_view text, int width) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += count_wrapped(text.substr(begin, end - begin), static_cast<std::size_t>(width));
    begin = end + 1;
  }
  return static_cast<int>(std::min<std::size_t>(lines, 1'000));
}

lxw_row_t row_number(std::size_t row) {
  return static_cast<lxw_row_t>(row);
}

lxw_col_t column_number(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

}  // namespace

CellStyle style_of_mark(std::string_view mark_style) {
  if (mark_style == "supported") return CellStyle::supported;
  if (mark_style == "contested") return CellStyle::contested;
  return mark_style == "unsupported" ? CellStyle::unsupported : CellStyle::unchecked;
}

std::string fit_cell(std::string_view text) {
  const std::string cell = keep_escapes(clean_text(text));
  std::size_t units = 0;
  std::size_t cut_at = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint point = decode_at(cell, at);
    units += point.value > 0xFFFF ? 2 : 1;
    if (units <= kMostUnits - kCutUnits) cut_at = at + point.size;
    at += point.size;
  }
  return units <= kMostUnits ? cell : cell.substr(0, cut_at).append(kCutMark);
}

void XlsxSheet::write(std::size_t row, std::size_t column, std::string_view text, CellStyle style) {
  if (row >= kMostRows) return;
  const std::string cell = fit_cell(text);
  fit_row(row, column, cell, style);
  if (cell.empty()) {
    worksheet_write_blank(sheet_, row_number(row), column_number(column), format(style));
  } else {
    worksheet_write_string(sheet_, row_number(row), column_number(column), cell.c_str(), format(style));
  }
}

void XlsxSheet::write_number(std::size_t row, std::size_t column, double number, CellStyle style) {
  if (row < kMostRows) {
    worksheet_write_number(sheet_, row_number(row), column_number(column), number, format(style));
  }
}

void XlsxSheet::write_link(std::size_t row, std::size_t column, const std::string& address, std::string_view text) {
  if (row >= kMostRows || links_ == kMostLinks) return write(row, column, text);
  ++links_;
  const std::string cell = fit_cell(text);
  worksheet_write_url_opt(sheet_, row_number(row), column_number(column), address.c_str(), format(CellStyle::link),
                          cell.c_str(), nullptr);
}

void XlsxSheet::set_columns(const std::vector<SheetColumn>& columns) {
  columns_ = columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    worksheet_set_column(sheet_, column_number(i), column_number(i), columns[i].width, nullptr);
  }
}

void XlsxSheet::add_table(std::size_t row, std::size_t last_row, std::size_t fixed_columns) {
  fixed_columns_ = fixed_columns;
  for (std::size_t i = 0; i < columns_.size(); ++i) write(row, i, columns_[i].title, CellStyle::heading);
  worksheet_freeze_panes(sheet_, row_number(row + 1), column_number(fixed_columns));
  worksheet_repeat_rows(sheet_, row_number(row), row_number(row));
  worksheet_autofilter(sheet_, row_number(row), 0, row_number(std::min(std::max(row, last_row), kMostRows - 1)),
                       column_number(columns_.size() - 1));
}

// Not every program fits a row to wrapped text by itself.
void XlsxSheet::fit_row(std::size_t row, std::size_t column, std::string_view text, CellStyle style) {
  if (runs_over(style) || column >= columns_.size()) return;
  if (lines_.size() <= row) lines_.resize(row + 1, 1);
  const int lines = count_lines(text, columns_[column].width);
  if (lines <= lines_[row]) return;
  lines_[row] = lines;
  worksheet_set_row(sheet_, row_number(row), std::min(kHighestRow, lines * kLineHeight), nullptr);
}

void XlsxSheet::print_landscape(std::string_view name) {
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, kA4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
  worksheet_set_footer(sheet_, fmt::format("&Lclaimcheck, {}&RPage &P of &N", name).c_str());
}

void XlsxSheet::print_only(std::size_t columns, std::size_t last_row) {
  int width = 0;
  for (std::size_t i = 0; i < std::min(columns, columns_.size()); ++i) width += columns_[i].width;
  const int pages = (width + kMostPrintedWidth - 1) / kMostPrintedWidth;
  if (pages > 1) {
    worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(pages), 0);
    if (fixed_columns_ > 0) worksheet_repeat_columns(sheet_, 0, column_number(fixed_columns_ - 1));
  }
  worksheet_print_area(sheet_, 0, 0, row_number(std::min(last_row, kMostRows - 1)), column_number(columns - 1));
}

void XlsxSheet::offer_choices(std::size_t column, std::size_t first_row, std::size_t last_row,
                              std::vector<std::string> choices, Choice others) {
  if (last_row < first_row) return;
  std::vector<char*> list;
  list.reserve(choices.size() + 1);
  for (std::string& choice : choices) list.push_back(choice.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  if (others == Choice::or_own_words) validation.show_error = LXW_VALIDATION_OFF;
  const lxw_col_t at = column_number(column);
  worksheet_data_validation_range(sheet_, row_number(first_row), at, row_number(last_row), at, &validation);
}

XlsxBook::XlsxBook(const std::string& path, std::string_view date) : book_(workbook_new(path.c_str())) {
  if (book_ == nullptr) throw Error(ErrorKind::storage, "cannot make a workbook: out of memory");
  std::string title = "Claim check";
  std::string author = "claimcheck";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = time_of(date);
  workbook_set_properties(book_, &properties);
  add_formats();
}

XlsxBook::~XlsxBook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

void XlsxBook::add_formats() {
  for (const Look& look : kLooks) {
    lxw_format* format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_font_color(format, look.ink);
    if (look.fill != 0) format_set_bg_color(format, look.fill);
    if (look.bold) format_set_bold(format);
    if (look.style == CellStyle::link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (!runs_over(look.style)) {
      format_set_text_wrap(format);
      format_set_border(format, LXW_BORDER_THIN);
      format_set_border_color(format, kLineColor);
    }
    formats_[look.style] = format;
  }
}

XlsxSheet XlsxBook::add_sheet(const std::string& name) {
  return {workbook_add_worksheet(book_, name.c_str()), formats_};
}

void XlsxBook::close() {
  const lxw_error error = workbook_close(book_);
  book_ = nullptr;  // closing frees it, whether or not the file could be written
  if (error != LXW_NO_ERROR) {
    throw Error(ErrorKind::storage, fmt::format("cannot make the workbook: {}", lxw_strerror(error)));
  }
}

}  // namespace claimcheck
