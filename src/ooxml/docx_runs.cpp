#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <pugixml.hpp>

#include "ooxml/docx_walk.h"
#include "text/append_utf8.h"

namespace claimcheck {
namespace {

enum class Inline {
  other,
  run,
  link,
  simple_field,
  control,
  container,
  bookmark,
  text,
  space,
  hyphen,
  symbol,
  field_character,
  instruction,
  footnote,
  endnote,
  drawing,
  ruby,
};

Inline kind_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Inline> kKinds{
      {"r", Inline::run},
      {"hyperlink", Inline::link},
      {"fldSimple", Inline::simple_field},
      {"sdt", Inline::control},
      {"ins", Inline::container},
      {"moveTo", Inline::container},
      {"smartTag", Inline::container},
      {"customXml", Inline::container},
      {"dir", Inline::container},
      {"bdo", Inline::container},
      {"bookmarkStart", Inline::bookmark},
      {"t", Inline::text},
      {"tab", Inline::space},
      {"ptab", Inline::space},
      {"br", Inline::space},
      {"cr", Inline::space},
      {"noBreakHyphen", Inline::hyphen},
      {"sym", Inline::symbol},
      {"fldChar", Inline::field_character},
      {"instrText", Inline::instruction},
      {"footnoteReference", Inline::footnote},
      {"endnoteReference", Inline::endnote},
      {"drawing", Inline::drawing},
      {"pict", Inline::drawing},
      {"object", Inline::drawing},
      {"ruby", Inline::ruby},
  };
  const auto found = kKinds.find(name);
  return found == kKinds.end() ? Inline::other : found->second;
}

std::string source_text(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) text += decode_xml(child.value());
    if (child.type() == pugi::node_cdata) text += child.value();
  }
  return text;
}

// Controls whose content is plain text, or is made anew from elsewhere: a comment in it would be lost or refused.
bool holds_plain_text(const XmlPart& part, const pugi::xml_node& properties) {
  constexpr std::array<std::string_view, 7> kNames{"text",        "date",     "dropDownList", "comboBox",
                                                   "dataBinding", "citation", "bibliography"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return part.has_word_child(properties, name); });
}

std::string symbol_of(const pugi::xml_node& node) {
  const std::string code = attribute_value(node, "char");
  char32_t value = 0;
  for (const char c : code) {
    const char lower = static_cast<char>(c | 0x20);
    const bool decimal_digit = c >= '0' && c <= '9';
    if (!decimal_digit && (lower < 'a' || lower > 'f')) return " ";
    value = (value * 16 + static_cast<char32_t>(decimal_digit ? c - '0' : lower - 'a' + 10)) & 0x1FFFFF;
  }
  if (value < 0x20 || (value >= 0xD800 && value < 0xE000) || value > 0xFFFF) return " ";
  std::string text;
  append_utf8(text, value < 0x100 ? 0xF000 + value : value);
  return text;
}

bool is_symbol_font(std::string_view font) {
  return font == "Symbol";
}

}  // namespace

void StoryReader::read_inline(const pugi::xml_node& parent) {
  for (const pugi::xml_node node : parent.children()) read_inline_element(node);
}

void StoryReader::read_inline_element(const pugi::xml_node& node) {
  const XmlName name = part_.name_of(node);
  if (name.vocabulary == XmlVocabulary::math) return read_math(node);
  if (name.vocabulary == XmlVocabulary::compatibility && name.local == "AlternateContent") {
    const std::size_t around = std::exchange(unit_, unit_around(node));
    read_inline(choose_alternative(node));
    unit_ = around;
    return;
  }
  if (name.vocabulary != XmlVocabulary::word) return;
  switch (kind_of(name.local)) {
    case Inline::run:
      return read_run(node);
    case Inline::link:
      return read_link(node);
    case Inline::simple_field:
      return read_simple_field(node);
    case Inline::control:
      return read_inline_control(node);
    case Inline::container:
      return read_inline(node);
    case Inline::bookmark:
      builder_.paragraph().bookmarks.push_back(attribute_value(node, "name"));
      return;
    default:
      return;
  }
}

void StoryReader::read_link(const pugi::xml_node& node) {
  DocxMark mark;
  const auto link = reading_.links.find(attribute_value(node, "id"));
  if (link != reading_.links.end()) mark.target = link->second;
  const std::string bookmark = attribute_value(node, "anchor");
  if (!bookmark.empty()) mark.target += '#' + bookmark;
  const std::size_t begin = builder_.position();
  read_inline(node);
  if (!mark.target.empty()) builder_.add_mark(begin, std::move(mark));
}

void StoryReader::read_simple_field(const pugi::xml_node& node) {
  if (!shows_text()) return;
  const std::size_t around = std::exchange(unit_, unit_around(node));
  DocxMark mark;
  mark.instruction = attribute_value(node, "instr");
  mark.target = target_of_instruction(mark.instruction);
  const std::size_t begin = builder_.position();
  read_inline(node);
  builder_.add_mark(begin, std::move(mark));
  unit_ = around;
}

void StoryReader::read_inline_control(const pugi::xml_node& node) {
  const pugi::xml_node properties = part_.word_child(node, "sdtPr");
  if (part_.has_word_child(properties, "showingPlcHdr")) return;
  const std::size_t around = unit_;
  if (holds_plain_text(part_, properties)) unit_ = unit_around(node);
  DocxMark mark;
  mark.instruction = attribute_value(part_.word_child(properties, "tag"), "val");
  const std::size_t begin = builder_.position();
  read_inline(part_.word_child(node, "sdtContent"));
  if (!mark.instruction.empty()) builder_.add_mark(begin, std::move(mark));
  unit_ = around;
}

namespace {

// A run's properties stand first in it (ECMA-376, 17.3.2.25); elsewhere they are none of the run that a comment would
// split.
pugi::xml_node own_properties(const XmlPart& part, const pugi::xml_node& run) {
  const pugi::xml_node properties = part.word_child(run, "rPr");
  if (properties.empty()) return properties;
  const std::size_t begin = xml_tag_end(part.source(), XmlPart::offset_of(run));
  const std::string_view ahead = std::string_view(part.source()).substr(begin, XmlPart::offset_of(properties) - begin);
  return ahead.find_first_not_of(" \t\r\n") == std::string_view::npos ? properties : pugi::xml_node();
}

}  // namespace

void StoryReader::read_run(const pugi::xml_node& node) {
  const pugi::xml_node properties = own_properties(part_, node);
  const DocxStyle direct = read_run_properties(part_, properties);
  const std::string style_id = attribute_value(part_.word_child(properties, "rStyle"), "val");
  DocxStyle look = direct;
  if (!style_id.empty()) look = combine(look, reading_.styles.find(style_id));
  look = combine(look, paragraph_style_);
  RunState run;
  run.begin = XmlPart::offset_of(node);
  run.hidden = look.hidden.value_or(false);
  run.look.bold = look.bold.value_or(false);
  run.look.raised = look.raised.value_or(false);
  run.look.symbol = is_symbol_font(attribute_value(part_.word_child(properties, "rFonts"), "ascii"));
  read_run_content(node, run);
}

void StoryReader::read_run_content(const pugi::xml_node& parent, RunState& run) {
  for (const pugi::xml_node node : parent.children()) {
    const XmlName name = part_.name_of(node);
    if (name.vocabulary == XmlVocabulary::compatibility && name.local == "AlternateContent") {
      // What is split in one alternative would have to be split in the others.
      const std::size_t around = std::exchange(unit_, unit_around_run(node));
      read_run_content(choose_alternative(node), run);
      unit_ = around;
    } else if (name.vocabulary == XmlVocabulary::word) {
      read_run_element(node, run);
    }
  }
}

void StoryReader::read_run_element(const pugi::xml_node& node, RunState& run) {
  const Inline kind = kind_of(part_.name_of(node).local);
  if (kind == Inline::field_character) return read_field_character(node, run);
  if (kind == Inline::instruction) return fields_.add_instruction(source_text(node));
  if (run.hidden || !shows_text()) return;
  const std::size_t begin = XmlPart::offset_of(node);
  const auto add = [&](std::string_view text, const RunLook& look) {
    builder_.add_text(text, {begin, xml_element_end(part_.source(), begin)}, {begin, run.begin, current_unit()}, look);
  };
  switch (kind) {
    case Inline::text:
      return read_text(node, run);
    case Inline::space:
      return add(" ", run.look);
    case Inline::hyphen:
      return add("\u2011", run.look);
    case Inline::symbol: {
      RunLook look = run.look;
      look.symbol = is_symbol_font(attribute_value(node, "font"));
      return add(symbol_of(node), look);
    }
    case Inline::footnote:
      return read_note_call(node, DocxStory::footnote);
    case Inline::endnote:
      return read_note_call(node, DocxStory::endnote);
    case Inline::drawing:
      return find_boxes(node);
    case Inline::ruby: {
      const std::size_t around = std::exchange(unit_, unit_around_run(node));
      read_inline(part_.word_child(node, "rubyBase"));
      unit_ = around;
      return;
    }
    default:
      return;
  }
}

void StoryReader::read_text(const pugi::xml_node& node, const RunState& run) {
  const std::size_t element = XmlPart::offset_of(node);
  for (const pugi::xml_node child : node.children()) {
    const std::size_t begin = XmlPart::offset_of(child);
    const Span range{begin, begin + std::string_view(child.value()).size()};
    if (child.type() == pugi::node_pcdata) {
      builder_.add_source(part_.source(), range, {element, run.begin, current_unit()}, run.look);
    } else if (child.type() == pugi::node_cdata) {
      // A CDATA section cannot be cut: it counts as a whole.
      builder_.add_text(child.value(), {element, xml_element_end(part_.source(), element)},
                        {element, run.begin, current_unit()}, run.look);
    }
  }
}

void StoryReader::read_field_character(const pugi::xml_node& node, const RunState& run) {
  const std::string type = attribute_value(node, "fldCharType");
  if (type == "begin") {
    const bool outermost = fields_.empty() && current_unit() == kNoUnit && in_body();
    if (outermost) {
      field_unit_ = reading_.text.units.size();
      reading_.text.units.push_back({run.begin, 0});
    }
    fields_.begin(outermost ? field_unit_ : kNoUnit);
  } else if (type == "separate") {
    fields_.separate(paragraph_count_, builder_.position());
    DocxParagraph& paragraph = builder_.paragraph();
    if (!builder_.has_text() && paragraph.around.empty()) paragraph.around = fields_.outermost();
  } else if (type == "end") {
    end_field(run);
  }
  const pugi::xml_node data = part_.word_child(node, "fldData");
  if (!data.empty()) fields_.add_data(source_text(data));
}

void StoryReader::end_field(const RunState& run) {
  std::optional<OpenField> field = fields_.end();
  if (!field) return;
  const bool same_paragraph = field->in_result && field->paragraph == paragraph_count_;
  if (field->unit != kNoUnit) {
    if (same_paragraph) reading_.text.units[field->unit].end = xml_element_end(part_.source(), run.begin);
    field_unit_ = kNoUnit;
  }
  if (!same_paragraph || !shows_text()) return;
  DocxMark mark;
  mark.target = target_of_instruction(field->instruction);
  mark.instruction = std::move(field->instruction);
  mark.data = std::move(field->data);
  builder_.add_mark(field->begin, std::move(mark));
}

void StoryReader::read_note_call(const pugi::xml_node& node, DocxStory story) {
  const std::string id = attribute_value(node, "id");
  const bool foot = story == DocxStory::footnote;
  DocxMark mark;
  mark.target = (foot ? "#footnote-" : "#endnote-") + id;
  mark.raised = true;
  builder_.add_mark(builder_.position(), std::move(mark));
  reading_.notes.push_back({story, id, unit_around_run(node)});
}

void StoryReader::find_boxes(const pugi::xml_node& node) {
  for (const pugi::xml_node child : node.children()) {
    const XmlName name = part_.name_of(child);
    if (name.vocabulary == XmlVocabulary::word && name.local == "txbxContent") {
      boxes_.push_back({child.internal_object(), unit_around_run(child)});
    } else if (name.vocabulary == XmlVocabulary::compatibility && name.local == "AlternateContent") {
      find_boxes(choose_alternative(child));
    } else {
      find_boxes(child);
    }
  }
}

void StoryReader::read_math(const pugi::xml_node& node) {
  if (!shows_text()) return;
  const std::size_t around = std::exchange(unit_, unit_around(node));
  add_math(node);
  unit_ = around;
}

// Read along: "a/b", "x^2", "x_2".
void StoryReader::add_math(const pugi::xml_node& node) {
  const std::size_t begin = XmlPart::offset_of(node);
  const SourcePlace place{begin, begin, current_unit()};
  const XmlName name = part_.name_of(node);
  if (name.vocabulary == XmlVocabulary::math) {
    const Span here{begin, begin};
    if (name.local == "t") {
      return builder_.add_text(source_text(node), {begin, xml_element_end(part_.source(), begin)}, place, {});
    }
    if (name.local == "den") builder_.add_text("/", here, place, {});
    if (name.local == "sup" && !node.first_child().empty()) builder_.add_text("^", here, place, {});
    if (name.local == "sub" && !node.first_child().empty()) builder_.add_text("_", here, place, {});
  }
  for (const pugi::xml_node child : node.children()) add_math(child);
}

}  // namespace claimcheck
