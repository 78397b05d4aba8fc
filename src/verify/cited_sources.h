#pragma once

#include <span>
#include <vector>

#include "core/citation_source.h"
#include "core/claim_frame.h"
#include "core/report.h"
#include "verify/verify.h"

namespace claimcheck {

/// Looks each source up and reads what it does for the claim, in the order given: by its PMID; else by its DOI; else by
/// its title, which the record that is found must have word for word. A source of which none is known is
/// `unidentified`, one for which the source of citations could not look `not_looked_up`; a retracted record never
/// supports. Of several findings of one record the one on the effect counts. Failures are values, never thrown.
std::vector<CitedReading> read_cited_sources(std::span<const CitedSource> cited, const ClaimFrame& frame,
                                             CitationSource& source, const Stages& stages);

}  // namespace claimcheck
