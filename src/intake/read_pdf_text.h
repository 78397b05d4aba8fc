#pragma once

#include <string_view>

#include "core/document.h"

namespace claimcheck {

/// Reads what `pdftotext -enc UTF-8` printed of the PDF file `pdf` called `name` (folders in front are left out).
/// Document::text is that, cleaned: running heads, page numbers and form feeds dropped, the lines of a paragraph
/// joined, words that were parted at a line's end made whole, ligatures spelt out; a paragraph a line, an empty line
/// where there was a gap. Its blocks are read as those of plain text are. Always says that the layout was lost. Throws
/// Error(input) when nothing was printed: the pages are pictures.
Document read_pdf_text(std::string_view printed, std::string_view pdf, std::string_view name);

}  // namespace claimcheck
