#include "verify/organ_harm.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/one_of.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

constexpr std::size_t kReach = 6;  // tokens from the word for harm to the organ

// What is good to have, and the organ's own ("eyesight"), is no harm yet.
bool names_own_harm(const Slot& outcome, const Vocabulary& vocabulary) {
  return std::any_of(outcome.concepts.begin(), outcome.concepts.end(), [&](const std::string& id) {
    const Concept* meaning = vocabulary.find(id);
    const bool sense = meaning != nullptr && meaning->id == kVisualAcuity;
    return id != kAdverseEffects && id != kSeriousHarm && id != kSafety && !sense;
  });
}

bool endangers(const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 4> categories{"endangers", "harm_absent", "harm_word", "bad"};
  return is_one_of(categories, phrase.category);
}

}  // namespace

void name_organ_harm(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  if (names_own_harm(frame.outcome, vocabulary)) return;
  const Sentence& sentence = words.sentence;
  for (const PhraseMatch& organ : words.phrases) {
    if (organ.category != "organ" || is_in_name(sentence, organ.first, organ.last)) continue;
    const bool endangered = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
      const bool spared =
          phrase.category == "harm_absent" && organ.last <= phrase.first && phrase.first - organ.last < kReach;
      return spared || (endangers(phrase) && phrase.last <= organ.first && organ.first - phrase.last < kReach);
    });
    if (!endangered || vocabulary.find(organ.value) == nullptr) continue;
    const Span span{sentence.tokens[organ.first].span.begin, sentence.tokens[organ.last - 1].span.end};
    frame.outcome = {std::string(slice(sentence.text, span)), span, {std::string(organ.value)}};
    frame.valence = Valence::bad;
    return;
  }
}

}  // namespace claimcheck
