#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/zip_package.h"

namespace claimcheck {

/// One relationship of a part (ECMA-376 part 2, section 9.3).
struct PartRelation {
  std::string id;
  std::string role;    ///< last step of its type: "officeDocument", "styles", "hyperlink"
  std::string target;  ///< a part's name without leading "/", or for an external one the address as given
  bool external = false;
};

/// The part that holds the relationships of `part`: "word/_rels/document.xml.rels".
std::string relations_part(std::string_view part);

/// The relationships of a part, or with an empty name those of the package; none when it has no list of them.
std::vector<PartRelation> list_relations(const ZipPackage& zip, std::string_view part);

}  // namespace claimcheck
