#pragma once

#include "verify/record_view.h"

namespace claimcheck {

/// False where the claim says that what people have goes away ("cures", "clears", "gets rid of") and the sentence tells
/// only how many come to have it; of a vaccine always, unless the sentence itself tells that something went away.
bool tells_cure(const RecordView& record, const Sentence& sentence);

/// False where the claim is on people who had something before ("already infected") and neither the title nor the
/// sentence says so of its own people.
bool names_prior(const RecordView& record, const Sentence& sentence);

/// False where a claim on some people has words that no slot holds ("women who carry the virus"), and neither the
/// title nor the sentence uses them: that they stand elsewhere in the record shows nothing of whom the finding is on.
bool names_own_people(const RecordView& record, const Sentence& sentence);

/// True where the sentence tells of people with another kind of the disease than the claim's people have ("in episodic
/// migraine", of a claim on chronic migraine), and of none of these.
bool is_on_siblings(const RecordView& record, const Sentence& sentence);

}  // namespace claimcheck
