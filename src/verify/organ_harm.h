#pragma once

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Where the claim speaks of harm and names no more than the organ ("no risk to the eyes", "hurts the kidneys", "gentle
/// on the liver"), that organ's harm becomes the outcome. Slots must be filled; nothing changes where the claim names
/// a harm of its own. Which organ has which harm stands in data/claim_words.txt, [organ].
void name_organ_harm(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame);

}  // namespace claimcheck
