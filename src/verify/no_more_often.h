#pragma once

#include "verify/record_view.h"
#include "verify/stance.h"

namespace claimcheck {

/// True if the harm happened, and no more often than without the treatment: "the odds ratio was 1.24 (0.40 to 3.84)",
/// "cough (2% vs 4%) with lisinopril and placebo".
bool is_no_more_often(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                      const Reading& reading);

}  // namespace claimcheck
