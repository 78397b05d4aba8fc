#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// A line that has letters or digits.
struct TextLine {
  Span source;              ///< without white space at both ends
  std::size_t indent = 0;   ///< columns of white space in front
  std::size_t width = 0;    ///< code points of `source`
  bool gap_before = false;  ///< an empty line or a rule stands before it, or nothing
  bool underlined = false;  ///< a rule stands right below it
  std::size_t mark = 0;     ///< bytes of the list mark in front
};

/// The lines of `text` that have letters or digits.
std::vector<TextLine> split_lines(std::string_view text);

/// What a line and the first word of the next are wide together, at least, where the text was broken for want of room;
/// 0 when a line is a paragraph. Text is taken as broken when hardly a line is much longer, most that have another
/// right below are as long, and most of these do not end like a sentence.
std::size_t find_wrapping(std::string_view text, const std::vector<TextLine>& lines);

/// True when `next` goes on with what `line` says, `wrapping` being what find_wrapping found.
bool goes_on(std::string_view text, const TextLine& line, const TextLine& next, std::size_t wrapping);

}  // namespace claimcheck
