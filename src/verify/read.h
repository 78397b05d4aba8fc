#pragma once

#include <span>
#include <string>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/analysed_citation.h"
#include "verify/study.h"

namespace claimcheck {

/// What one citation as a whole says on a claim.
struct CitationReading {
  Stance stance = Stance::silent;  ///< that of the finding on the effect; inconclusive when there is only a stated gap
  double reliability = 0;          ///< of that finding; 0 when the citation is silent
  std::vector<Finding> findings;
  Study study;
  Directness directness = Directness::direct;
  std::vector<std::string> populations;  ///< ids of the populations that the record names, in order of first mention
};

/// Reads a citation with all that is known of its study, also when it is silent.
CitationReading read_whole(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary);

/// What a citation reports on a claim: at most one finding on the effect and one on a stated gap, each with its quote.
/// Empty when the citation is silent or can never be evidence. Only results and conclusions are read (verdict-method,
/// section 3); the subject must be named in the record and the outcome in the sentence.
std::vector<Finding> read_citation(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary);

/// The findings of all citations, in their order.
std::vector<Finding> read_citations_for(const ClaimFrame& frame, std::span<const Citation> citations,
                                        CitationAnalyser& analyser);

}  // namespace claimcheck
