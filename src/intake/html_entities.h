#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// A character reference of HTML: the characters that it stands for, and how many bytes it takes.
struct CharacterReference {
  std::string text;
  std::size_t size = 0;
};

/// The character reference that begins with the '&' at byte `at` of `text`, read as browsers do: names of the HTML
/// standard, some without a semicolon; decimal and hexadecimal numbers, those of Windows-1252 controls as that code
/// page has them, impossible ones as U+FFFD. nullopt when there is none. In the value of an attribute a name without a
/// semicolon before a letter, a digit or '=' is none.
std::optional<CharacterReference> decode_reference(std::string_view text, std::size_t at, bool in_attribute = false);

/// `text` with every character reference decoded.
std::string decode_references(std::string_view text, bool in_attribute = false);

/// The character that `byte` is in Windows-1252, nullopt for the five that are none.
std::optional<char32_t> windows_1252_character(unsigned char byte);

}  // namespace claimcheck
