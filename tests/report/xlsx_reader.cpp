#include "report/xlsx_reader.h"

#include <zip.h>

#include <memory>
#include <pugixml.hpp>
#include <stdexcept>
#include <vector>

namespace claimcheck {
namespace {

void load(pugi::xml_document& document, const std::string& xml) {
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata)) {
    throw std::runtime_error("a part of the workbook is no XML");
  }
}

std::vector<std::string> read_strings(const std::string& xml) {
  pugi::xml_document document;
  load(document, xml);
  std::vector<std::string> strings;
  for (const pugi::xml_node& item : document.child("sst").children("si")) strings.emplace_back(item.child_value("t"));
  return strings;
}

std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? "⏎" : std::string(1, c);
  return line;
}

}  // namespace

std::map<std::string, std::string> unzip(std::string_view archive) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> opened(zip_open_from_source(source, ZIP_RDONLY, &error),
                                                              zip_discard);
  if (!opened) throw std::runtime_error("not a zip archive");
  std::map<std::string, std::string> parts;
  const zip_int64_t count = zip_get_num_entries(opened.get(), 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    zip_stat_index(opened.get(), i, 0, &stat);
    std::string bytes(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(opened.get(), i, 0);
    zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    parts[stat.name] = std::move(bytes);
  }
  return parts;
}

std::string read_sheet(const std::map<std::string, std::string>& parts, int number) {
  const std::vector<std::string> strings = read_strings(parts.at("xl/sharedStrings.xml"));
  pugi::xml_document document;
  load(document, parts.at("xl/worksheets/sheet" + std::to_string(number) + ".xml"));
  std::string text;
  for (const pugi::xml_node& row : document.child("worksheet").child("sheetData").children("row")) {
    for (const pugi::xml_node& cell : row.children("c")) {
      std::string value = cell.child_value("v");
      if (std::string_view(cell.attribute("t").value()) == "s") value = on_one_line(strings.at(std::stoul(value)));
      if (cell.child("f")) value = std::string("=") + cell.child_value("f");
      if (!value.empty()) text += std::string(cell.attribute("r").value()) + ' ' + value + '\n';
    }
  }
  return text;
}

}  // namespace claimcheck
