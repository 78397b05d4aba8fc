#pragma once

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Fills the outcome slot from the concepts that the claim names: what the treatment does something to before what its
/// patients have ("pain in people with cancer"), and what a vaccine is given against where the claim names nothing
/// else. Subject and comparator must be filled.
void fill_outcome(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame);

}  // namespace claimcheck
