#pragma once

#include "concepts/vocabulary.h"
#include "core/claim.h"
#include "core/claim_frame.h"

namespace claimcheck {

/// Takes a claim apart (verdict-method, section 1). Overrides in `claim.frame` win. When the claim is outside what
/// abstracts can tell, `kind` is regulatory or opinion; when it lacks a subject or an outcome, `unresolved` says so.
/// Throws Error(input) naming the claim when an override has an unknown name or value.
ClaimFrame read_frame(const Claim& claim, const Vocabulary& vocabulary);

}  // namespace claimcheck
