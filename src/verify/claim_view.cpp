#include "verify/claim_view.h"

#include "verify/read_wording.h"

namespace claimcheck {

ClaimView view_claim(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  return {frame, vocabulary, SlotMatcher(frame.subject, vocabulary), OutcomeMatcher(frame, vocabulary),
          is_read_by_wording(frame, vocabulary)};
}

}  // namespace claimcheck
