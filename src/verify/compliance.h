#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/compliance.h"

namespace claimcheck {

/// The advertising rules that the wording of a claim may fall under, at most one note a rule, in the order of the data
/// file (src/verify/data/compliance_rules.txt: the rules with their clauses, dates and addresses, and the wordings that
/// each looks at). Wordings are phrases; the frame tells which outcome is denied or played down, and what qualifies it.
/// Hedged and qualified wordings, questions and reports of what was seen in a study get no note. Empty when none
/// applies: that is no clearance. Not legal advice, and never certain: see ComplianceNote. Pure; thread-safe.
std::vector<ComplianceNote> note_compliance(const ClaimFrame& frame);

}  // namespace claimcheck
