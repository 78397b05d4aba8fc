// Whatever stands in a sheet and its strings, read_xlsx_sheet gives filled cells in order, as clean UTF-8, or throws
// Error(input). The input: the content of sheetData, and behind a line "@@" that of the strings.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/error.h"
#include "ooxml/xlsx_table.h"
#include "support/xlsx_builder.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(data, data + size);
  const std::size_t cut = std::min(input.find("\n@@\n"), input.size());
  claimcheck::XlsxSketch sketch;
  sketch.rows = input.substr(0, cut);
  if (cut < input.size()) sketch.strings = input.substr(cut + 4);
  try {
    std::size_t last_row = 0;
    for (const claimcheck::XlsxRow& row : claimcheck::read_xlsx_sheet(make_xlsx(sketch), "fuzz.xlsx", "Claims")) {
      require(row.number >= last_row && !row.cells.empty());
      last_row = row.number;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        require(!row.cells[i].text.empty() && claimcheck::is_valid_utf8(row.cells[i].text));
        require(i == 0 || row.cells[i - 1].column < row.cells[i].column);
        require(row.text(row.cells[i].column) == row.cells[i].text);
      }
    }
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input && message.starts_with("fuzz.xlsx: "));
    require(claimcheck::is_valid_utf8(message) && message.find('\n') == std::string_view::npos);
  }
  return 0;
}
