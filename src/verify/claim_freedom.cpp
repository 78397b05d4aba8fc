#include "verify/claim_freedom.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/freedom.h"
#include "verify/phrase_table.h"

namespace claimcheck {
CueKind freed_kind(const Sentence& sentence, CueKind kind, const ClaimFrame& frame) {
  if (frame.outcome.span.empty() || frame.valence != Valence::bad) return kind;
  const TokenRange outcome{token_at(sentence, frame.outcome.span.begin), token_at(sentence, frame.outcome.span.end)};
  if (outcome.empty() || (!is_waited_for(sentence, outcome) && !names_freedom(sentence, outcome))) return kind;
  if (kind == CueKind::increase) return CueKind::decrease;
  return kind == CueKind::decrease ? CueKind::increase : kind;
}

bool is_time_free_of(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 2> denials{"free", "without"};
  return cue.first > 0 && is_one_of(denials, sentence.tokens[cue.first].norm) &&
         is_time_spent(sentence.tokens[cue.first - 1]);
}

bool is_denial_of_noun(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> behind{"on", "by", "to", "with"};
  if (sentence.tokens[cue.first].norm != "not" || cue.first == 0 || cue.last + 1 >= sentence.tokens.size())
    return false;
  const bool noun = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.last == cue.first && mention.concept_ptr->kind != ConceptKind::intervention;
  });
  const bool people = study_words().contains({&sentence.tokens[cue.first - 1], 1}, "people");
  return (noun || people) && (is_one_of(behind, word_at(sentence.tokens, cue.last)) ||
                              is_one_of(behind, word_at(sentence.tokens, cue.last + 1)));
}

}  // namespace claimcheck
