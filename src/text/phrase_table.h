#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "text/word_map.h"
#include "text/word_set.h"

namespace claimcheck {

/// A phrase found in a token sequence: tokens [first, last).
struct PhraseMatch {
  std::string_view category;
  std::string_view value;  ///< what the data file says of the phrase; may be empty
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Phrases with a category each, read from a data file: `[category]` opens a block, then one phrase a line, optionally
/// `phrase = value`; `#` starts a comment. A word matches by its folded form, or by its stem when written with a
/// trailing `~`; a hyphen between words of the text is passed over. Immutable; safe to share between threads.
class PhraseTable {
 public:
  /// Throws Error(internal) naming `name` and the line when a phrase stands before the first category.
  static PhraseTable parse(std::string_view data, std::string_view name);

  /// Every phrase in `tokens`, by position; at each position and category the longest.
  [[nodiscard]] std::vector<PhraseMatch> find(std::span<const Token> tokens) const;

  /// True if a phrase of `category` is in `tokens`.
  [[nodiscard]] bool contains(std::span<const Token> tokens, std::string_view category) const;

 private:
  struct Word {
    std::string text;
    bool by_stem = false;
  };
  struct Phrase {
    std::vector<Word> words;
    std::string category;
    std::string value;
  };
  /// The phrases that a word opens, by their index.
  struct Openings {
    std::vector<std::size_t> by_norm;
    std::vector<std::size_t> by_stem;
  };
  static std::size_t match_end(const Phrase& phrase, std::span<const Token> tokens, std::size_t at);
  template <typename Visit>
  void visit_at(const Token& token, const Visit& visit) const;
  void find_at(std::span<const Token> tokens, std::size_t at, std::vector<PhraseMatch>& found) const;

  std::vector<Phrase> phrases_;
  WordMap<Openings> openings_;
  std::map<std::string, WordFilter, std::less<>> openings_of_;  ///< the first words of the phrases of each category
};

}  // namespace claimcheck
