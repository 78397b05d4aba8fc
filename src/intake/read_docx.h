#pragma once

#include <string_view>

#include "core/document.h"

namespace claimcheck {

/// Reads a Word document (.docx, .docm, .dotx, .dotm; transitional or strict) as if its tracked changes were accepted.
/// Document::text has one block a line, so that Block::number is the line's number, and every byte of a block's text
/// stands there. Block::number is also the index, from 1, of the paragraph in ooxml/docx_text.h, which the writer of
/// comments relies on.
///
/// Headings are known by outline level, built-in style, or as short paragraphs in bold throughout; what stands below a
/// heading such as "References", or in a field or style of a reference manager, is `reference`; tables of contents are
/// `boilerplate`; text boxes and tables of one cell are `callout`. Footnotes and endnotes come last, and have the
/// anchor to which their mark leads ("#footnote-2"). Headers, footers and comments are not read.
///
/// `name` stands for the file; folders in it are left out of Document::name. Throws Error(input), one sentence that
/// says what the file is instead, or what is wrong with it.
Document read_docx(std::string_view bytes, std::string_view name);

}  // namespace claimcheck
