#pragma once

#include <cstddef>
#include <string_view>

#include "core/document.h"

namespace claimcheck {

/// The largest file that is read as an article.
inline constexpr std::size_t kMaxDocumentSize = std::size_t{32} << 20;

/// Reads an article from the bytes of a file called `name` (folders in front are left out of Document::name): text,
/// Markdown or HTML. Document::text is the decoded file without its byte order mark. What holds for every reader:
/// - Each piece of a block's text stands in the document byte for byte; no block is without text; everything is UTF-8.
/// - Entries of a reference list are `reference` blocks, those of numbered lists with their number in front ("3. ").
/// - Comments `<!-- claimcheck off reason="…" -->` and `<!-- claimcheck on -->` stand between blocks: one within a
///   paragraph parts it. What comes between the two, or up to the end, is `suppressed`.
/// Throws Error(input), one line that names the file and the way out, on what detect_format and decode_text refuse, on
/// a file too large, nested too deep or without any text; on claims files, and on PDF, whose text read_pdf_text reads.
Document read_document(std::string_view bytes, std::string_view name);

}  // namespace claimcheck
