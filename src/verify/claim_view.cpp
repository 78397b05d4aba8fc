#include "verify/claim_view.h"

#include "verify/read_by_words.h"

namespace claimcheck {

ClaimView view_claim(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  return {frame,
          vocabulary,
          SlotMatcher(frame.subject, vocabulary),
          OutcomeMatcher(frame, vocabulary),
          find_rival(frame, vocabulary),
          is_read_by_words(frame, vocabulary)};
}

}  // namespace claimcheck
