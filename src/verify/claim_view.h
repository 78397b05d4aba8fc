#pragma once

#include <optional>
#include <string>

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/claimed_amount.h"
#include "verify/match.h"
#include "verify/rival.h"
#include "verify/ways.h"

namespace claimcheck {

/// A claim with all that its citations are read by, made once for all of them. `frame` and `vocabulary` must outlive
/// it.
struct ClaimView {
  const ClaimFrame& frame;
  const Vocabulary& vocabulary;
  SlotMatcher subject;
  OutcomeMatcher outcome;
  std::optional<SlotMatcher> rival;          ///< what the claim holds its subject against
  bool prevents = false;                     ///< the claim is that the outcome does not come about
  bool prevents_disease = false;             ///< and the outcome is a disease that may be treated as well
  bool of_treatment = false;                 ///< the claim is on the treatment, not on any use of the drug
  bool ends = false;                         ///< that the outcome goes away
  bool ends_wholly = false;                  ///< and leaves nothing
  bool says_more = false;                    ///< "raises", "worsens": more than there is without
  bool says_better_or_worse = false;         ///< of outcomes that may rise or fall for it ("improves sleep and pain")
  bool on_prior = false;                     ///< the claim is on people who had something before ("already infected")
  std::string modifier = {};                 ///< how bad the claim calls its outcome ("severe", "fatal"), or empty
  bool by_wording = false;                   ///< read by the claim's words, not by its concepts
  std::optional<ClaimedAmount> amount = {};  ///< by how much the outcome changes
  std::optional<Ways> ways = {};             ///< two ways of giving the treatment that the claim compares
};

ClaimView view_claim(const ClaimFrame& frame, const Vocabulary& vocabulary);

}  // namespace claimcheck
