#pragma once

#include <string_view>

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Fills the slots that concepts name: subject, comparator, outcome with its valence, population, route, dose,
/// duration, setting. Where the vocabulary knows no subject or outcome, the words before or after the claim's verb fill
/// the slot.
void fill_slots(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame);

/// A slot made of `text` alone, as set by a person.
Slot read_slot(std::string_view text, const Vocabulary& vocabulary);

/// Valence of the outcome slot: bad when any of its concepts is bad, else good when any is good.
Valence outcome_valence(const Slot& outcome, const Vocabulary& vocabulary);

/// True if the slot names placebo, sham, no treatment or the like, and nothing else.
bool is_control(const Slot& comparator, const Vocabulary& vocabulary);

/// True if any concept of the slot is a harm: naming it is naming a harm.
bool is_harm_slot(const Slot& outcome, const Vocabulary& vocabulary);

}  // namespace claimcheck
