#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// The most that is read of a sheet; a file with more is refused.
inline constexpr std::size_t kMaxXlsxCells = 1'000'000;
inline constexpr std::size_t kMaxXlsxText = std::size_t{128} << 20U;

struct XlsxCell {
  std::size_t column = 0;  ///< from 0
  std::string text;        ///< never empty
  bool operator==(const XlsxCell&) const = default;
};

struct XlsxRow {
  std::size_t number = 0;       ///< from 1, as programs show it
  std::vector<XlsxCell> cells;  ///< the filled ones, by column, each column once
  /// Empty where nothing is filled in.
  [[nodiscard]] std::string_view text(std::size_t column) const;
  bool operator==(const XlsxRow&) const = default;
};

/// The filled cells of one sheet of a workbook (.xlsx, .xlsm), row by row: strings as they are shown, line breaks as
/// "\n", without phonetic guides; numbers as the file has them; TRUE and FALSE; of a formula its last result. `name`
/// stands for the file in messages. Throws Error(input) on what is no such workbook, when it has no sheet of this name,
/// and beyond the limits above and those of ZipPackage and XmlPart.
std::vector<XlsxRow> read_xlsx_sheet(std::string_view bytes, std::string_view name, std::string_view sheet);

}  // namespace claimcheck
