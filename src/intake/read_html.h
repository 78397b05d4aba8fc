#pragma once

#include "core/document.h"

namespace claimcheck {

/// Fills in the blocks and problems of a document whose text is HTML. The article is what stands in main, or else in
/// the longest article element; what is around it, navigation, footers, forms and what their classes call cookie
/// notices, sharing, newsletters and the like are boilerplate (layout_words.h). Left out: scripts, styles, struck-out
/// and hidden text, pictures, code. Throws Error(input) on elements nested without end (element_flow.h).
void read_html(Document& document);

}  // namespace claimcheck
