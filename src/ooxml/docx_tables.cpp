#include <algorithm>

#include <pugixml.hpp>

#include "ooxml/docx_walk.h"

namespace claimcheck {
namespace {

// Grids are counted in hundreds; a larger number is a lie that would make row and column meaningless.
constexpr std::size_t kMostColumns = 1000;

std::size_t small_number(const pugi::xml_node& element, std::size_t otherwise) {
  const std::string text = attribute_value(element, "val");
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    value = std::min(value * 10 + static_cast<std::size_t>(c - '0'), kMostColumns);
  }
  return text.empty() ? otherwise : value;
}

}  // namespace

void StoryReader::read_table(const pugi::xml_node& node) {
  const std::size_t table = reading_.text.tables.size();
  reading_.text.tables.emplace_back();
  const std::optional<DocxCell> around = cell_;
  read_rows(node, table);
  cell_ = around;
}

void StoryReader::read_rows(const pugi::xml_node& parent, std::size_t table) {
  for (const pugi::xml_node node : parent.children()) {
    const XmlName name = part_.name_of(node);
    if (name.vocabulary != XmlVocabulary::word) continue;
    if (name.local == "tr") read_row(node, table);
    if (name.local == "sdt") read_rows(part_.word_child(node, "sdtContent"), table);
    if (name.local == "ins" || name.local == "moveTo" || name.local == "customXml") read_rows(node, table);
  }
}

void StoryReader::read_row(const pugi::xml_node& node, std::size_t table) {
  const pugi::xml_node properties = part_.word_child(node, "trPr");
  if (part_.has_word_child(properties, "del")) return;
  DocxCell cell;
  cell.table = table;
  cell.row = reading_.text.tables[table].rows++;
  cell.column = small_number(part_.word_child(properties, "gridBefore"), 0);
  const pugi::xml_node header = part_.word_child(properties, "tblHeader");
  const std::string repeat = attribute_value(header, "val");
  if (!header.empty() && repeat != "0" && repeat != "false" && reading_.text.tables[table].header_rows == cell.row) {
    ++reading_.text.tables[table].header_rows;
  }
  read_cells(node, cell);
  DocxTable& done = reading_.text.tables[table];
  done.columns = std::max(done.columns, cell.column);
}

void StoryReader::read_cells(const pugi::xml_node& parent, DocxCell& cell) {
  for (const pugi::xml_node node : parent.children()) {
    const XmlName name = part_.name_of(node);
    if (name.vocabulary != XmlVocabulary::word) continue;
    if (name.local == "sdt") read_cells(part_.word_child(node, "sdtContent"), cell);
    if (name.local == "customXml") read_cells(node, cell);
    if (name.local != "tc") continue;
    const pugi::xml_node properties = part_.word_child(node, "tcPr");
    if (part_.has_word_child(properties, "cellDel")) continue;
    const pugi::xml_node merge = part_.word_child(properties, "vMerge");
    if (!merge.empty() && attribute_value(merge, "val") != "restart") {
      reading_.text.tables[cell.table].continued.emplace(cell.row, cell.column);
    }
    cell_ = cell;
    read_blocks(node);
    finish_paragraph();
    cell.column += std::max<std::size_t>(small_number(part_.word_child(properties, "gridSpan"), 1), 1);
  }
}

}  // namespace claimcheck
