#pragma once

#include <vector>

#include "verify/sentence.h"

namespace claimcheck {

/// "A was superior to B", "B was inferior to A": words that say which of the two did better. What stands before tokens
/// `words` is the first of them, what stands behind the second.
struct Contest {
  TokenRange words;
  bool first_wins = false;
};

/// Every contest that the sentence tells and does not deny ("not superior to", "non-inferior to").
std::vector<Contest> find_contests(const Sentence& sentence);

}  // namespace claimcheck
