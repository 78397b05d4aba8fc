#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "verify/marked_passage.h"

namespace claimcheck {

/// Two results that stand for the two arms: "12 in I and 20 in C", "I against C (12 vs 20)".
struct NumberPair {
  std::size_t token = 0;  ///< where the first stands
  double first = 0;       ///< of the intervention, when `arms` tells
  double second = 0;
  bool change = false;    ///< how much something changed by, not what it came to: "fell by 3 and 5"
  std::string_view arms;  ///< how their arms are known: "beside", "ahead", "behind", "rows" or "none"
};

/// The pairs of a passage, in order; results that are a spread, a size, a test statistic or a time point are left out.
std::vector<NumberPair> find_number_pairs(const MarkedPassage& text);

}  // namespace claimcheck
