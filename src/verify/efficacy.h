#pragma once

#include <optional>

#include "verify/sentence.h"

namespace claimcheck {

/// True if the sentence names an outcome that the vocabulary itself (not MeSH) knows, before token `last`.
bool names_outcome(const Sentence& sentence, std::size_t last);

/// Where the sentence says that a treatment works, or not, without naming an outcome but as that of its patients: an
/// empty range before the words. nullopt where it says no such thing.
std::optional<TokenRange> find_words_of_efficacy(const Sentence& sentence);

}  // namespace claimcheck
