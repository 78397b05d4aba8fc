#include "ooxml/docx_package.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>
#include <pugixml.hpp>

#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";

constexpr std::array<std::string_view, 4> kWordTypes{
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
};

struct ForeignFile {
  std::string_view start;
  std::string_view what;
};

constexpr std::array<ForeignFile, 6> kForeignFiles{{
    {"{\\rtf", "an RTF file, not a Word document; open it in Word and save it as .docx"},
    {"%PDF", "a PDF file, not a Word document; give it the ending .pdf"},
    {"<?xml", "an XML file, not a Word document; open it in Word and save it as .docx"},
    {"<html", "a web page, not a Word document; give it the ending .html"},
    {"<!DOCTYPE", "a web page, not a Word document; give it the ending .html"},
    {"\xEF\xBB\xBF", "a text file, not a Word document; give it the ending .txt"},
}};

// Files of Word before 2007, and encrypted ones of any age, are OLE compound files (MS-CFB).
std::string describe_ole(std::string_view bytes) {
  constexpr std::string_view kEncryptedPackage("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
  if (bytes.find(kEncryptedPackage) != std::string_view::npos) {
    return "it is protected with a password; open it in Word and save it without one";
  }
  return "it is an old binary .doc file; open it in Word and save it as .docx";
}

std::string_view check_start(std::string_view bytes, std::string_view name) {
  const auto refuse = [&](const std::string& why) { throw Error(ErrorKind::input, fmt::format("{}: {}", name, why)); };
  if (bytes.empty()) refuse("it is empty");
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) refuse(describe_ole(bytes));
  for (const ForeignFile& foreign : kForeignFiles) {
    if (bytes.starts_with(foreign.start)) refuse(fmt::format("it is {}", foreign.what));
  }
  return bytes;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace

std::string content_type_of(const XmlPart& types, std::string_view part) {
  const std::string name = '/' + lower_case(part);
  std::string by_ending;
  for (const pugi::xml_node node : types.root().children()) {
    const std::string override_name = lower_case(attribute_value(node, "PartName"));
    if (override_name == name) return attribute_value(node, "ContentType");
    const std::string ending = lower_case(attribute_value(node, "Extension"));
    if (!ending.empty() && name.ends_with('.' + ending)) by_ending = attribute_value(node, "ContentType");
  }
  return by_ending;
}

DocxPackage::DocxPackage(std::string_view bytes, std::string_view name) : zip_(check_start(bytes, name), name) {
  find_main_part();
  main_relations_ = relations_of(main_part_);
}

void DocxPackage::refuse(const std::string& why) const {
  throw Error(ErrorKind::input, fmt::format("{}: {}", zip_.name(), why));
}

XmlPart DocxPackage::parse(const std::string& part) const {
  return {zip_.read(part), fmt::format("{}: {}", zip_.name(), part)};
}

std::vector<PartRelation> DocxPackage::relations_of(std::string_view part) const {
  return list_relations(zip_, part);
}

std::string DocxPackage::related(std::string_view role) const {
  for (const PartRelation& relation : main_relations_) {
    if (relation.role != role || relation.external) continue;
    std::string part = zip_.find(relation.target);
    if (part.empty()) {
      refuse(fmt::format("its {} are said to be in \"{}\", which is not there; open it in Word and save it again", role,
                         relation.target));
    }
    if (part == main_part_) refuse(fmt::format("its {} lead back to the document itself", role));
    return part;
  }
  return {};
}

void DocxPackage::find_main_part() {
  const std::string types = zip_.find(kContentTypes);
  if (types.empty()) {
    const bool open_document = !zip_.find("META-INF/manifest.xml").empty();
    refuse(open_document ? "it is an OpenDocument file (.odt), not a Word document; save it as .docx"
                         : "it is a ZIP archive, but no Word document");
  }
  for (const PartRelation& relation : relations_of("")) {
    if (relation.role != "officeDocument" || relation.external) continue;
    main_part_ = zip_.find(relation.target);
    if (main_part_.empty()) refuse(fmt::format("its main document \"{}\" is not there", relation.target));
    break;
  }
  if (main_part_.empty()) refuse("nothing in it says which part is the main document");
  const std::string type = content_type_of(parse(types), main_part_);
  if (std::find(kWordTypes.begin(), kWordTypes.end(), type) != kWordTypes.end()) return;
  for (const auto& [word, what] : {std::pair{"spreadsheetml", "a spreadsheet"},
                                   {"ms-excel", "a spreadsheet"},
                                   {"presentationml", "a presentation"},
                                   {"ms-powerpoint", "a presentation"}}) {
    if (type.find(word) != std::string::npos) refuse(fmt::format("it is {}, not a Word document", what));
  }
  refuse("its main document has a type that is not Word's");
}

}  // namespace claimcheck
