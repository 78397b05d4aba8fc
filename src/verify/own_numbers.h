#pragma once

#include "verify/match.h"
#include "verify/statistics.h"

namespace claimcheck {

/// The part of the clause that is told of the outcome, where the clause tells of other outcomes too: from behind the
/// one before it to the one behind it. Outcomes in one list ("pain, nausea and sleep improved") are told together.
TokenRange own_part(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome);

/// The numbers of the clause that are told of the outcome. A p-value or an interval belongs to the outcome that it
/// follows; counts and shares stand behind their outcome, or else before it.
Statistics read_own_statistics(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome);

/// True if another outcome, not listed together with ours, stands between ours and token `at`.
bool is_of_later_outcome(const Sentence& sentence, const SlotMatch& outcome, std::size_t at);

}  // namespace claimcheck
