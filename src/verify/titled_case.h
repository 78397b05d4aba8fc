#pragma once

#include "verify/match.h"
#include "verify/record_view.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True if the title of a case report tells the harm (at `outcome`) as one that the treatment did: "X after Y",
/// "Y-induced X", "Y causing X", "Y and X: two cases".
bool titles_case(const RecordView& record, const SlotMatch& outcome);

/// The sentence that is quoted for what the title tells: the first of the case that names the treatment, else the first
/// of the case; nullptr without one.
const Sentence* find_case_sentence(const RecordView& record);

/// True if in the title the harm follows from the treatment by a word that leaves no other reading ("X after Y",
/// "Y-induced X"), so that it is not what the treatment was given for.
bool is_blamed_in_title(const RecordView& record, const SlotMatch& outcome);

}  // namespace claimcheck
