#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "text/tokens.h"

namespace claimcheck {

/// A rate that is told as so many to a round number: "1.0 per 10,000 person-years", "one to two cases per million
/// doses", "1 in 2,000 patients". A rate per person-time is read as one per person.
struct RateMention {
  Span span;         ///< with the noun behind it
  double value = 0;  ///< 0..1; of a range the lower end
  std::optional<double> high;
  double unit = 1;  ///< the share that one in the written number stands for: 0.0001 in "per 10,000"
};

/// The rates in one sentence, in order, without overlaps. `tokens` is tokenize(`sentence`). Percentages and "3 of 40"
/// are left to find_numbers. Linear in its length; thread-safe.
std::vector<RateMention> find_rates(std::string_view sentence, std::span<const Token> tokens);

}  // namespace claimcheck
