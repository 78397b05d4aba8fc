#pragma once

#include <optional>

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// "Does not work for everyone", "not all patients respond to X": the words for the people, and for the response that
/// is denied of some of them.
struct NotEveryone {
  Span people;
  Span response;
};

/// nullopt where the claim denies no such thing: "is not a drug, and works for everyone".
std::optional<NotEveryone> find_not_everyone(const ClaimWords& words);

/// Makes the claim one on the rate of response, which is to be below 1, and no denial of the benefit.
void claim_partial_response(const NotEveryone& claimed, const ClaimWords& words, ClaimFrame& frame);

}  // namespace claimcheck
