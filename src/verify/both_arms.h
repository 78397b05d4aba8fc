#pragma once

#include <optional>

#include "verify/worded_change.h"

namespace claimcheck {

/// Which arm of two that both changed is said to have changed more.
enum class ChangedMost { treated, other, neither };

/// "Pain fell in both groups, with a greater fall in the treated one": what a sentence says that tells a change of both
/// arms in this clause. nullopt where it does not tell of both.
std::optional<ChangedMost> arm_that_changed_most(const Sentence& sentence, const TokenRange& clause,
                                                 const OutcomeContext& context);

/// "In twenty patients on placebo and in only six on the drug": of two arms it is told of fewer with the treatment.
bool is_of_fewer_treated(const Sentence& sentence, const SlotMatcher& subject);

/// "Lower with A plus X than with X plus placebo": all had `treatment`, and it is not what was compared.
bool is_given_in_both_arms(const Sentence& sentence, const SlotMatcher& treatment);

}  // namespace claimcheck
