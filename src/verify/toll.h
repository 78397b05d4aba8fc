#pragma once

#include <optional>

#include "verify/effect.h"
#include "verify/record_view.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True if the title says that the record is on poisonings with the claim's treatment, so that what is counted in it
/// happened to people who took it, named or not.
bool counts_poisoned(const RecordView& record);

/// True if the sentence tells of it after the treatment was taken ("died after swallowing Y").
bool is_told_after(const Sentence& sentence, const SlotMatch& outcome, const SlotMatcher& subject);

/// Deaths that the sentence counts at the outcome ("two died"); nullopt without a number, or where they are denied.
std::optional<EffectReading> read_deaths(const Sentence& sentence, const SlotMatch& outcome);

}  // namespace claimcheck
