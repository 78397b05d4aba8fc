#pragma once

#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// The sentences of biomedical prose, in order, without surrounding white space. Every non-space byte of `text` lies
/// in exactly one span. Keeps together: decimals and ordinals (0.5, 19·45), "vs.", "et al.", "e.g.", "i.v.", "p.o.",
/// "Dr.", initials, "No. 5", list numbers, ellipses, closing quotes and brackets, asides in brackets, and reference
/// marks glued to the stop ("ended.3,4"). Parts sentences that were run together ("both arms.None died") and, at blank
/// lines, paragraphs; a single line break is white space. What goes on
/// for over 4,000 bytes is parted at the next white space, or at 8,000 bytes where none comes: no sentence is so long,
/// and readers may take time that grows faster than a sentence does. An empty text has no sentences. Linear in the
/// length.
std::vector<Span> split_sentences(std::string_view text);

}  // namespace claimcheck
