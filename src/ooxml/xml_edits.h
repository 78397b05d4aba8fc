#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace claimcheck {

/// Text to put into a source, by the offset that it stands before.
using XmlInsertions = std::map<std::size_t, std::string>;

/// `source` with the insertions; every other byte stays.
std::string insert_all(std::string_view source, const XmlInsertions& insertions);

/// `source`, a well-formed document, with `content` at the end of its root element.
std::string append_to_root(std::string_view source, std::string_view content);

/// The name in the tag that begins at `begin`, with its prefix: "w:r".
std::string_view tag_name(std::string_view source, std::size_t begin);

/// The prefix of a name with its colon, "w:"; empty when it has none.
std::string_view prefix_of(std::string_view name);

}  // namespace claimcheck
