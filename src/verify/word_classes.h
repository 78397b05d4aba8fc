#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/enum_names.h"
#include "text/tokens.h"
#include "verify/phrase_table.h"

namespace claimcheck {

/// What a function word can be; the words of each class stand in src/verify/data/strength_words.txt under its name.
enum class WordClass {
  be,
  article,
  preposition,
  coordinator,
  relative,
  auxiliary,
  report,
  found,
  enabled,
  noun_or_verb,
  amount,
  shown,
  thereby,
  plain_verb,
  opener,
  role,
};

/// The tokens of a sentence with the classes of each. Views the tokens, which must outlive it.
class WordClasses {
 public:
  WordClasses(std::span<const Token> tokens, std::span<const PhraseMatch> matches);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& token(std::size_t index) const { return tokens_[index]; }
  /// The folded word at `index`; empty outside the sentence.
  [[nodiscard]] std::string_view word(std::size_t index) const;
  /// False outside the sentence.
  [[nodiscard]] bool is(std::size_t index, WordClass word_class) const;
  [[nodiscard]] bool is_punctuation(std::size_t index) const;
  /// The token before `index`, passing over adverbs and "not"; kNone when there is none.
  [[nodiscard]] std::size_t before(std::size_t index) const;

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

 private:
  std::span<const Token> tokens_;
  std::vector<std::uint32_t> classes_;  // one bit a class
};

template <>
struct EnumNames<WordClass> {
  static constexpr std::array<std::string_view, 16> values{
      "be",      "article",      "preposition", "coordinator", "relative", "auxiliary",  "report", "found",
      "enabled", "noun_or_verb", "amount",      "shown",       "thereby",  "plain_verb", "opener", "role"};
};

}  // namespace claimcheck
