#pragma once

#include <optional>

#include "verify/match.h"

namespace claimcheck {

/// What the claim holds its subject against: the comparator of its frame, or the treatment that stands behind
/// "superior to". nullopt when the claim compares nothing.
std::optional<SlotMatcher> find_rival(const ClaimFrame& frame, const Vocabulary& vocabulary);

/// True if the sentence says that something else did better than `subject` ("A was superior to the drug"): of a measure
/// that is neither good nor bad that does not tell which way it went.
bool is_beaten(const SlotMatcher& subject, const Sentence& sentence);

}  // namespace claimcheck
