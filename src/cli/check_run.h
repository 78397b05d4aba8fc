#pragma once

#include <optional>
#include <string>

#include "cli/claims_input.h"
#include "cli/evidence.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "concepts/vocabulary.h"
#include "core/report.h"
#include "library/capsule.h"

namespace claimcheck {

/// Checks every claim of `input`: one by one when PubMed is asked, on as many threads as the machine has cores (at most
/// four) when the library answers alone. The reports stand in the order of the claims, and no report depends on how
/// many threads there were. A claim that an Error ended is `incomplete`, with the error among its problems, and the
/// others go on. `recorder`, where there is one, notes every answer; the claims are then checked one by one. Throws
/// Error(interrupted) that says how far it came after Ctrl-C.
Run check_claims(const ClaimsInput& input, Evidence& evidence, const ReachOptions& reach, Progress& progress,
                 Recorder* recorder = nullptr);

/// Checks the claims of a capsule again, from its answers alone and by this program's rules. What the report says of
/// the tool and the evidence comes from the capsule. `only`: the place of the one claim to check; unset: all.
Run replay_claims(const Capsule& capsule, const Vocabulary& vocabulary, Progress& progress,
                  std::optional<std::size_t> only = {});

/// The queries of a run as they were sent, one a line with claim, side and counts.
std::string list_queries(const Run& run);

}  // namespace claimcheck
