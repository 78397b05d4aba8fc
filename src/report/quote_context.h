#pragma once

#include <string>
#include <string_view>

#include "core/citation.h"
#include "core/finding.h"
#include "core/span.h"

namespace claimcheck {

/// The code-point span that a reader of the report counts for the byte span `bytes` of `text`. Ill-formed UTF-8 counts
/// as it is shown: one U+FFFD for each bad sequence.
Span shown_span(std::string_view text, Span bytes);

/// Where a quote stands, as the W3C Web Annotation model describes a place in a text (TextPositionSelector and
/// TextQuoteSelector): valid UTF-8, offsets in code points of the section.
struct QuoteContext {
  std::string label;   ///< of the section, as written; may be empty
  Span span;           ///< code points of the text
  std::string prefix;  ///< up to kContextPoints code points right before the quote
  std::string suffix;  ///< as many right after it
};

inline constexpr std::size_t kContextPoints = 32;

/// What surrounds the bytes `span` of any text, without a label.
QuoteContext text_context(std::string_view text, Span bytes);

/// Empty when `citation` is null or has no such section.
QuoteContext quote_context(const Citation* citation, const Quote& quote);

/// What of a quote's surroundings is shown to readers: whole words, "…" where the abstract goes on.
std::string words_before(const QuoteContext& context);
std::string words_after(const QuoteContext& context);

}  // namespace claimcheck
