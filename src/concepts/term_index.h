#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "text/word_map.h"

namespace claimcheck {

/// A place where a term stands: tokens [first, last).
struct TermMatch {
  std::size_t owner = 0;  ///< as given to TermIndex::add
  std::size_t first = 0;
  std::size_t last = 0;
  bool open = false;  ///< of a term written with a leading `+`
};

/// Finds many terms at once in a token sequence.
///
/// The words of a term match by stem, all in order, with nothing between but space, hyphens or other marks that join
/// words
/// ("treatment-resistant" is "treatment resistant"; "i.v."; "PM2.5"); a joined prefix may stand apart ("nonmedical" is
/// also "non-medical"). A term written with a leading `=` matches the words as they are, in any case ("=dependence" is
/// not "depends"). A single word of two to four capital letters and digits ("PTSD", "IV") matches those capitals only,
/// with or without a plural s. A leading `+` marks the matches as open: other terms may be named inside them
/// ("+ketamine bladder" also names the drug).
class TermIndex {
 public:
  /// Adds a term of `owner`. Owners in the same `group` may not share a term: returns the owner that has it already,
  /// and adds nothing; nullopt when it was added or `owner` had it before. A term without words is never found.
  std::optional<std::size_t> add(std::string_view term, std::size_t owner, std::size_t group);

  /// Every match in `tokens`, the tokens of `text`, overlapping ones included, in order of their first token.
  [[nodiscard]] std::vector<TermMatch> find(std::string_view text, std::span<const Token> tokens) const;

 private:
  using WordId = std::uint32_t;
  using WordIds = WordMap<WordId>;
  struct Term {
    std::vector<WordId> words;
    std::string capitals;  ///< non-empty: the one word must be written so
    std::size_t owner = 0;
    std::size_t group = 0;
    bool open = false;
  };
  /// What the index knows of a token: the ids of its stem and of its form, or kUnknown.
  struct KnownWord {
    WordId stem;
    WordId form;
    std::size_t token;
    bool follows;  ///< nothing between it and the word before, or marks that join them
  };
  static constexpr WordId kUnknown = 0;

  [[nodiscard]] bool is_empty() const { return by_first_word_.size() == 1; }
  WordId intern(WordIds& ids, const std::string& word);
  std::optional<std::size_t> insert(Term term);
  [[nodiscard]] std::vector<KnownWord> known_words(std::span<const Token> tokens) const;
  void find_at(std::span<const KnownWord> words, std::string_view text, std::span<const Token> tokens,
               std::vector<TermMatch>& matches) const;

  WordIds stems_;
  WordIds forms_;
  std::vector<std::vector<Term>> by_first_word_{1};  ///< by WordId
};

}  // namespace claimcheck
