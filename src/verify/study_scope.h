#pragma once

#include <optional>
#include <span>

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/sentence.h"

namespace claimcheck {

/// Whom a study is about and how the treatment was given, from its title, aims and methods; from the whole abstract
/// where it has no such sentences. Words that say little ("adults", "general population") are left out. The follow-up
/// is the longest time in the whole record that is told as one of watching or treating ("followed for 2 years", "over
/// 12 weeks").
StudyScope read_scope(const Sentence& title, std::span<const Sentence> sentences, const Vocabulary& vocabulary);

/// The time that a claim speaks of, in days: the longest that it names, a year for "long-term"; nullopt where it names
/// none.
std::optional<int> claimed_horizon(const ClaimFrame& frame);

/// Days in one of `unit` (minute, hour, day, week, month, year); 0 for any other word.
double days_in(std::string_view unit);

}  // namespace claimcheck
