#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/span.h"

namespace claimcheck {

/// True if every byte of `text` is ASCII.
bool is_ascii(std::string_view text);

/// True if `text` is well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates.
bool is_valid_utf8(std::string_view text);

/// `text` with each ill-formed byte sequence replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

/// Number of code points in `text`, which must be valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// The code-point span that covers the same characters as the byte span `bytes` of `text`.
Span to_code_points(std::string_view text, Span bytes);

/// The byte span that covers the same characters as the code-point span `points` of `text`; what lies past the end is
/// cut to the end.
Span to_bytes(std::string_view text, Span points);

/// Lower-cased, NFKC-normalised form for comparing words: case folding of utf8proc (NFKC_Casefold), so that
/// "İ", ligatures and full-width letters compare as readers expect. Offsets are not kept.
std::string fold_case(std::string_view text);

/// `folded` without accents and other marks on letters: "barré" as "barre". Text that is ASCII is returned as it is.
std::string strip_accents(std::string_view folded);

}  // namespace claimcheck
