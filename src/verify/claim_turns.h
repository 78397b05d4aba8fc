#pragma once

#include <string>

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Why a claim that names a subject and an outcome is none on what the subject does to the outcome, so that no study of
/// that answers it; empty where it is one. "X weakens the effect of Y" is on two treatments together, "A responds to X
/// as well as B" on two sorts of people, "adjusting X to the patient prevents Y" on the care with which X is given.
std::string find_other_question(const ClaimWords& words, const ClaimFrame& frame);

}  // namespace claimcheck
