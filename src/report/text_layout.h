#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/writers.h"

namespace claimcheck {

/// How words stand out at a terminal. The words alone carry the meaning.
enum class Ink { plain, bold, faint, supported, contested, unsupported, unchecked };

/// The ink of a claim's mark.
Ink ink_of(std::string_view mark_style);

/// A few words in one ink.
struct Piece {
  std::string text;
  Ink ink = Ink::plain;
  bool whole = false;  ///< never split between lines unless it is longer than one
};

/// Columns left free at the start of the first line and of the following ones.
struct Indent {
  std::size_t first = 0;
  std::size_t rest = 0;
};

/// The pieces, two columns apart, as lines of at most `style.width` columns, each with a newline. Words that are longer
/// than a line are cut between characters, never inside one. No pieces with words: an empty string.
std::string lay_out(const std::vector<Piece>& pieces, Indent indent, const TextStyle& style);

/// `text` as one line that is safe to print at a terminal: white space becomes one space each, control characters
/// (escape sequences begin with one), marks that reorder text, and ill-formed UTF-8 become U+FFFD.
std::string to_line(std::string_view text);

/// The line cut at a word so that it fits in `columns`, with "…" where something was left out.
std::string shorten(const std::string& line, std::size_t columns);

/// Columns that a terminal gives to the text: 2 for wide characters of East Asian scripts and emoji, 0 for combining
/// and invisible ones (after UAX #11).
std::size_t count_columns(std::string_view text);

/// `text` in typographic quotation marks.
std::string in_quotes(std::string_view text);

}  // namespace claimcheck
