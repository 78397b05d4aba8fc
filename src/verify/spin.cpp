#include "verify/spin.h"

#include "verify/certainty.h"

namespace claimcheck {

bool is_spin(const Finding& best, std::span<const Finding> of_record) {
  if (!best.reviewed_conclusion || best.stance != Stance::supports) return false;
  bool has_null = false;
  for (const Finding& finding : of_record) {
    if (finding.reviewed_conclusion || !is_weighed(finding) || finding.outcome != best.outcome) continue;
    if (finding.stance == Stance::supports) return false;
    has_null = has_null || finding.reported == Reported::no_difference;
  }
  return has_null;
}

}  // namespace claimcheck
