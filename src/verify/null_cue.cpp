#include "verify/null_cue.h"

#include <algorithm>
#include <span>
#include <vector>

#include "verify/effect_barrier.h"
#include "verify/own_numbers.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNullReach = 4;  // from "did not affect" to what was not affected

bool has_change(const Sentence& sentence, const TokenRange& range) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [&](const Cue& cue) { return is_effect(cue.kind) && range.contains(cue.first); });
}

// "… reduced pain and did not affect nausea": a change is told first, and the null is one of an outcome behind it.
bool is_null_of_another(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome, const Cue& null) {
  // "Reduced strokes without increasing haemorrhagic stroke".
  const bool exempts = sentence.tokens[null.first].norm == "without" && outcome.tokens.last <= null.first;
  if (exempts && has_change(sentence, {clause.first, null.first})) return true;
  if (!is_of_later_outcome(sentence, outcome, null.last + kNullReach) || null.first < outcome.tokens.last) return false;
  return has_change(sentence, {clause.first, null.first});
}

// "… higher than with placebo and similar to that with older drugs": the null is one of a second comparison.
bool is_null_of_second_comparison(const Sentence& sentence, const TokenRange& clause, const Cue& null) {
  constexpr std::size_t reach = 8;
  const std::size_t end = std::min(null.last + reach, clause.last);
  return has_change(sentence, {clause.first, null.first}) && names_control(sentence, {clause.first, null.first}) &&
         !names_control(sentence, {null.first, end}) &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::intervention && null.last <= mention.first &&
                  mention.first < end;
         });
}

// "With the absence of nausea, pain fell": what is absent is another outcome.
bool is_absence_of_another(const Sentence& sentence, const SlotMatch& outcome, const Cue& null) {
  constexpr std::size_t reach = 5;
  if (sentence.tokens[null.first].norm != "absence") return false;
  const auto nearest = std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && null.first < mention.first &&
           mention.first < null.first + reach;
  });
  return nearest != sentence.mentions.end() && nearest->last <= outcome.tokens.first;
}

// "Did not correlate", "no interaction with age", "was not influenced by the dose level": no null of the treatment.
bool is_tie(const Sentence& sentence, const Cue& null) {
  constexpr std::size_t reach = 3;   // "by the X dose level"
  constexpr std::size_t behind = 6;  // to a control
  const std::vector<PhraseMatch> phrases = study_words().find(sentence.tokens);
  return std::any_of(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    if (phrase.category != "tie" || phrase.last <= null.first || phrase.first > null.last + reach) return false;
    // "Between doses or from placebo" is a null as well.
    if (names_control(sentence, {phrase.last, std::min(phrase.last + behind, sentence.tokens.size())})) return false;
    const auto between =
        std::span(sentence.tokens)
            .subspan(std::min(null.last, phrase.first), phrase.first - std::min(null.last, phrase.first));
    return std::none_of(between.begin(), between.end(),
                        [](const Token& token) { return token.kind == TokenKind::punctuation; }) &&
           std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
             return mention.concept_ptr->kind == ConceptKind::outcome && null.last <= mention.first &&
                    mention.last <= phrase.first;
           });
  });
}

}  // namespace

bool is_null_of_treatment(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                          const Cue& cue) {
  return cue.kind == CueKind::null_result && !is_null_of_another(sentence, clause, context.outcome, cue) &&
         !is_absence_of_another(sentence, context.outcome, cue) && !is_tie(sentence, cue) &&
         (context.comparative || !is_null_of_second_comparison(sentence, clause, cue));
}

bool tells_only_a_tie(const Sentence& sentence, const TokenRange& clause) {
  const auto in_clause = std::span(sentence.tokens).subspan(clause.first, clause.last - clause.first);
  return !has_change(sentence, clause) && study_words().contains(in_clause, "tie");
}

}  // namespace claimcheck
