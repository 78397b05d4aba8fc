#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace claimcheck {

/// The most that is read of one part; beyond it the tree in memory would grow past measure.
inline constexpr std::size_t kMaxXmlBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMaxXmlTags = 3'000'000;
inline constexpr std::size_t kMaxXmlDepth = 256;

/// Whose element a name is. `word`: WordprocessingML, `math`: Office Math, `compatibility`: markup compatibility; each
/// in the namespace of ECMA-376 (transitional) and of ISO 29500 strict.
enum class XmlVocabulary { other, word, math, compatibility };

/// A name without its prefix, in the part's own bytes.
struct XmlName {
  XmlVocabulary vocabulary = XmlVocabulary::other;
  std::string_view local;
};

/// One XML part as a tree over its bytes: texts and values are those of the source, entities and all, so that every
/// place in the tree is a place in the source.
class XmlPart {
 public:
  /// `name` stands for the part in messages. Throws Error(input) on: broken UTF-8, another encoding, malformed XML, a
  /// document type declaration (nothing in Office has one; entity bombs need one), more bytes, tags or levels than the
  /// limits above, a prefix that means WordprocessingML in one place and something else in another.
  XmlPart(std::string source, std::string name);
  XmlPart(XmlPart&&) noexcept;
  XmlPart& operator=(XmlPart&&) noexcept;
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;
  ~XmlPart();

  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] pugi::xml_node root() const;

  /// What an element's name means.
  [[nodiscard]] XmlName name_of(const pugi::xml_node& element) const;

  /// True for an element of WordprocessingML with this local name.
  [[nodiscard]] bool is_word(const pugi::xml_node& element, std::string_view local) const;

  /// The first child that is_word; an empty node when there is none.
  [[nodiscard]] pugi::xml_node word_child(const pugi::xml_node& parent, std::string_view local) const;

  [[nodiscard]] bool has_word_child(const pugi::xml_node& parent, std::string_view local) const;

  /// Where the element's "<", or a text's first byte, stands in the source.
  [[nodiscard]] static std::size_t offset_of(const pugi::xml_node& node);

 private:
  void scan_tree();
  void bind_prefixes(const pugi::xml_node& element);
  [[noreturn]] void refuse(const std::string& why) const;

  std::string name_;
  std::string source_;
  std::unique_ptr<pugi::xml_document> document_;
  std::map<std::string, XmlVocabulary, std::less<>> prefixes_;
};

/// The value of the attribute with this local name, whatever its prefix, with entities replaced; empty when there is
/// none.
std::string attribute_value(const pugi::xml_node& element, std::string_view local);

/// True if the element has an attribute with this local name.
bool has_attribute(const pugi::xml_node& element, std::string_view local);

/// One character of XML source: what it stands for and how many bytes it takes there. A carriage return with its line
/// feed is one line feed; an entity that XML does not define stands for itself, its "&" alone; 0 for a character that
/// XML does not allow.
struct XmlCharacter {
  char32_t value = 0;
  std::size_t size = 0;
};
XmlCharacter xml_character_at(std::string_view source, std::size_t at);

/// `source` with entities replaced, and without characters that XML does not allow.
std::string decode_xml(std::string_view source);

/// `text` as content of an element or as a quoted value: markup escaped, characters that XML does not allow dropped,
/// ill-formed UTF-8 replaced by U+FFFD.
std::string encode_xml(std::string_view text);

/// The first byte after the tag that begins at `begin`, a "<" of well-formed `source`; quoted values may hold ">".
std::size_t xml_tag_end(std::string_view source, std::size_t begin);

/// The first byte after the element that begins at `begin`, its end tag included.
std::size_t xml_element_end(std::string_view source, std::size_t begin);

}  // namespace claimcheck
