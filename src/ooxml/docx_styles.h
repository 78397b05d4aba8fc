#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ooxml/xml_part.h"

namespace claimcheck {

/// What of a style bears on reading; nullopt where it says nothing.
struct DocxStyle {
  std::string name;  ///< the built-in English one where it has one ("heading 1"), lower case
  std::string based_on;
  std::optional<int> outline;  ///< 0 to 8 for headings, 9 for body text
  std::optional<bool> listed;  ///< its paragraphs are items of a list
  std::optional<int> list_level;
  std::optional<bool> bold;
  std::optional<bool> hidden;
  std::optional<bool> raised;  ///< superscript
};

/// The properties that a run or paragraph gives directly, in the same terms. `properties` is its w:rPr or w:pPr.
DocxStyle read_run_properties(const XmlPart& part, const pugi::xml_node& properties);
DocxStyle read_paragraph_properties(const XmlPart& part, const pugi::xml_node& properties);

/// `over` where it says something, else `under`.
DocxStyle combine(const DocxStyle& over, const DocxStyle& under);

/// The styles of a document by id, each joined with those that it is based on; a ring of such ends where it closes.
class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const XmlPart& part);

  /// The style of this id, or an empty one. With an empty id the default style of paragraphs. A heading whose style is
  /// not described is known by its id ("Heading2").
  [[nodiscard]] const DocxStyle& find(const std::string& id) const;

  /// The id of the style with this name; empty when there is none.
  [[nodiscard]] std::string id_of(std::string_view name) const;

 private:
  std::map<std::string, DocxStyle> styles_;
  std::string default_id_;
};

}  // namespace claimcheck
