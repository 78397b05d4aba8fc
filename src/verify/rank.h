#pragma once

#include <vector>

#include "core/citation.h"
#include "core/claim_frame.h"
#include "verify/analysed_citation.h"

namespace claimcheck {

/// The citations in the order in which they should be read: those that name subject and outcome in the title first,
/// then both in the record, then the rest; stronger publication types first, newer first, then by PMID. The order of
/// the input never matters. Records that do not name the subject at all are dropped.
std::vector<Citation> rank_citations(const ClaimFrame& frame, std::vector<Citation> citations,
                                     CitationAnalyser& analyser);

}  // namespace claimcheck
