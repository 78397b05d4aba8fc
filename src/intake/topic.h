#pragma once

#include <string>
#include <string_view>

#include "concepts/vocabulary.h"
#include "core/document.h"

namespace claimcheck {

/// What an article is about, as its readers take it where no treatment is named.
struct Topic {
  std::string name;  ///< as the article calls it inside a sentence: "ketamine", "statins"; empty where it has none
  bool plural = false;
  std::string id;    ///< of its concept
  double share = 0;  ///< of all that the article says of treatments
};

/// The treatment or exposure that an article names by far the most; headings count for more. None where several are
/// named about as often, or where a text that is longer than a paragraph names it less than three times.
Topic find_topic(const Document& document, const Vocabulary& vocabulary);

/// True for what stands for treatments as such or for none ("medication", "placebo", "usual care", "screening"): it
/// tells no reader which is meant.
bool is_unspecific(const Concept& intervention, const Vocabulary& vocabulary);

/// `words` as they stand inside a sentence: a capital that only begins a sentence is made small. Names, short forms and
/// what the vocabulary writes with a capital keep theirs.
std::string inside_sentence(std::string_view words, const Vocabulary& vocabulary);

/// `words` with a capital in front.
std::string with_capital(std::string_view words);

}  // namespace claimcheck
