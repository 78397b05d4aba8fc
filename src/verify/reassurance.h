#pragma once

#include <optional>

#include "core/claim_frame.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What the clause around `harm` says of it in the ways in which the claim plays harm down (`quantifier`: "mild",
/// "temporary and mild"): true when it says all of them ("resolved within an hour"), false when it says the reverse of
/// one ("persisted", "severe"), nullopt when it says nothing, or the claim names no such way.
std::optional<bool> read_reassurance(const Sentence& sentence, const TokenRange& harm, const Slot& quantifier);

}  // namespace claimcheck
