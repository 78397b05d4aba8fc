#include "ooxml/docx_styles.h"

#include <charconv>
#include <set>
#include <utility>

#include <pugixml.hpp>

#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr int kBodyText = 9;
constexpr std::size_t kMostBases = 32;

std::optional<int> number_of(const pugi::xml_node& element) {
  const std::string text = attribute_value(element, "val");
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// ST_OnOff: an element without a value is on.
std::optional<bool> toggle_of(const pugi::xml_node& element) {
  if (element.empty()) return std::nullopt;
  const std::string value = attribute_value(element, "val");
  return value != "0" && value != "false" && value != "off";
}

// A heading by its built-in name, or by the id that Word gives it in English.
std::optional<int> outline_of_name(std::string_view name) {
  for (const std::string_view word : {std::string_view("heading "), std::string_view("heading")}) {
    if (name.starts_with(word) && name.size() == word.size() + 1 && name.back() >= '1' && name.back() <= '9') {
      return name.back() - '1';
    }
  }
  return std::nullopt;
}

}  // namespace

DocxStyle read_run_properties(const XmlPart& part, const pugi::xml_node& properties) {
  DocxStyle style;
  for (const pugi::xml_node node : properties.children()) {
    const XmlName name = part.name_of(node);
    if (name.vocabulary != XmlVocabulary::word) continue;
    if (name.local == "b") style.bold = toggle_of(node);
    if (name.local == "vanish") style.hidden = toggle_of(node);
    if (name.local == "vertAlign") style.raised = attribute_value(node, "val") == "superscript";
  }
  return style;
}

DocxStyle read_paragraph_properties(const XmlPart& part, const pugi::xml_node& properties) {
  DocxStyle style;
  const pugi::xml_node outline = part.word_child(properties, "outlineLvl");
  if (!outline.empty()) style.outline = number_of(outline);
  if (style.outline && (*style.outline < 0 || *style.outline > kBodyText)) style.outline = kBodyText;
  const pugi::xml_node list = part.word_child(properties, "numPr");
  if (list.empty()) return style;
  style.list_level = number_of(part.word_child(list, "ilvl"));
  // Number 0 takes a paragraph out of the list of its style.
  const pugi::xml_node id = part.word_child(list, "numId");
  if (!id.empty()) style.listed = number_of(id).value_or(0) != 0;
  return style;
}

DocxStyle combine(const DocxStyle& over, const DocxStyle& under) {
  DocxStyle both = over;
  if (!both.outline) both.outline = under.outline;
  if (!both.listed) both.listed = under.listed;
  if (!both.list_level) both.list_level = under.list_level;
  if (!both.bold) both.bold = under.bold;
  if (!both.hidden) both.hidden = under.hidden;
  if (!both.raised) both.raised = under.raised;
  return both;
}

DocxStyles::DocxStyles(const XmlPart& part) {
  for (const pugi::xml_node node : part.root().children()) {
    if (!part.is_word(node, "style")) continue;
    DocxStyle style = combine(read_paragraph_properties(part, part.word_child(node, "pPr")),
                              read_run_properties(part, part.word_child(node, "rPr")));
    style.name = fold_case(attribute_value(part.word_child(node, "name"), "val"));
    style.based_on = attribute_value(part.word_child(node, "basedOn"), "val");
    if (!style.outline) style.outline = outline_of_name(style.name);
    const std::string id = attribute_value(node, "styleId");
    const std::string is_default = attribute_value(node, "default");
    if (attribute_value(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) default_id_ = id;
    styles_.emplace(id, std::move(style));
  }
  const std::map<std::string, DocxStyle> own = styles_;
  for (auto& [id, style] : styles_) {
    std::set<std::string> seen{id};
    for (auto base = own.find(style.based_on);
         base != own.end() && seen.size() < kMostBases && seen.insert(base->first).second;
         base = own.find(base->second.based_on)) {
      style = combine(style, base->second);
    }
  }
}

const DocxStyle& DocxStyles::find(const std::string& id) const {
  static const DocxStyle kNone;
  static const std::map<std::string, DocxStyle> kHeadings = [] {
    std::map<std::string, DocxStyle> headings;
    for (int level = 0; level < kBodyText; ++level) {
      DocxStyle style;
      style.outline = level;
      style.name = "heading " + std::to_string(level + 1);
      headings.emplace("Heading" + std::to_string(level + 1), style);
    }
    return headings;
  }();
  const auto found = styles_.find(id.empty() ? default_id_ : id);
  if (found != styles_.end()) return found->second;
  const auto heading = kHeadings.find(id);
  return heading == kHeadings.end() ? kNone : heading->second;
}

std::string DocxStyles::id_of(std::string_view name) const {
  for (const auto& [id, style] : styles_) {
    if (style.name == name) return id;
  }
  return {};
}

}  // namespace claimcheck
