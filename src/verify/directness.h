#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/sentence.h"
#include "verify/study.h"

namespace claimcheck {

/// How closely a study answers the claim (verdict-method, section 4). Only slots that the claim closes can mismatch:
/// what it leaves open is read broadly and covers every study in people.
struct DirectnessReading {
  Directness directness = Directness::direct;
  std::vector<SlotMismatch> mismatches;
  /// Most of ClaimFrame::unread stands in the record, and what a comparative claim compares with. Without, the record
  /// cannot support.
  bool can_support = true;
};

DirectnessReading read_directness(const ClaimFrame& frame, const Study& study, const Sentence& title,
                                  const std::vector<Sentence>& sentences, const Vocabulary& vocabulary);

}  // namespace claimcheck
