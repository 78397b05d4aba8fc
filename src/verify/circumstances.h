#pragma once

#include "core/claim_frame.h"
#include "verify/frame_slots.h"

namespace claimcheck {

/// Puts a mention into a slot: its concept, and its words joined with those that the slot holds.
void add_mention(const Sentence& sentence, const ConceptMention& mention, Slot& slot);

/// Fills the slots that say in whom and how: population with its ages ("adults over 65"), route, dose (an amount, or
/// the band "low dose"), duration (named, or an amount behind "for", "within", "over"), setting.
void fill_circumstances(const ClaimWords& words, ClaimFrame& frame);

}  // namespace claimcheck
