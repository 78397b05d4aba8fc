#pragma once

#include <optional>

#include "verify/match.h"
#include "verify/statistics.h"

namespace claimcheck {

/// The part of the clause that is told of the outcome, where the clause tells of other outcomes too: from behind the
/// one before it to the one behind it. Outcomes in one list ("pain, nausea and sleep improved") are told together.
TokenRange own_part(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome);

/// The numbers of the clause that are told of the outcome. A p-value or an interval belongs to the outcome that it
/// follows; counts and shares stand behind their outcome, or else before it.
Statistics read_own_statistics(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome);

/// What the ratio in the bracket right behind the outcome tells, in a sentence that gives two outcomes or more a ratio
/// of their own ("stroke (HR 1.41; 1.07 to 1.85) was more, fracture (HR 0.66; 0.45 to 0.98) less frequent"): increase
/// or decrease. nullopt without such a ratio, or where its interval holds 1.
std::optional<Reported> read_ratio_in_list(const Sentence& sentence, const SlotMatch& outcome);

/// True if another outcome, not listed together with ours, stands between ours and token `at`.
bool is_of_later_outcome(const Sentence& sentence, const SlotMatch& outcome, std::size_t at);

}  // namespace claimcheck
