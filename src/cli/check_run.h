#pragma once

#include <string>

#include "cli/claims_input.h"
#include "cli/evidence.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "core/report.h"

namespace claimcheck {

/// Checks every claim of `input`: one by one when PubMed is asked, on as many threads as the machine has cores (at most
/// four) when the library answers alone. The reports stand in the order of the claims, and no report depends on how
/// many threads there were. A claim that an Error ended is `incomplete`, with the error among its problems, and the
/// others go on. Throws Error(interrupted) that says how far it came after Ctrl-C.
Run check_claims(const ClaimsInput& input, Evidence& evidence, const ReachOptions& reach, Progress& progress);

/// The queries of a run as they were sent, one a line with claim, side and counts.
std::string list_queries(const Run& run);

}  // namespace claimcheck
