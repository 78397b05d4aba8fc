#pragma once

#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// The sentences of biomedical prose, in order, without surrounding white space. Every non-space byte of `text` lies
/// in exactly one span. Keeps together: decimals and ordinals (0.5, 19·45), "vs.", "et al.", "e.g.", "i.v.", "p.o.",
/// "Dr.", initials, "P = .02", "n = 12", ellipses, closing quotes and brackets. An empty text has no sentences.
std::vector<Span> split_sentences(std::string_view text);

}  // namespace claimcheck
