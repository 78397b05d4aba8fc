#pragma once

#include <vector>

#include "concepts/vocabulary.h"
#include "intake/draft.h"

namespace claimcheck {

/// A sentence as single statements, in the order of their ends in it; the sentence alone where it is one. Each keeps
/// what all of them stand under. At most kMostStatements; a sentence that would give more is left whole.
std::vector<Draft> split_statement(const Draft& sentence, const Vocabulary& vocabulary);

inline constexpr std::size_t kMostStatements = 12;

}  // namespace claimcheck
