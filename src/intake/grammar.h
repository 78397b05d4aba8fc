#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// What part a word plays. Lists of small words (src/intake/data/grammar.txt), verbs (verbs.txt), endings, and the
/// words beside it decide; a guess, so whoever builds on it keeps the sentence as it stands where the parts do not fit.
enum class WordKind {
  noun,
  determiner,
  pronoun,
  possessive,
  preposition,
  to,
  subordinator,
  coordinator,
  relative,
  modal,
  be,
  have,
  do_verb,
  not_word,
  adverb,
  adjective,
  number,
  verb,
  punctuation,
};

enum class VerbForm { none, base, third, past, participle, ing };

/// A word of a sentence; parts joined by hyphens or slashes are one ("treatment-resistant").
struct Word {
  Span span;         ///< bytes of the text
  std::string norm;  ///< folded, hyphens kept
  WordKind kind = WordKind::noun;
  VerbForm form = VerbForm::none;  ///< of verbs, be, have and do
  bool finite = false;             ///< carries a clause: "reduces", "may", "is"; also "it's"
  bool plural = false;             ///< of nouns
  bool short_plural = false;       ///< written as a short form in the plural ("SSRIs")
  std::string base;                ///< of verbs
};

/// The words of one sentence or fragment, in order. Linear in its length.
std::vector<Word> read_words(std::string_view text);

/// True for words that may stand in a noun phrase before its head, and for its head.
bool is_nominal(const Word& word);

/// True if a noun phrase may begin with it.
bool opens_noun_phrase(const Word& word);

}  // namespace claimcheck
