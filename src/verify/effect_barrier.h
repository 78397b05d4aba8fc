#pragma once

#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True if the sentence asserts nothing: a question, a condition, a plan, or something that is only believed, supposed
/// or refuted ("the hypothesis that …", "claims that … are unfounded").
bool asserts_nothing(const Sentence& sentence);

/// True if the sentence compares something else with the subject: "compared with the drug, …", "… versus the drug".
bool is_comparator(const Sentence& sentence, const SlotMatcher& subject);

/// True if an arm without treatment is named: placebo, sham, controls.
bool names_control(const Sentence& sentence, const TokenRange& range);

/// True if the arm with the treatment is named by its part in the trial: "the intervention group", "treated patients".
bool names_treated(const Sentence& sentence, const TokenRange& range);

/// "The school-based intervention reduced …": the sentence opens with the treatment by what it is in the trial.
bool opens_with_treatment(const Sentence& sentence);

/// True if what the clause tells of the outcome is no effect of giving the subject: it was stopped or taken away, or
/// stands behind "but" or "while" in another clause than the change.
bool is_not_given(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject);

/// True if a semicolon parts the harm from every mention of the subject: it is told of something else. False where the
/// sentence does not name the subject.
bool is_apart_from(const Sentence& sentence, const SlotMatcher& subject, const TokenRange& harm);

/// True if the sentence tells what was there before the subject was given: "nausea occurred before the drug was
/// started".
bool is_before_treatment(const Sentence& sentence, const SlotMatcher& subject);

/// True if the events counted in the sentence are those of one group, treated with the subject for all that the
/// sentence says: it gives one count at most, and names no controls, no other treatment and no time before treatment.
bool counts_one_group(const Sentence& sentence, const SlotMatcher& subject);

}  // namespace claimcheck
