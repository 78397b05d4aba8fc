#include "intake/plain_lines.h"

#include <algorithm>

#include "intake/inline_text.h"
#include "intake/line_shape.h"
#include "text/characters.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestWrapped = 120;
constexpr std::size_t kShortestWrapped = 40;
constexpr std::size_t kLongLine = 50;
constexpr std::size_t kOverhang = 25;
constexpr std::size_t kTab = 4;

bool has_words(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = decode_at(line, at);
    const CharacterClass sort = classify(point.value);
    if (is_letter(sort) || sort == CharacterClass::digit || sort == CharacterClass::numeral) return true;
    at += point.size;
  }
  return false;
}

/// A line of signs such as "-----": what stands above it is its heading, or it parts two texts.
bool is_rule(std::string_view line) {
  return line.size() >= 3 && std::all_of(line.begin(), line.end(), [&](char c) { return c == line.front(); });
}

std::size_t indent_of(std::string_view blank) {
  std::size_t columns = 0;
  for (const char c : blank) {
    if (c == '\t') columns += kTab;
    if (c == ' ') ++columns;
  }
  return columns;
}

std::size_t first_word_width(std::string_view line) {
  return width_of(line.substr(0, line.find_first_of(" \t")));
}

std::size_t width_with_next(std::string_view text, const TextLine& line, const TextLine& next) {
  return line.indent + line.width + 1 + first_word_width(slice(text, next.source));
}

/// No end of a sentence, and nothing announced.
bool is_open(std::string_view words) {
  return !ends_sentence(words) && words.back() != ':' && words.back() != ';';
}

/// The narrowest that a line and the next word were where the text was surely broken: within a sentence.
std::size_t narrowest_break(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const TextLine& next = lines[i + 1];
    const bool sure = !next.gap_before && next.mark == 0 && is_open(slice(text, lines[i].source)) &&
                      begins_lower_case(slice(text, next.source));
    if (sure) widths.push_back(width_with_next(text, lines[i], next));
  }
  if (widths.empty()) return 0;
  const auto twentieth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 20);
  std::nth_element(widths.begin(), twentieth, widths.end());
  return *twentieth;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
  std::vector<TextLine> lines;
  bool gap = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n\f\v", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view words = trim_spaces(line);
    if (!has_words(words)) {
      if (!gap && is_rule(words)) lines.back().underlined = true;
      gap = true;
    } else {
      const auto begin = at + static_cast<std::size_t>(words.data() - line.data());
      lines.push_back({{begin, begin + words.size()},
                       indent_of(text.substr(at, begin - at)),
                       width_of(words),
                       gap,
                       false,
                       list_mark_size(words)});
      gap = false;
    }
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

std::size_t find_wrapping(std::string_view text, const std::vector<TextLine>& lines) {
  const std::size_t width = narrowest_break(text, lines);
  if (width < kShortestWrapped || width > kLongestWrapped) return 0;
  std::size_t wide = 0;
  std::size_t pairs = 0;
  std::size_t full = 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].width > width + kOverhang) ++wide;
    if (i + 1 == lines.size() || lines[i + 1].gap_before || lines[i + 1].mark > 0) continue;
    ++pairs;
    if (width_with_next(text, lines[i], lines[i + 1]) < width) continue;
    ++full;
    if (!ends_sentence(slice(text, lines[i].source))) ++cut;
  }
  return wide * 20 <= lines.size() && full * 2 >= pairs && cut * 2 >= full ? width : 0;
}

bool goes_on(std::string_view text, const TextLine& line, const TextLine& next, std::size_t wrapping) {
  if (next.gap_before || next.mark > 0 || line.underlined) return false;
  if (has_columns(slice(text, line.source)) || has_columns(slice(text, next.source))) return false;
  if (wrapping > 0 && width_with_next(text, line, next) >= wrapping) return true;
  return is_open(slice(text, line.source)) && line.width >= kLongLine && begins_lower_case(slice(text, next.source));
}

}  // namespace claimcheck
