#include "verify/zero_events.h"

#include <algorithm>

#include "verify/concept_roots.h"
#include "verify/study_scope.h"

namespace claimcheck {

bool looks_for(const SlotMatcher& outcome, const Sentence& title, const std::vector<Sentence>& sentences,
               const Vocabulary& vocabulary) {
  const auto names = [&](const Sentence& sentence) {
    if (outcome.matches(sentence)) return true;
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
      const std::string& id = mention.concept_ptr->id;
      return vocabulary.is_kind_of(id, kAdverseEffects) || vocabulary.is_kind_of(id, kSafety);
    });
  };
  return names(title) || std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
           const bool before = sentence.role == SectionRole::methods || sentence.role == SectionRole::objective;
           return before && names(sentence);
         });
}

void hold_to_follow_up(const ClaimFrame& frame, Finding& zero_events) {
  if (zero_events.stance != Stance::supports) return;
  const std::optional<int> horizon = claimed_horizon(frame);
  if (!zero_events.looked_for) {
    zero_events.excluded = "no case was seen, but the record does not say that it looked for any";
  } else if (horizon && zero_events.scope.follow_up_days.value_or(0) < *horizon) {
    zero_events.excluded = "no case was seen, but for a shorter time than the claim speaks of";
  }
}

}  // namespace claimcheck
