#pragma once

#include <cstddef>
#include <optional>

#include "core/span.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// The share of people that a claim names: "about 9 per cent", "1 in 2,000", "nine out of ten", "more than half of".
struct ClaimedRate {
  Span span;
  double low = 0;              ///< 0..1; what is claimed at least
  std::optional<double> high;  ///< and at most, where that is another number ("more than 70 %": 1)
};

/// The first rate that the claim names; nullopt without one, for 100 % ("always") and where the number is how much a
/// rate changes ("by 30 %").
std::optional<ClaimedRate> find_claimed_rate(const ClaimWords& words);

/// The token behind "fewer than" and the like, where a number follows that bounds an amount, and nothing is compared;
/// `at` itself elsewhere. `at` is that of "than".
bool bounds_number(const Sentence& sentence, std::size_t at);

}  // namespace claimcheck
