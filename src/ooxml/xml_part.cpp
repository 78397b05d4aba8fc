#include "ooxml/xml_part.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>
#include <pugixml.hpp>

#include "core/error.h"
#include "text/append_utf8.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

// Escapes stay as they are, so that a value's bytes are those of the source.
constexpr unsigned kParseFlags =
    pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_declaration;

struct KnownNamespace {
  std::string_view address;
  XmlVocabulary vocabulary;
};

constexpr std::array<KnownNamespace, 5> kNamespaces{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", XmlVocabulary::word},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", XmlVocabulary::word},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", XmlVocabulary::math},
    {"http://purl.oclc.org/ooxml/officeDocument/math", XmlVocabulary::math},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", XmlVocabulary::compatibility},
}};

XmlVocabulary vocabulary_of(std::string_view address) {
  for (const KnownNamespace& known : kNamespaces) {
    if (known.address == address) return known.vocabulary;
  }
  return XmlVocabulary::other;
}

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_attribute find_attribute(const pugi::xml_node& element, std::string_view local) {
  for (const pugi::xml_attribute attribute : element.attributes()) {
    if (local_part(attribute.name()) == local) return attribute;
  }
  return {};
}

// UTF-16 is the other encoding that packages may use.
std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit_at(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) c = U'\uFFFD';
    append_utf8(text, c);
  }
  // The declaration would name the encoding that it had.
  if (text.starts_with("<?xml")) text.erase(0, std::min(text.find("?>"), text.size() - 2) + 2);
  return text;
}

std::string to_utf8(std::string source) {
  if (source.starts_with("\xFF\xFE")) return from_utf16(source, false);
  if (source.starts_with("\xFE\xFF")) return from_utf16(source, true);
  return source;
}

bool is_utf8_name(std::string_view encoding) {
  constexpr std::string_view kName = "utf-8";
  constexpr std::string_view kAscii = "us-ascii";
  const auto same = [&](std::string_view name) {
    return std::equal(encoding.begin(), encoding.end(), name.begin(), name.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
  };
  return encoding.empty() || same(kName) || same("utf8") || same(kAscii);
}

bool is_allowed(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

XmlCharacter numeric_reference(std::string_view name, std::size_t size) {
  const bool hexadecimal = name.size() > 1 && name[1] == 'x';
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  if (digits.empty() || digits.size() > 8) return {U'&', 1};
  char32_t value = 0;
  for (const char c : digits) {
    const bool decimal_digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!decimal_digit && !(hexadecimal && lower >= 'a' && lower <= 'f')) return {U'&', 1};
    const auto digit = static_cast<char32_t>(decimal_digit ? c - '0' : lower - 'a' + 10);
    value = std::min<char32_t>(value * (hexadecimal ? 16U : 10U) + digit, 0x110000);
  }
  return {is_allowed(value) ? value : 0, size};
}

XmlCharacter reference_at(std::string_view source, std::size_t at) {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = source.substr(at, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return {U'&', 1};
  const std::string_view name = source.substr(at + 1, end - 1);
  if (name.front() == '#') return numeric_reference(name, end + 1);
  constexpr std::array<std::pair<std::string_view, char32_t>, 5> kEntities{
      {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}}};
  for (const auto& [known, value] : kEntities) {
    if (known == name) return {value, end + 1};
  }
  return {U'&', 1};
}

}  // namespace

XmlPart::XmlPart(std::string source, std::string name)
    : name_(std::move(name)), source_(to_utf8(std::move(source))), document_(std::make_unique<pugi::xml_document>()) {
  if (source_.size() > kMaxXmlBytes) refuse(fmt::format("it is larger than {} MB", kMaxXmlBytes >> 20U));
  if (static_cast<std::size_t>(std::count(source_.begin(), source_.end(), '<')) > kMaxXmlTags) {
    refuse(fmt::format("it has more than {} tags", kMaxXmlTags));
  }
  if (!is_valid_utf8(source_)) refuse("its text is not valid UTF-8");
  const pugi::xml_parse_result result =
      document_->load_buffer(source_.data(), source_.size(), kParseFlags, pugi::encoding_utf8);
  if (!result) refuse(fmt::format("it is no well-formed XML ({}, byte {})", result.description(), result.offset));
  for (const pugi::xml_node node : document_->children()) {
    if (node.type() == pugi::node_doctype) refuse("it has a document type declaration, which no Office file has");
    const bool declares = node.type() == pugi::node_declaration;
    if (declares && !is_utf8_name(node.attribute("encoding").value()))
      refuse("its encoding is neither UTF-8 nor UTF-16");
  }
  scan_tree();
}

XmlPart::XmlPart(XmlPart&&) noexcept = default;
XmlPart& XmlPart::operator=(XmlPart&&) noexcept = default;
XmlPart::~XmlPart() = default;

pugi::xml_node XmlPart::root() const {
  return document_->document_element();
}

void XmlPart::scan_tree() {
  std::size_t depth = 0;
  pugi::xml_node node = root();
  while (!node.empty()) {
    if (node.type() == pugi::node_element) bind_prefixes(node);
    const pugi::xml_node child = node.first_child();
    if (!child.empty()) {
      if (++depth > kMaxXmlDepth) refuse(fmt::format("its elements are nested deeper than {} levels", kMaxXmlDepth));
      node = child;
      continue;
    }
    while (!node.empty() && node.next_sibling().empty()) {
      node = node.parent();
      if (node == root() || node.empty()) return;
      --depth;
    }
    node = node.next_sibling();
  }
}

void XmlPart::bind_prefixes(const pugi::xml_node& element) {
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns")) continue;
    const std::string_view prefix = name == "xmlns" ? "" : local_part(name);
    const XmlVocabulary vocabulary = vocabulary_of(decode_xml(attribute.value()));
    const auto [place, added] = prefixes_.try_emplace(std::string(prefix), vocabulary);
    if (!added && place->second != vocabulary) {
      refuse(fmt::format("its prefix \"{}\" stands for several namespaces; open it in Word and save it again",
                         repair_utf8(prefix.substr(0, 40))));
    }
  }
}

void XmlPart::refuse(const std::string& why) const {
  throw Error(ErrorKind::input, fmt::format("{}: {}", name_, why));
}

XmlName XmlPart::name_of(const pugi::xml_node& element) const {
  const std::string_view name = element.name();
  const std::size_t colon = name.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
  const auto found = prefixes_.find(prefix);
  return {found == prefixes_.end() ? XmlVocabulary::other : found->second, local_part(name)};
}

bool XmlPart::is_word(const pugi::xml_node& element, std::string_view local) const {
  return local_part(element.name()) == local && name_of(element).vocabulary == XmlVocabulary::word;
}

pugi::xml_node XmlPart::word_child(const pugi::xml_node& parent, std::string_view local) const {
  for (const pugi::xml_node child : parent.children()) {
    if (is_word(child, local)) return child;
  }
  return {};
}

bool XmlPart::has_word_child(const pugi::xml_node& parent, std::string_view local) const {
  return !word_child(parent, local).empty();
}

std::size_t XmlPart::offset_of(const pugi::xml_node& node) {
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
  return node.type() == pugi::node_element && offset > 0 ? offset - 1 : offset;
}

std::string attribute_value(const pugi::xml_node& element, std::string_view local) {
  return decode_xml(find_attribute(element, local).value());
}

bool has_attribute(const pugi::xml_node& element, std::string_view local) {
  return !find_attribute(element, local).empty();
}

XmlCharacter xml_character_at(std::string_view source, std::size_t at) {
  const char c = source[at];
  if (c == '&') return reference_at(source, at);
  if (c == '\r') return {U'\n', source.substr(at).starts_with("\r\n") ? std::size_t{2} : std::size_t{1}};
  const CodePoint point = decode_at(source, at);
  return {is_allowed(point.value) ? point.value : 0, point.size};
}

std::string decode_xml(std::string_view source) {
  std::string text;
  text.reserve(source.size());
  for (std::size_t at = 0; at < source.size();) {
    const XmlCharacter character = xml_character_at(source, at);
    if (character.value != 0) append_utf8(text, character.value);
    at += character.size;
  }
  return text;
}

std::string encode_xml(std::string_view text) {
  std::string encoded;
  encoded.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.size;
    switch (point.value) {
      case U'&':
        encoded += "&amp;";
        break;
      case U'<':
        encoded += "&lt;";
        break;
      case U'>':
        encoded += "&gt;";
        break;
      case U'"':
        encoded += "&quot;";
        break;
      default:
        if (is_allowed(point.value)) append_utf8(encoded, point.value);
    }
  }
  return encoded;
}

std::size_t xml_tag_end(std::string_view source, std::size_t begin) {
  const std::string_view rest = source.substr(begin);
  const auto past = [&](std::string_view end) {
    const std::size_t at = source.find(end, begin);
    return at == std::string_view::npos ? source.size() : at + end.size();
  };
  if (rest.starts_with("<!--")) return past("-->");
  if (rest.starts_with("<![CDATA[")) return past("]]>");
  if (rest.starts_with("<?")) return past("?>");
  char quote = 0;
  for (std::size_t at = begin; at < source.size(); ++at) {
    const char c = source[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return source.size();
}

std::size_t xml_element_end(std::string_view source, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t at = begin; at < source.size();) {
    const std::size_t end = xml_tag_end(source, at);
    const std::string_view tag = source.substr(at, end - at);
    if (tag.starts_with("</")) {
      --depth;
    } else if (!tag.starts_with("<!") && !tag.starts_with("<?") && !tag.ends_with("/>")) {
      ++depth;
    }
    if (depth == 0 && !tag.starts_with("<!") && !tag.starts_with("<?")) return end;
    at = std::min(source.find('<', end), source.size());
  }
  return source.size();
}

}  // namespace claimcheck
