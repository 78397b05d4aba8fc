#pragma once

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// "Does not work for everyone", "not all patients respond to X": where the words for the people stand. The claim says
/// that fewer than all respond, which is a rate and no denial of the benefit. Empty elsewhere.
Span find_not_everyone(const ClaimWords& words);

/// Makes the claim one on the rate of response, which is to be below 1.
void claim_partial_response(Span people, const ClaimWords& words, ClaimFrame& frame);

}  // namespace claimcheck
