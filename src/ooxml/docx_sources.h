#pragma once

#include <map>
#include <string>

#include "ooxml/docx_package.h"

namespace claimcheck {

/// A source as Word's own list of sources describes it (ECMA-376 part 1, 22.6), as far as it says which one it is.
struct DocxSource {
  std::string title;
  std::string doi;
  std::string url;
  std::string standard_number;  ///< ISBN, ISSN, or what else the author put there
  std::string comments;
  bool operator==(const DocxSource&) const = default;
};

/// The sources that the document carries along (b:Sources in a customXml part), by the tag that CITATION fields name
/// them by; of two with one tag the first. Other customXml parts are not looked into. Throws Error(input) on a list
/// that XmlPart refuses. At most 64 parts are looked into, each once.
std::map<std::string, DocxSource> read_docx_sources(const DocxPackage& package);

}  // namespace claimcheck
