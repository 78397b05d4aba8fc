#pragma once

#include <string>

namespace pugi {
class xml_node;
}

namespace claimcheck::bench {

/// Adds every text below `node` to `text`.
void add_bare_text(const pugi::xml_node& node, std::string& text);

}  // namespace claimcheck::bench
