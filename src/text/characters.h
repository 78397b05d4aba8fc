#pragma once

#include <cstddef>
#include <string_view>

namespace claimcheck {

/// One code point of a text and how many bytes it takes there.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// What stands in for an ill-formed byte sequence.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// decode_at for a text that does not begin with an ASCII byte at `at`.
CodePoint decode_multibyte(std::string_view text, std::size_t at);

/// The code point that starts at byte `at` of `text` (`at` < size). An ill-formed sequence reads as U+FFFD and takes
/// the bytes of its maximal subpart (Unicode 15, section 3.9), at least one.
inline CodePoint decode_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? CodePoint{lead, 1} : decode_multibyte(text, at);
}

/// The code point that ends just before byte `end` of `text` (0 < `end` <= size), read as by decode_at.
CodePoint decode_before(std::string_view text, std::size_t end);

/// What a character is good for in running text.
enum class CharacterClass {
  space,      ///< white space: the ASCII controls, no-break, thin and ideographic spaces, line and paragraph separators
  upper,      ///< capital letters, title case
  lower,      ///< small letters
  letter,     ///< letters without case, marks, letter-like numerals
  digit,      ///< '0' to '9'
  numeral,    ///< other numerals: superscripts and subscripts, fractions, circled numbers, digits of other scripts
  invisible,  ///< soft hyphen, zero-width joiners and spaces, byte-order mark
  mark,       ///< all else
};

/// The class of a character beyond ASCII.
CharacterClass classify_multibyte(char32_t c);

/// The class of any character.
inline CharacterClass classify(char32_t c) {
  if (c >= U'a' && c <= U'z') return CharacterClass::lower;
  if (c == U' ' || (c >= U'\t' && c <= U'\r')) return CharacterClass::space;
  if (c >= U'A' && c <= U'Z') return CharacterClass::upper;
  if (c >= U'0' && c <= U'9') return CharacterClass::digit;
  return c < 0x80 ? CharacterClass::mark : classify_multibyte(c);
}

constexpr bool is_letter(CharacterClass c) {
  return c == CharacterClass::upper || c == CharacterClass::lower || c == CharacterClass::letter;
}

inline bool is_space(char32_t c) {
  return classify(c) == CharacterClass::space;
}
inline bool is_letter(char32_t c) {
  return is_letter(classify(c));
}
inline bool is_upper_case(char32_t c) {
  return classify(c) == CharacterClass::upper;
}
inline bool is_lower_case(char32_t c) {
  return classify(c) == CharacterClass::lower;
}

/// A numeral that is no decimal digit of ASCII.
inline bool is_other_numeral(char32_t c) {
  return classify(c) == CharacterClass::numeral;
}

/// '0' to '9'.
constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// A hyphen or minus of any make, but no dash: "-", hyphen, no-break hyphen, figure dash, minus sign.
constexpr bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'\u2012' || c == U'\u2212';
}

/// A straight or curly apostrophe.
constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019';
}

/// The middle dot that some journals print as decimal point.
inline constexpr char32_t kMiddleDot = U'\u00B7';

}  // namespace claimcheck
