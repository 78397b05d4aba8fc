#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

enum class TokenKind { word, number, punctuation };

/// A word, number or single punctuation mark. `norm` is the folded form (fold_case), for comparing: every apostrophe is
/// "'" and every hyphen or minus "-" (dashes stay), a number has "." as decimal point and no thousands separators.
/// `stem` is the English stem (Snowball porter2; equals `norm` for numbers and punctuation). Hyphenated words are split
/// at the hyphen, the hyphen is a punctuation token; an apostrophe stays inside its word ("don't"). A number has no
/// sign; letters behind it start a new token ("10mg"), digits behind letters do not ("CD4").
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  std::string norm;
  std::string stem;
};

/// The tokens of `text`, in order; white space and invisible characters are left out. Spans lie on character
/// boundaries and do not overlap. Ill-formed UTF-8 is read as marks. Linear in the length of the text; thread-safe.
std::vector<Token> tokenize(std::string_view text);

/// The English stem of one folded word; a word of more than 64 bytes is its own stem.
std::string stem_word(std::string_view folded);

/// True for function words, which carry no topic ("the", "of", "was", "with", "not").
bool is_stop_word(std::string_view folded);

}  // namespace claimcheck
