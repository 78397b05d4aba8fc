#include "verify/word_classes.h"

namespace claimcheck {

namespace {

std::uint32_t bit(WordClass word_class) {
  return std::uint32_t{1} << static_cast<unsigned>(word_class);
}

}  // namespace

WordClasses::WordClasses(std::span<const Token> tokens, std::span<const PhraseMatch> matches)
    : tokens_(tokens), classes_(tokens.size()) {
  for (const PhraseMatch& match : matches) {
    if (match.last != match.first + 1) continue;
    if (const auto word_class = parse_enum<WordClass>(match.category)) classes_[match.first] |= bit(*word_class);
  }
}

std::string_view WordClasses::word(std::size_t index) const {
  return index < tokens_.size() ? std::string_view(tokens_[index].norm) : std::string_view{};
}

bool WordClasses::is(std::size_t index, WordClass word_class) const {
  return index < classes_.size() && (classes_[index] & bit(word_class)) != 0;
}

bool WordClasses::is_punctuation(std::size_t index) const {
  return index < tokens_.size() && tokens_[index].kind == TokenKind::punctuation;
}

std::size_t WordClasses::before(std::size_t index) const {
  while (index > 0) {
    --index;
    const std::string_view word = tokens_[index].norm;
    const bool adverb = word.ends_with("ly") && word != "likely";
    if (!adverb && word != "not" && word != "also" && word != "further" && word != "still" && word != "often")
      return index;
  }
  return kNone;
}

}  // namespace claimcheck
