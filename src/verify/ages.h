#pragma once

#include <span>
#include <vector>

#include "concepts/vocabulary.h"
#include "text/tokens.h"
#include "verify/sentence.h"

namespace claimcheck {

/// Ages that a text gives in numbers, with the tokens that tell them ("adults over 65", "aged 18 to 40 years").
struct AgeMention {
  AgeRange ages;  ///< both ends alike for a mean or a median; up to kOldest where only the lower end is given
  TokenRange tokens;
};

inline constexpr double kOldest = 95;

/// The ages in `tokens`, by position: numbers behind "aged", "mean age", before "years old" or "years of age", or
/// behind people and "over", "under" ("adults over 65"). Months, weeks and days are turned into years. Linear in the
/// number of tokens.
std::vector<AgeMention> find_ages(std::span<const Token> tokens);

}  // namespace claimcheck
