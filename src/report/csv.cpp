#include "report/csv.h"

#include "report/clean_text.h"
#include "text/characters.h"

namespace claimcheck {
namespace {

bool begins_formula(char32_t c) {
  switch (c) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\t':
    case U'\r':
    case U'\n':
    case U'\uFF1D':  // full-width =
    case U'\uFF0B':  // full-width +
    case U'\uFF0D':  // full-width -
    case U'\uFF20':  // full-width @
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string defuse_cell(std::string_view text) {
  if (text.empty() || !begins_formula(decode_at(text, 0).value)) return std::string(text);
  return "'" + std::string(text);
}

std::string write_csv_record(const std::vector<std::string>& cells) {
  std::string record;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) record += ',';
    const std::string cell = defuse_cell(clean_text(cells[i]));
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      record += cell;
      continue;
    }
    record += '"';
    for (const char c : cell) {
      if (c == '"') record += '"';
      record += c;
    }
    record += '"';
  }
  return record + "\r\n";
}

}  // namespace claimcheck
