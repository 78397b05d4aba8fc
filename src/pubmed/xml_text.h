#pragma once

#include <string>

namespace pugi {
class xml_node;
}

namespace claimcheck {

/// The whole text of an element, mixed content and MathML walked to the end, as valid UTF-8: white space collapsed to
/// single spaces and trimmed, super- and subscripts kept (write_script), words never joined across tags that PubMed's
/// text has a gap between. Empty for a node that is not there. Expects a tree parsed with kept white space.
///
/// MathML: white space between its elements means nothing; msup, msub, msubsup and mmultiscripts become scripts, mfrac
/// `a/b`, msqrt `√a`; the rest is read in order. Below 100 levels of nesting only the plain text is read.
std::string text_of(const pugi::xml_node& element);

/// The value of an attribute, collapsed and repaired as text_of does; empty when it is not there.
std::string attribute_of(const pugi::xml_node& element, const char* attribute);

}  // namespace claimcheck
