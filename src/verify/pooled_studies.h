#pragma once

#include <span>

#include "verify/sentence.h"

namespace claimcheck {

/// True if a review says that it pooled trials together with studies that were not randomised ("five RCTs and three
/// non-randomised studies", "randomised trials or cohort studies"), and not that it left those out. `sentences` are
/// those of its abstract.
bool pools_other_studies(std::span<const Sentence> sentences);

/// True if a review says that its studies disagree on what `sentence` reports: high, considerable, substantial or
/// significant heterogeneity, or I² of 75 % or more (Cochrane Handbook 10.10.2; GRADE Guidelines 7, J Clin Epidemiol
/// 2011;64:1294), in that sentence or of all that it analysed.
bool are_studies_at_odds(const Sentence& sentence, std::span<const Sentence> sentences);

/// True if the sentence compares people with their own start and with nobody else ("compared with their own
/// baseline"): a change that trials tell of an arm is no more than that of people who were followed.
bool compares_with_own_start(const Sentence& sentence);

}  // namespace claimcheck
