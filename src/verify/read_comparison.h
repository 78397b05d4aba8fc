#pragma once

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "verify/comparison_words.h"
#include "verify/read.h"

namespace claimcheck {

/// Reads a citation for one comparison: the passage that speaks of it (choose_passage), and what that says happened to
/// the outcome (read_direction). Silent when no passage names an outcome word. There is no
/// claim, so the stance is inconclusive.
CitationReading read_comparison(const ComparisonWords& words, const Citation& citation, const Vocabulary& vocabulary);

}  // namespace claimcheck
