#include "intake/line_shape.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestHeading = 100;
constexpr std::size_t kMostHeadingWords = 15;
constexpr std::size_t kShortWord = 3;

/// Calls `use` with each word, parted by white space.
template <typename Use>
void for_each_word(std::string_view line, const Use& use) {
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    if (!word.empty()) use(word);
  }
}

/// "a.b/c", "x@y.z", "+1 531": no words.
bool is_address(std::string_view word) {
  if (word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos) return true;
  for (std::size_t dot = word.find('.'); dot != std::string_view::npos; dot = word.find('.', dot + 1)) {
    const bool between = dot > 1 && dot + 2 < word.size();
    if (between && is_letter(static_cast<unsigned char>(word[dot - 2])) &&
        is_letter(static_cast<unsigned char>(word[dot + 1])) && is_letter(static_cast<unsigned char>(word[dot + 2]))) {
      return true;
    }
  }
  return word.size() > 1 && word[0] == '+' && is_digit(static_cast<unsigned char>(word[1]));
}

char32_t first_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    if (is_letter(point.value)) return point.value;
    at += point.size;
  }
  return 0;
}

}  // namespace

std::size_t width_of(std::string_view line) {
  return count_code_points(line);
}

std::string_view trim_spaces(std::string_view line) {
  while (!line.empty()) {
    const CodePoint point = decode_at(line, 0);
    if (!is_space(point.value) && classify(point.value) != CharacterClass::invisible) break;
    line.remove_prefix(point.size);
  }
  while (!line.empty()) {
    const CodePoint point = decode_before(line, line.size());
    if (!is_space(point.value) && classify(point.value) != CharacterClass::invisible) break;
    line.remove_suffix(point.size);
  }
  return line;
}

bool has_columns(std::string_view line) {
  return line.find("   ") != std::string_view::npos || line.find('\t') != std::string_view::npos;
}

bool is_heading_line(std::string_view line) {
  line = trim_spaces(line);
  if (has_columns(line)) return false;
  if (line.empty() || line.size() > 4 * kLongestHeading || width_of(line) > kLongestHeading) return false;
  constexpr std::u32string_view kNoEnd = U".:;,!…-–—&";
  if (kNoEnd.find(decode_before(line, line.size()).value) != std::u32string_view::npos) return false;
  std::size_t words = 0;
  std::size_t letters = 0;
  bool address = false;
  for_each_word(line, [&](std::string_view word) {
    ++words;
    if (first_letter(word) != 0) ++letters;
    address = address || is_address(word);
  });
  return !address && letters > 0 && words <= kMostHeadingWords;
}

bool is_title_case(std::string_view line) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for_each_word(line, [&](std::string_view word) {
    const char32_t letter = first_letter(word);
    if (letter == 0) return;
    const bool capital = !is_lower_case(letter);
    if (!capital && width_of(word) <= kShortWord) return;
    ++words;
    if (capital) ++capitals;
  });
  return words > 0 && capitals * 10 >= words * 7;
}

bool begins_lower_case(std::string_view line) {
  const char32_t letter = first_letter(line.substr(0, line.find_first_of(" \t")));
  return letter != 0 && is_lower_case(letter);
}

}  // namespace claimcheck
