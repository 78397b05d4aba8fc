#include "ooxml/xml_edits.h"

#include <algorithm>

#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

// The "<" of the root element: the first tag that is neither declaration nor comment.
std::size_t root_begin(std::string_view source) {
  std::size_t at = source.find('<');
  while (at != std::string_view::npos && (source.substr(at).starts_with("<?") || source.substr(at).starts_with("<!"))) {
    at = source.find('<', xml_tag_end(source, at));
  }
  return std::min(at, source.size());
}

}  // namespace

std::string insert_all(std::string_view source, const XmlInsertions& insertions) {
  std::string edited;
  std::size_t at = 0;
  for (const auto& [offset, text] : insertions) {
    edited += source.substr(at, offset - at);
    edited += text;
    at = offset;
  }
  edited += source.substr(at);
  return edited;
}

std::string append_to_root(std::string_view source, std::string_view content) {
  const std::size_t begin = root_begin(source);
  const std::size_t tag_end = xml_tag_end(source, begin);
  std::string edited;
  if (source.substr(0, tag_end).ends_with("/>")) {
    edited += source.substr(0, tag_end - 2);
    edited += '>';
    edited += content;
    edited += "</";
    edited += tag_name(source, begin);
    edited += '>';
    edited += source.substr(tag_end);
    return edited;
  }
  const std::size_t end = source.rfind("</", xml_element_end(source, begin) - 2);
  edited += source.substr(0, end);
  edited += content;
  edited += source.substr(end);
  return edited;
}

std::string_view tag_name(std::string_view source, std::size_t begin) {
  const std::size_t end = source.find_first_of(" \t\r\n/>", begin + 1);
  return source.substr(begin + 1, end - begin - 1);
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon + 1);
}

}  // namespace claimcheck
