#include "verify/rival.h"

#include "verify/contest.h"
#include "verify/phrase_table.h"

namespace claimcheck {

std::optional<SlotMatcher> find_rival(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.kind == ClaimKind::comparative && !frame.comparator.empty())
    return SlotMatcher(frame.comparator, vocabulary);
  const std::vector<Token> tokens = tokenize(frame.text);
  if (!caveat_words().contains(tokens, "beats") && !caveat_words().contains(tokens, "loses")) return std::nullopt;
  const Sentence claim = analyse_sentence(frame.text, vocabulary);
  const std::vector<Contest> contests = find_contests(claim);
  if (contests.empty()) return std::nullopt;
  for (const ConceptMention& mention : claim.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::intervention || mention.first < contests.front().words.last) continue;
    Slot slot;
    slot.concepts.push_back(mention.concept_ptr->id);
    return SlotMatcher(slot, vocabulary);
  }
  return std::nullopt;
}

}  // namespace claimcheck
