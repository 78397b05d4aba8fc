#pragma once

#include "verify/claim_sentence.h"

namespace claimcheck {

/// True if the claim tells that the disease in its outcome slot comes with the treatment, without saying that it
/// becomes more or less (`direction` unspecified): linked to it, seen in people who take it, a side effect or a risk of
/// it.
bool is_told_as_harm(const ClaimWords& words, const ClaimFrame& frame, Direction direction);

}  // namespace claimcheck
