#include <algorithm>
#include <array>
#include <utility>

#include <pugixml.hpp>

#include "ooxml/docx_walk.h"

namespace claimcheck {
namespace {

// Containers of blocks that say nothing on what they hold. Insertions count as accepted.
constexpr std::array<std::string_view, 4> kTransparent{"ins", "moveTo", "customXml", "smartTag"};

bool is_transparent(std::string_view name) {
  return std::find(kTransparent.begin(), kTransparent.end(), name) != kTransparent.end();
}

}  // namespace

StoryReader::StoryReader(const XmlPart& part, DocxReading& reading, DocxStory story, std::size_t unit)
    : part_(part), reading_(reading), story_(story), host_unit_(unit) {}

void StoryReader::read(const pugi::xml_node& node, const std::string& anchor) {
  DocxText& text = reading_.text;
  const std::size_t paragraphs = text.paragraphs.size();
  const std::size_t tables = text.tables.size();
  const std::size_t units = text.units.size();
  const std::size_t notes = reading_.notes.size();
  anchor_ = anchor;
  read_blocks(node);
  finish_paragraph();
  if (fields_.shows_text()) return;
  report("A field in it has no end; what stands in the codes of fields is read as text.");
  if (story_ == DocxStory::text_box) return;  // boxes within boxes could be read over and over
  text.paragraphs.resize(paragraphs);
  text.tables.resize(tables);
  text.units.resize(units);
  reading_.notes.resize(notes);
  fields_ = FieldStack();
  field_unit_ = kNoUnit;
  codes_shown_ = true;
  anchor_ = anchor;
  read_blocks(node);
  finish_paragraph();
}

void StoryReader::read_blocks(const pugi::xml_node& parent) {
  for (const pugi::xml_node node : parent.children()) read_block(node);
}

void StoryReader::read_block(const pugi::xml_node& node) {
  const XmlName name = part_.name_of(node);
  if (name.vocabulary == XmlVocabulary::compatibility && name.local == "AlternateContent") {
    read_blocks(choose_alternative(node));
  }
  if (name.vocabulary == XmlVocabulary::math && name.local == "oMathPara") read_math(node);
  if (name.vocabulary != XmlVocabulary::word) return;
  if (name.local == "p") {
    read_paragraph(node);
  } else if (name.local == "tbl") {
    finish_paragraph();
    read_table(node);
  } else if (name.local == "sdt") {
    read_control(node);
  } else if (name.local == "altChunk") {
    report("It takes in another file (altChunk), which is not read.");
  } else if (is_transparent(name.local)) {
    read_blocks(node);
  }
}

void StoryReader::read_control(const pugi::xml_node& node) {
  const pugi::xml_node properties = part_.word_child(node, "sdtPr");
  if (part_.has_word_child(properties, "showingPlcHdr")) return;
  const pugi::xml_node gallery = part_.word_child(part_.word_child(properties, "docPartObj"), "docPartGallery");
  std::string around = attribute_value(gallery, "val");
  if (around.empty()) around = attribute_value(part_.word_child(properties, "tag"), "val");
  if (!around.empty()) around_.push_back(around);
  read_blocks(part_.word_child(node, "sdtContent"));
  if (!around.empty()) {
    finish_paragraph();
    around_.pop_back();
  }
}

void StoryReader::read_paragraph(const pugi::xml_node& node) {
  const pugi::xml_node properties = part_.word_child(node, "pPr");
  DocxParagraph& paragraph = builder_.paragraph();
  const DocxStyle& style = reading_.styles.find(attribute_value(part_.word_child(properties, "pStyle"), "val"));
  paragraph_style_ = combine(read_paragraph_properties(part_, properties), style);
  paragraph.style = style.name;
  // Body text has outline level 9.
  paragraph.outline = paragraph_style_.outline == 9 ? std::nullopt : paragraph_style_.outline;
  paragraph.list_level.reset();
  if (paragraph_style_.listed.value_or(false)) paragraph.list_level = paragraph_style_.list_level.value_or(0);
  if (paragraph.around.empty() && !around_.empty()) paragraph.around = around_.back();
  if (paragraph.around.empty()) paragraph.around = fields_.outermost();
  paragraph.cell = cell_;
  read_inline(node);
  // A paragraph whose mark is deleted goes on in the next one.
  const pugi::xml_node mark = part_.word_child(properties, "rPr");
  if (part_.has_word_child(mark, "del") || part_.has_word_child(mark, "moveFrom")) return;
  finish_paragraph();
}

void StoryReader::finish_paragraph() {
  ++paragraph_count_;
  DocxParagraph paragraph = builder_.take();
  if (!paragraph.text.empty()) {
    paragraph.story = story_;
    paragraph.anchor = std::exchange(anchor_, std::string());
    if (!in_body()) {
      paragraph.unit = host_unit_;
      paragraph.stretches.clear();
    }
    reading_.text.paragraphs.push_back(std::move(paragraph));
  }
  read_boxes();
}

void StoryReader::read_boxes() {
  const std::vector<TextBox> boxes = std::exchange(boxes_, {});
  for (const TextBox& box : boxes) {
    StoryReader reader(part_, reading_, in_body() ? DocxStory::text_box : story_, box.unit);
    reader.read(pugi::xml_node(box.content), {});
  }
}

// Word reads the first alternative that it knows, and it knows all that it writes; the fallback repeats it for others.
pugi::xml_node StoryReader::choose_alternative(const pugi::xml_node& node) const {
  pugi::xml_node fallback;
  for (const pugi::xml_node child : node.children()) {
    const XmlName name = part_.name_of(child);
    if (name.vocabulary != XmlVocabulary::compatibility) continue;
    if (name.local == "Choice") return child;
    if (name.local == "Fallback") fallback = child;
  }
  return fallback;
}

std::size_t StoryReader::unit_around_run(const pugi::xml_node& node) {
  pugi::xml_node run = node.parent();
  while (!run.empty() && !part_.is_word(run, "r")) run = run.parent();
  return unit_around(run.empty() ? node : run);
}

std::size_t StoryReader::unit_around(const pugi::xml_node& node) {
  if (!in_body()) return host_unit_;
  if (current_unit() != kNoUnit) return current_unit();
  const std::size_t begin = XmlPart::offset_of(node);
  std::vector<DocxUnit>& units = reading_.text.units;
  if (!units.empty() && units.back().begin == begin && units.back().end != 0) return units.size() - 1;
  units.push_back({begin, xml_element_end(part_.source(), begin)});
  return units.size() - 1;
}

void StoryReader::report(const std::string& problem) {
  if (reading_.problems.insert(problem).second) reading_.text.problems.push_back(problem);
}

}  // namespace claimcheck
