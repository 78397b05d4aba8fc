#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "ooxml/docx_text.h"
#include "ooxml/xml_edits.h"

namespace claimcheck {

/// What a comment stands at: words of a paragraph, at least one byte, no half characters.
struct DocxAnchor {
  std::size_t paragraph = 0;  ///< index in DocxText::paragraphs
  Span words;                 ///< bytes of its text
  std::size_t comment = 0;    ///< id of the comment
};

/// What has to be put into `source`, the main part that `text` was read from, for comments to stand at the anchors: the
/// marks of their ranges and references, always between runs. A run is split, with its properties, where words begin or
/// end within it; a range that would begin or end in a DocxUnit is widened to all of it, and one outside the body goes
/// to what holds the text box or the note's mark. Ranges may overlap, nest and be equal.
XmlInsertions place_anchors(std::string_view source, const DocxText& text, const std::vector<DocxAnchor>& anchors);

}  // namespace claimcheck
