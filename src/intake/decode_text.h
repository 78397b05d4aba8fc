#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// A text in UTF-8, without a byte order mark.
struct DecodedText {
  std::string text;
  std::vector<std::string> problems;  ///< where its encoding had to be guessed, or was said wrongly
};

/// The text that `bytes` are in the encoding of their byte order mark; else, with `is_html`, in the one that a meta
/// element or the XML declaration says; else UTF-8; else, where hardly anything in them is UTF-8, Windows-1252. UTF-16
/// is known without its mark too. Throws Error(input) naming the file, the byte and the way out when they are none of
/// that: broken UTF-8, a NUL, an encoding that is not known.
DecodedText decode_text(std::string_view bytes, std::string_view name, bool is_html);

}  // namespace claimcheck
