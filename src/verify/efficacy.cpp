#include "verify/efficacy.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/concept_roots.h"
#include "verify/people.h"

namespace claimcheck {

// "Gave a better operative field": it is better in that alone.
static bool is_of_one_thing(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 2> words{"better", "superior"};
  static constexpr std::array<std::string_view, 14> general{
      "short",    "long",   "efficacy", "effectiveness", "effect",    "effects",  "outcome",
      "outcomes", "result", "results",  "response",      "treatment", "clinical", "overall"};
  if (!is_one_of(words, sentence.tokens[at].norm) || at + 1 >= sentence.tokens.size()) return false;
  const Token& next = sentence.tokens[at + 1];
  return next.kind == TokenKind::word && !is_stop_word(next.norm) && !is_one_of(general, next.norm);
}

bool names_outcome(const Sentence& sentence, std::size_t last) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [last](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh && mention.first < last;
  });
}

std::optional<TokenRange> find_words_of_efficacy(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 10> words{"effective", "efficacy",   "efficacious", "effectiveness",
                                                          "better",    "superior",   "beneficial",  "successful",
                                                          "inferior",  "ineffective"};
  for (const ConceptMention& mention : sentence.mentions) {
    const Concept& meaning = *mention.concept_ptr;
    if (meaning.kind != ConceptKind::outcome || meaning.from_mesh) continue;
    if (meaning.id == kTreatmentResponse || meaning.id == kSafety) continue;
    if (!describes_people(sentence, {mention.first, mention.last})) return std::nullopt;
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!is_one_of(words, sentence.tokens[i].norm) || is_of_one_thing(sentence, i)) continue;
    // "More effective than": the cue says which way the efficacy went.
    const auto holds = [i](const Cue& cue) { return cue.first <= i && i < cue.last; };
    const auto cue = std::find_if(sentence.cues.begin(), sentence.cues.end(), holds);
    const std::size_t at = cue != sentence.cues.end() ? cue->first : i;
    return TokenRange{at, at};
  }
  return std::nullopt;
}

}  // namespace claimcheck
