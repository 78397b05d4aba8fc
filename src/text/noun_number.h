#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// The other number of an English noun, in small letters: "statin" gives "statins", "biopsies" "biopsy", "children"
/// "child". By rules of spelling, and a list for nouns that no rule makes (src/text/data/noun_numbers.txt). Where the
/// letters leave it open, every reading ("doses": "dose", "dosis"), because a word that nobody wrote costs a search
/// nothing. Never a derivation: neither "ionised" nor "ionic" of "ion". Empty for words of fewer than three letters,
/// for those with other characters than ASCII letters at their end, and for nouns of one number ("diabetes").
std::vector<std::string> other_numbers(std::string_view word);

/// The other number of a phrase: that of its head, which is its last word or the one before its first preposition
/// ("loss of appetite": "losses of appetite"). Capitals that abbreviate are kept ("NSAID": "NSAIDs"); no plural is made
/// of nouns that name a doing or a state ("vomiting", "weakness", "cystitis").
std::vector<std::string> other_numbers_of_phrase(std::string_view phrase);

}  // namespace claimcheck
