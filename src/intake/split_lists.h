#pragma once

#include <vector>

#include "concepts/vocabulary.h"
#include "intake/draft.h"

namespace claimcheck {

/// One clause that says the same of several things, one by one: "X causes nausea, dizziness or headaches", "A and B are
/// common", "It is safe and effective". What stands behind the list counts for all of it. The clause itself where it
/// has no such list, or where taking it apart might say something else: a list that acts as one ("a combination of A
/// and B"), one under a comparison or a number, one in a clause inside ("people who have A and B"), "and" under a
/// denial, a word that may count for the first or for all ("increased A and B"), or a name that the vocabulary knows.
std::vector<Draft> split_lists(const Draft& clause, const Vocabulary& vocabulary);

}  // namespace claimcheck
