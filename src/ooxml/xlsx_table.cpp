#include "ooxml/xlsx_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <pugixml.hpp>

#include "core/error.h"
#include "ooxml/part_relations.h"
#include "ooxml/xml_part.h"
#include "text/append_utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMostColumns = 16'384;

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view local) {
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == local) return node;
  }
  return {};
}

std::string text_of(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node node : element.children()) {
    if (node.type() == pugi::node_pcdata) text += decode_xml(node.value());
    if (node.type() == pugi::node_cdata) text += node.value();
  }
  return text;
}

// "_x000D_": a character by its number (ECMA-376 part 1, 22.9.2.19); nullopt for other text.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(at, 7);
  if (escape.size() < 7 || !escape.starts_with("_x") || escape.back() != '_') return std::nullopt;
  std::uint32_t value = 0;
  const char* const end = escape.data() + 6;
  const auto [stop, error] = std::from_chars(escape.data() + 2, end, value, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return static_cast<char32_t>(value);
}

bool is_shown(char32_t c) {
  return (c >= 0x20 || c == U'\t' || c == U'\n' || c == U'\r') && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE;
}

std::string decode_cell(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::optional<char32_t> escaped = escape_at(raw, at);
    if (escaped) {
      append_utf8(text, is_shown(*escaped) ? *escaped : U'\uFFFD');
    } else {
      text += raw[at];
    }
    at += escaped ? 7 : 1;
  }
  // A carriage return is one line break, with its line feed or without.
  std::string lines;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      lines += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      lines += '\n';
    }
  }
  return lines;
}

// A shared or inline string: plain, or runs of rich text.
std::string string_of(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node node : item.children()) {
    if (local_name(node) == "t") text += text_of(node);
    if (local_name(node) == "r") text += text_of(child(node, "t"));
  }
  return decode_cell(text);
}

/// One workbook that is being read.
class Workbook {
 public:
  Workbook(std::string_view bytes, std::string_view name) : zip_(bytes, name) {
    for (const PartRelation& relation : list_relations(zip_, "")) {
      if (relation.role == "officeDocument" && !relation.external) main_ = zip_.find(relation.target);
    }
    if (main_.empty()) refuse("it is no Excel workbook (.xlsx)");
    relations_ = list_relations(zip_, main_);
  }

  [[nodiscard]] XmlPart open_sheet(std::string_view sheet) const {
    const XmlPart book = parse(main_);
    if (local_name(book.root()) != "workbook") refuse("it is no Excel workbook (.xlsx)");
    std::vector<std::string> names;
    for (const pugi::xml_node node : child(book.root(), "sheets").children()) {
      names.push_back(attribute_value(node, "name"));
      if (names.back() != sheet) continue;
      return parse(part_of(attribute_value(node, "id"), sheet));
    }
    refuse(fmt::format("it has no sheet \"{}\"{}", sheet,
                       names.empty() ? "" : fmt::format(", only \"{}\"", fmt::join(names, "\", \""))));
  }

  [[nodiscard]] std::vector<std::string> read_strings() const {
    std::vector<std::string> strings;
    for (const PartRelation& relation : relations_) {
      if (relation.role != "sharedStrings" || relation.external) continue;
      const std::string part = zip_.find(relation.target);
      if (part.empty()) continue;
      const XmlPart list = parse(part);
      for (const pugi::xml_node item : list.root().children()) {
        if (local_name(item) == "si") strings.push_back(string_of(item));
      }
      break;
    }
    return strings;
  }

  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(ErrorKind::input, fmt::format("{}: {}", zip_.name(), why));
  }

 private:
  [[nodiscard]] XmlPart parse(const std::string& part) const {
    return {zip_.read(part), fmt::format("{}: {}", zip_.name(), part)};
  }

  [[nodiscard]] std::string part_of(const std::string& id, std::string_view sheet) const {
    for (const PartRelation& relation : relations_) {
      if (relation.id != id || relation.external || relation.role != "worksheet") continue;
      std::string part = zip_.find(relation.target);
      if (!part.empty()) return part;
    }
    refuse(fmt::format("its sheet \"{}\" is not there; open it and save it again", sheet));
  }

  ZipPackage zip_;
  std::string main_;
  std::vector<PartRelation> relations_;
};

// The column of "AB12", from 0; nullopt for what is no place of a cell.
std::optional<std::size_t> column_of(std::string_view place) {
  std::size_t column = 0;
  std::size_t letters = 0;
  while (letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z') {
    column = column * 26 + static_cast<std::size_t>(place[letters] - 'A' + 1);
    if (++letters > 3) return std::nullopt;
  }
  return letters == 0 || column > kMostColumns ? std::nullopt : std::optional(column - 1);
}

std::optional<std::size_t> number_of(const std::string& digits) {
  std::size_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && stop == end && !digits.empty() ? std::optional(number) : std::nullopt;
}

/// Reads the rows of a sheet and counts what they hold.
class SheetReader {
 public:
  SheetReader(const Workbook& book, std::vector<std::string> strings) : book_(book), strings_(std::move(strings)) {}

  std::vector<XlsxRow> read(const XmlPart& sheet) {
    std::vector<XlsxRow> rows;
    std::size_t number = 0;
    for (const pugi::xml_node node : child(sheet.root(), "sheetData").children()) {
      if (local_name(node) != "row") continue;
      number = number_of(attribute_value(node, "r")).value_or(number + 1);
      XlsxRow row = read_row(node);
      row.number = number;
      if (!row.cells.empty()) rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const XlsxRow& a, const XlsxRow& b) { return a.number < b.number; });
    return rows;
  }

 private:
  XlsxRow read_row(const pugi::xml_node& node) {
    XlsxRow row;
    std::size_t next = 0;
    std::set<std::size_t> taken;
    for (const pugi::xml_node cell : node.children()) {
      if (local_name(cell) != "c") continue;
      const std::size_t column = column_of(attribute_value(cell, "r")).value_or(next);
      next = column + 1;
      std::string text = read_cell(cell);
      if (text.empty() || !taken.insert(column).second) continue;
      count(text.size());
      row.cells.push_back({column, std::move(text)});
    }
    std::sort(row.cells.begin(), row.cells.end(),
              [](const XlsxCell& a, const XlsxCell& b) { return a.column < b.column; });
    return row;
  }

  [[nodiscard]] std::string read_cell(const pugi::xml_node& cell) const {
    const std::string type = attribute_value(cell, "t");
    if (type == "inlineStr") return string_of(child(cell, "is"));
    const std::string value = text_of(child(cell, "v"));
    if (type == "s") {
      const std::optional<std::size_t> index = number_of(value);
      if (index && *index < strings_.size()) return strings_[*index];
      book_.refuse("a cell names a string that is not there; open it and save it again");
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    return type == "str" ? decode_cell(value) : value;
  }

  // A string that is stored once can stand in any number of cells.
  void count(std::size_t bytes) {
    text_ += bytes;
    if (++cells_ > kMaxXlsxCells) book_.refuse(fmt::format("its sheet has more than {} cells", kMaxXlsxCells));
    if (text_ > kMaxXlsxText) {
      book_.refuse(fmt::format("its sheet holds more than {} MB of text", kMaxXlsxText >> 20U));
    }
  }

  const Workbook& book_;
  std::vector<std::string> strings_;
  std::size_t cells_ = 0;
  std::size_t text_ = 0;
};

}  // namespace

std::string_view XlsxRow::text(std::size_t column) const {
  const auto found = std::lower_bound(cells.begin(), cells.end(), column,
                                      [](const XlsxCell& cell, std::size_t at) { return cell.column < at; });
  return found == cells.end() || found->column != column ? std::string_view() : std::string_view(found->text);
}

std::vector<XlsxRow> read_xlsx_sheet(std::string_view bytes, std::string_view name, std::string_view sheet) {
  const Workbook book(bytes, name);
  return SheetReader(book, book.read_strings()).read(book.open_sheet(sheet));
}

}  // namespace claimcheck
