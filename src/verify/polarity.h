#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "verify/linear_model.h"
#include "verify/sentence.h"

namespace claimcheck {

/// Words that say more or less of something (src/verify/data/polarity_words.txt).
struct PolarWord {
  std::size_t at = 0;  ///< token
  bool less = false;
};
std::vector<PolarWord> find_polar_words(const Sentence& sentence);

/// Whether tokens `range` of a sentence tell of something good for patients, or bad: "improved", "reduced mortality";
/// "worsened", "raised the risk". What is denied counts as told.
struct Benefit {
  bool good = false;
  bool bad = false;
  std::size_t first = 0;  ///< the token where the first of them stands
};
Benefit find_benefit(const Sentence& sentence, TokenRange range);

/// How the claim's words for more and less stand against those of a sentence, each feature with `tag` before it: how
/// many words for less only one of the two has, and whether what both name goes the same way in both.
void add_polarity_features(std::string_view tag, const Sentence& claim, const Sentence& sentence, Features& features);

}  // namespace claimcheck
