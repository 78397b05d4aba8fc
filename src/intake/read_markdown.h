#pragma once

#include "core/document.h"

namespace claimcheck {

/// Fills in the blocks and problems of a document whose text is Markdown: CommonMark with tables, strike-through,
/// footnotes, `> [!NOTE]` boxes and raw HTML (read as read_html reads it). Left out: front matter (its title is
/// a heading where the text begins without one), fenced code, images, struck-out and hidden text. A text indented by
/// four spaces is text: articles hold no code.
/// A footnote's reference is a ReferenceMark with the address "#^label", its text a reference block with the anchor
/// "^label". Throws Error(input) on nesting or tables without end.
void read_markdown(Document& document);

}  // namespace claimcheck
