#include "verify/presence.h"

#include <algorithm>
#include <string>
#include <vector>

#include "verify/occurrence.h"

namespace claimcheck {

std::optional<EffectReading> read_presence(const Sentence& sentence, const TokenRange& clause,
                                           const OutcomeContext& context) {
  constexpr std::size_t reach = 6;
  const std::size_t outcome = context.outcome.tokens.first;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (context.valence == Valence::bad || subjects.empty()) return std::nullopt;
  for (const PhraseMatch& verb : sentence.phrases) {
    const bool before = clause.first <= verb.first && verb.last <= outcome && outcome - verb.last <= reach;
    if (verb.category != "brings_about" || !before || subjects.front().tokens.first >= verb.first) continue;
    const bool changes = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
      return is_effect(cue.kind) && verb.last <= cue.first && cue.first < outcome;
    });
    if (changes || has_preposition(sentence, verb.last, outcome)) continue;
    EffectReading result;
    const bool denied =
        is_negated(sentence.tokens, sentence.cues, verb.first) || is_negated(sentence.tokens, sentence.cues, outcome);
    result.reading.reported = denied ? Reported::no_difference : Reported::increase;
    result.reliability = kWordedReliability;
    const Span words{sentence.tokens[verb.first].span.begin, sentence.tokens[verb.last - 1].span.end};
    result.cues.push_back({denied ? "not brought about" : "brought about", std::string(slice(sentence.text, words))});
    return result;
  }
  return std::nullopt;
}

}  // namespace claimcheck
