#include "verify/rival.h"

#include <algorithm>
#include <vector>

#include "verify/contest.h"
#include "verify/phrase_table.h"

namespace claimcheck {

std::optional<SlotMatcher> find_rival(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.kind == ClaimKind::comparative && !frame.comparator.empty())
    return SlotMatcher(frame.comparator, vocabulary);
  const std::vector<Token> tokens = tokenize(frame.text);
  const std::vector<PhraseMatch> phrases = caveat_words().find(tokens);
  const bool compares = std::any_of(phrases.begin(), phrases.end(), [](const PhraseMatch& phrase) {
    return phrase.category == "beats" || phrase.category == "loses";
  });
  if (!compares) return std::nullopt;
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

bool is_beaten(const SlotMatcher& subject, const Sentence& sentence) {
  const std::vector<SlotMatch> named = subject.find(sentence);
  const std::vector<Contest> contests = find_contests(sentence);
  return std::any_of(contests.begin(), contests.end(), [&](const Contest& contest) {
    return std::any_of(named.begin(), named.end(), [&](const SlotMatch& match) {
      const bool first = match.tokens.last <= contest.words.first;
      const bool second = contest.words.last <= match.tokens.first;
      return (first && !contest.first_wins) || (second && contest.first_wins);
    });
  });
}

}  // namespace claimcheck
