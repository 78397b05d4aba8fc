#pragma once

#include "core/finding.h"
#include "verify/match.h"
#include "verify/record_view.h"
#include "verify/sentence.h"
#include "verify/stance.h"

namespace claimcheck {

/// What a sentence, read as `reading` at `match`, does for the claim: decide_stance, less what its record cannot
/// carry. Far evidence takes neither side (verdict-method, section 4); evidence that does not speak of what the claim's
/// remaining words say cannot support it.
Stance take_stance(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading);

/// The claim names a family of harms, the sentence one of them.
bool is_one_of_many(const RecordView& record, const SlotMatch& match);

}  // namespace claimcheck
