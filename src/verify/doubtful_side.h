#pragma once

#include "verify/record_view.h"
#include "verify/stance.h"

namespace claimcheck {

/// True if what was read in a sentence is better taken for no side at all: the treatment is what others had failed on,
/// were given besides or had in both arms, or the sentences before are on another; the event is one of another arm, a
/// rate is of the graded harm alone, or a short name stands for another disease that the sentence names.
bool is_doubtful(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading);

}  // namespace claimcheck
