#pragma once

#include "verify/match.h"
#include "verify/record_view.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True if the sentence names a treatment that is neither the claim's, nor a control, nor given beside.
bool names_another(const RecordView& record, const Sentence& sentence);

/// True if it names another treatment and not the claim's, or is on people who are told apart by something else: a
/// stratum, a group that is only called by a letter.
bool is_about_another(const RecordView& record, const Sentence& sentence);

/// True if the title is on the claim's treatment and no other, and the sentence names none, nor an arm without it: what
/// it tells of harm is told of the treatment.
bool is_on_subject_alone(const RecordView& record, const Sentence& sentence);

/// More of what was matched is less of what the claim is about: an inverse outcome, or one of the other valence where
/// it is generic or the claim says that it gets better or worse.
bool is_turned_round(const RecordView& record, const SlotMatch& match);

/// True if what was matched is a harm: by its meaning, or a disease that a claim on harm names. A disease is as often
/// treated as caused.
bool is_harm(const RecordView& record, const SlotMatch& match);

/// True if the sentence names the match for something that did not come of the treatment: who was studied, what they
/// had when they came in, what the treatment is given for, when it was measured, a marker, what is known of it, or a
/// response, remission or relapse in a record that was not set up for the claim's outcome.
bool is_no_result(const RecordView& record, const Sentence& sentence, const SlotMatch& match);

/// True if the match is the short name of the claim's outcome, and the record's title or aim names that in full.
bool is_named_by_aim(const RecordView& record, const SlotMatch& match);

/// True if the sentence excepts the dose that the claim names from its effect.
bool excepts_claim(const ClaimFrame& frame, const Sentence& sentence);

/// True if the study is on people of one age and the claim on an effect in people of any: that nothing was found in
/// the one refutes the other for that age alone.
bool is_of_one_age(const RecordView& record);

/// True if the claim is on a lasting effect and the sentence tells of days or weeks alone.
bool is_too_brief(const ClaimFrame& frame, const Sentence& sentence);

/// True if neither the sentence nor the title names the subject, and the last sentence before it that names a treatment
/// names another: a review of many treatments goes on to tell of that one.
bool is_told_of_another(const RecordView& record, const Sentence& sentence);

}  // namespace claimcheck
