#pragma once

#include "core/citation.h"

namespace pugi {
class xml_node;
}

namespace claimcheck::bench {

/// The fields of a Citation as a plain pugixml program takes them: the text as it stands, without regard to white
/// space, scripts, encoding, wrong dates or roles. `record` is a PubmedArticle.
Citation read_bare_fields(const pugi::xml_node& record);

}  // namespace claimcheck::bench
