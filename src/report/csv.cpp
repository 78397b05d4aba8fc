#include "report/csv.h"

#include <utility>

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

/// Takes the cells of a table one after the other.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::optional<std::vector<std::vector<std::string>>> read() {
    while (at_ < text_.size()) {
      std::vector<std::string> record;
      do {
        if (!read_cell(record.emplace_back())) return std::nullopt;
      } while (take(separator_));
      if (!take('\r') || text_.substr(at_).starts_with('\n')) take('\n');
      if (record.size() > 1 || !record.front().empty()) records_.push_back(std::move(record));
    }
    return std::move(records_);
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // What stands behind a closing quotation mark belongs to the cell, as spreadsheets have it.
  bool read_cell(std::string& cell) {
    if (take('"') && !read_quoted(cell)) return false;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n') {
      cell += text_[at_++];
    }
    return true;
  }

  bool read_quoted(std::string& cell) {
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        cell += text_[at_];
        continue;
      }
      ++at_;
      if (at_ >= text_.size() || text_[at_] != '"') return true;
      cell += '"';
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::vector<std::vector<std::string>> records_;
};

}  // namespace

std::optional<std::vector<std::vector<std::string>>> read_csv(std::string_view text, char separator) {
  return CsvReader(text, separator).read();
}

std::string restore_cell(std::string_view cell) {
  const bool defused = cell.size() > 1 && cell.front() == '\'' && begins_formula(decode_at(cell, 1).value);
  return std::string(defused ? cell.substr(1) : cell);
}

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
