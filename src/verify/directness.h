#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/sentence.h"
#include "verify/slot_fit.h"
#include "verify/study.h"

namespace claimcheck {

/// How closely a study answers the claim (verdict-method, section 4). Only slots that the claim closes can mismatch:
/// what it leaves open is read broadly and covers every study in people. A slot on which the record is silent is one
/// minor mismatch, and two of them are far. Another value of a slot than the claim's (children for adults, oral for
/// topical, 325 mg for 81 mg, placebo for a drug) is outside the claim's scope, as is abuse for therapy: far, so that
/// the record neither supports nor opposes. The slots are those of people_fit.h and regimen_fit.h, the comparator,
/// and settings below medical and recreational use or beside them ("in the emergency department", "at home").
struct DirectnessReading {
  Directness directness = Directness::direct;
  std::vector<SlotMismatch> mismatches;
  /// No slot has another value than the claim's, most of ClaimFrame::unread stands in the record, and so does what a
  /// comparative claim compares with. Without, the record cannot support.
  bool can_support = true;
  /// No slot has another value than the claim's.
  bool in_scope = true;
};

DirectnessReading read_directness(const ClaimFrame& frame, const Study& study, const RecordText& record,
                                  const Vocabulary& vocabulary);

}  // namespace claimcheck
