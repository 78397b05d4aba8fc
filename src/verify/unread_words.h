#pragma once

#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// True if the word at `span` is one of those that fill a slot. What only stands between two things that a slot names
/// is not, though the slot's span runs over it.
bool fills_slot(const Sentence& sentence, const ClaimFrame& frame, Span span);

/// True if the "first" at `at` opens a time at the start ("in the first three months"), whose unit the record has to
/// use as well.
bool is_opening_time(const Sentence& sentence, std::size_t at);

/// The stems of the content words that no slot holds and no rule used (ClaimFrame::unread). Words that narrow no claim
/// ("people who take", "together with", "has been found") are left out. The slots must be filled.
std::vector<std::string> find_unread(const ClaimWords& words, const ClaimFrame& frame);

}  // namespace claimcheck
