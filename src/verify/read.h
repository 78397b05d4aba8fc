#pragma once

#include <span>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "core/claim_frame.h"
#include "core/finding.h"

namespace claimcheck {

/// What a citation reports on a claim: at most one finding on the effect and one on a stated gap, each with its quote.
/// Empty when the citation is silent or can never be evidence. Only results and conclusions are read (verdict-method,
/// section 3); the subject must be named in the record and the outcome in the sentence.
std::vector<Finding> read_citation(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary);

/// The findings of all citations, in their order.
std::vector<Finding> read_citations_for(const ClaimFrame& frame, std::span<const Citation> citations,
                                        const Vocabulary& vocabulary);

}  // namespace claimcheck
