#include "text/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <utf8proc.h>

namespace claimcheck {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

/// A row of Unicode 15, table 3-7: for a lead byte, how many bytes follow and what the first of them may be.
struct LeadRule {
  std::uint8_t first;
  std::uint8_t last;
  std::uint8_t trailing;
  std::uint8_t low;
  std::uint8_t high;
};

constexpr std::array<LeadRule, 8> kLeadRules{{{0xC2, 0xDF, 1, 0x80, 0xBF},
                                              {0xE0, 0xE0, 2, 0xA0, 0xBF},
                                              {0xE1, 0xEC, 2, 0x80, 0xBF},
                                              {0xED, 0xED, 2, 0x80, 0x9F},
                                              {0xEE, 0xEF, 2, 0x80, 0xBF},
                                              {0xF0, 0xF0, 3, 0x90, 0xBF},
                                              {0xF1, 0xF3, 3, 0x80, 0xBF},
                                              {0xF4, 0xF4, 3, 0x80, 0x8F}}};

}  // namespace

CodePoint decode_multibyte(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  const auto* rule = std::find_if(kLeadRules.begin(), kLeadRules.end(),
                                  [lead](const LeadRule& r) { return lead >= r.first && lead <= r.last; });
  if (rule == kLeadRules.end()) return {kReplacementCharacter, 1};
  char32_t value = lead & (0x3FU >> rule->trailing);
  for (std::size_t i = 1; i <= rule->trailing; ++i) {
    if (at + i >= text.size()) return {kReplacementCharacter, i};
    const std::uint8_t next = byte_at(text, at + i);
    const std::uint8_t low = i == 1 ? rule->low : 0x80;
    const std::uint8_t high = i == 1 ? rule->high : 0xBF;
    if (next < low || next > high) return {kReplacementCharacter, i};
    value = (value << 6U) | (next & 0x3FU);
  }
  return {value, static_cast<std::size_t>(rule->trailing) + 1};
}

CodePoint decode_before(std::string_view text, std::size_t end) {
  const auto is_continuation = [text](std::size_t at) { return (byte_at(text, at) & 0xC0U) == 0x80U; };
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && is_continuation(at)) --at;
  const CodePoint point = decode_at(text.substr(0, end), at);
  return at + point.size == end ? point : CodePoint{kReplacementCharacter, 1};
}

CharacterClass classify_multibyte(char32_t c) {
  if (c == U'\u0085') return CharacterClass::space;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharacterClass::space;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharacterClass::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharacterClass::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_NL:
      return CharacterClass::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO:
      return CharacterClass::numeral;
    case UTF8PROC_CATEGORY_CF:
      return CharacterClass::invisible;
    default:
      return CharacterClass::mark;
  }
}

}  // namespace claimcheck
