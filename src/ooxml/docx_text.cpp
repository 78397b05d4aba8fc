#include "ooxml/docx_text.h"

#include <algorithm>
#include <utility>

#include <pugixml.hpp>

#include "core/error.h"
#include "ooxml/docx_walk.h"
#include "ooxml/xml_edits.h"

namespace claimcheck {
namespace {

void load_links(const DocxPackage& package, const std::string& part, DocxReading& reading) {
  reading.links.clear();
  for (const PartRelation& relation : package.relations_of(part)) {
    if (relation.role == "hyperlink" && relation.external) reading.links[relation.id] = relation.target;
  }
}

// The notes of one kind that the body refers to, each once, in the order of their marks.
void read_notes(const DocxPackage& package, DocxReading& reading, DocxStory story) {
  const bool foot = story == DocxStory::footnote;
  const std::string part = package.related(foot ? "footnotes" : "endnotes");
  std::vector<NoteCall> calls;
  std::copy_if(reading.notes.begin(), reading.notes.end(), std::back_inserter(calls),
               [story](const NoteCall& call) { return call.story == story; });
  if (part.empty() || calls.empty()) return;
  const XmlPart xml = package.parse(part);
  load_links(package, part, reading);
  std::map<std::string, pugi::xml_node> notes;
  for (const pugi::xml_node node : xml.root().children()) {
    if (xml.is_word(node, foot ? "footnote" : "endnote")) notes.emplace(attribute_value(node, "id"), node);
  }
  for (const NoteCall& call : calls) {
    const auto note = notes.find(call.id);
    if (note == notes.end()) continue;
    StoryReader reader(xml, reading, story, call.unit);
    reader.read(note->second, (foot ? "footnote-" : "endnote-") + call.id);
    notes.erase(note);
  }
}

std::string word_namespace(const XmlPart& part) {
  constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  for (const pugi::xml_attribute attribute : part.root().attributes()) {
    if (attribute.value() == kStrict) return std::string(kStrict);
  }
  return std::string(kTransitional);
}

}  // namespace

DocxText read_docx_text(const DocxPackage& package) {
  const XmlPart main = package.parse(package.main_part());
  const pugi::xml_node body =
      main.is_word(main.root(), "document") ? main.word_child(main.root(), "body") : pugi::xml_node();
  if (body.empty()) {
    throw Error(ErrorKind::input, package.zip().name() + ": its main document is not Word's: it has no body of text");
  }
  DocxReading reading;
  reading.text.prefix = prefix_of(body.name());
  reading.text.word_namespace = word_namespace(main);
  const std::string styles = package.related("styles");
  if (!styles.empty()) reading.styles = DocxStyles(package.parse(styles));
  load_links(package, package.main_part(), reading);
  StoryReader reader(main, reading, DocxStory::body, kNoUnit);
  reader.read(body, {});
  read_notes(package, reading, DocxStory::footnote);
  read_notes(package, reading, DocxStory::endnote);
  return std::move(reading.text);
}

}  // namespace claimcheck
