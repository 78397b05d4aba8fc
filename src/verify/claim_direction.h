#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/claim_frame.h"
#include "text/cues.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// A word that tells what happens to an outcome: tokens [first, last) of the claim. `cause` stands for words that only
/// say that the treatment works.
struct ToldChange {
  std::size_t first = 0;
  std::size_t last = 0;
  CueKind kind = CueKind::increase;
};

/// All of them, in order.
std::vector<ToldChange> list_told_changes(const ClaimWords& words);

/// The one that tells the claim's direction; nullopt without one. The subject must be set.
std::optional<ToldChange> find_told_change(const ClaimWords& words, const ClaimFrame& frame);

/// What the claim says happens to its outcome, by the first word that tells; unspecified when none does. The subject,
/// the outcome and its valence must be set.
Direction read_direction(const ClaimWords& words, const ClaimFrame& frame);

/// True if the claim says that its outcome is affected, and in no other word which way.
bool leaves_direction_open(const ClaimWords& words, const ClaimFrame& frame);

/// True if a negation denies what the claim says, and not merely something beside it ("relieves pain without sedation")
/// or in its subject ("a lack of sleep").
bool is_negated_claim(const ClaimWords& words, const ClaimFrame& frame);

/// The same, or words for a null result deny it ("no link with", "no better than", "as effective as").
bool is_denied(const ClaimWords& words, const ClaimFrame& frame);

/// The harm before which "no", "without" or "free of" stands: "works without side effects"; of several the widest word.
/// nullptr without one, and where the harm is another's ("without the side effects of opioids").
const ConceptMention* find_denied_harm(const ClaimWords& words);

}  // namespace claimcheck
