#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

enum class TokenKind { word, number, punctuation };

/// A word, number or single punctuation mark. `norm` is the folded form (fold_case), `stem` its English stem
/// (Snowball porter2; equals `norm` for numbers and punctuation). Hyphenated words are split at the hyphen, the hyphen
/// is a punctuation token; an apostrophe stays inside its word ("don't").
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  std::string norm;
  std::string stem;
};

/// The tokens of `text`, in order; white space separates and is left out. Linear in the length of the text.
std::vector<Token> tokenize(std::string_view text);

/// The English stem of one folded word.
std::string stem_word(std::string_view folded);

/// True for words that carry no topic ("the", "of", "was", "with").
bool is_stop_word(std::string_view folded);

}  // namespace claimcheck
