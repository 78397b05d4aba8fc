#include "verify/surrogate.h"

#include <algorithm>

namespace claimcheck {

std::vector<SlotMatch> find_surrogates(const ClaimFrame& frame, const Sentence& sentence,
                                       const Vocabulary& vocabulary) {
  const auto is_claimed = [&](const std::string& id) {
    return std::any_of(frame.outcome.concepts.begin(), frame.outcome.concepts.end(),
                       [&](const std::string& claimed) { return vocabulary.is_kind_of(claimed, id); });
  };
  std::vector<SlotMatch> matches;
  for (const ConceptMention& mention : sentence.mentions) {
    const std::vector<std::string>& stands_for = mention.concept_ptr->surrogate_of;
    if (std::any_of(stands_for.begin(), stands_for.end(), is_claimed)) {
      matches.push_back({{mention.first, mention.last}, mention.concept_ptr, MatchKind::surrogate});
    }
  }
  return matches;
}

void mark_as_surrogate(Finding& finding) {
  finding.stance = Stance::inconclusive;
  finding.directness = std::max(finding.directness, Directness::far);
  finding.mismatches.push_back(
      {"outcome", "it measures a surrogate (" + finding.outcome + "), not the outcome itself"});
}

}  // namespace claimcheck
