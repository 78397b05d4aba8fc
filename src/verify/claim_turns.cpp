#include "verify/claim_turns.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"

namespace claimcheck {
namespace {

bool is_other_treatment(const ConceptMention& mention, const ClaimFrame& frame) {
  const std::vector<std::string>& own = frame.subject.concepts;
  return mention.concept_ptr->kind == ConceptKind::intervention &&
         std::find(own.begin(), own.end(), mention.concept_ptr->id) == own.end();
}

bool is_possessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("\u2019s") || word.ends_with("s'");
}

// "The effects of Y", "Y's antidepressant effect": whose effect the words at `phrase` are.
const ConceptMention* find_owner(const ClaimWords& words, const PhraseMatch& phrase) {
  constexpr std::size_t reach = 3;
  const Sentence& sentence = words.sentence;
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::intervention) continue;
    const bool behind = mention.first == phrase.last + 1 && sentence.tokens[phrase.last].norm == "of";
    const bool near = mention.last <= phrase.first && phrase.first - mention.last <= reach;
    if (behind || (near && is_possessive(slice(sentence.text, sentence.tokens[mention.last - 1].span))))
      return &mention;
  }
  return nullptr;
}

// "Depression lessens the effect of Y": told of people who have it.
bool opens_with_disease(const Sentence& sentence, std::size_t verb) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.concept_ptr->valence == Valence::bad &&
           mention.last <= verb;
  });
}

bool is_side_effect(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 7> words{"side",  "adverse", "unwanted", "harmful",
                                                         "toxic", "without", "mimics"};
  constexpr std::size_t reach = 3;
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    if (is_one_of(words, sentence.tokens[at - back].norm)) return true;
  }
  return false;
}

// "Benzodiazepines may weaken the effect of Y": something changes what a treatment does.
bool acts_on_effect(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const std::size_t verb = find_verb(words);
  if (opens_with_disease(sentence, verb)) return false;
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    if (phrase.category != "own_effect" || phrase.first <= verb || is_side_effect(sentence, phrase.first)) return false;
    const ConceptMention* owner = find_owner(words, phrase);
    return owner != nullptr && owner->first > verb &&
           (is_other_treatment(*owner, frame) || frame.subject.span.begin >= owner->span.begin);
  });
}

// "The risk of Y", and not "the risk of Y-induced nausea".
bool is_named_alone(const Sentence& sentence, const ConceptMention& owner) {
  constexpr std::size_t reach = 2;
  return word_at(sentence.tokens, owner.last) != "-" &&
         std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& next) {
           return next.concept_ptr->kind == ConceptKind::outcome && owner.last <= next.first &&
                  next.first < owner.last + reach;
         });
}

// "The effects of Y depend on the dose and include liver damage" claims the damage.
bool names_harm_behind(const Sentence& sentence, std::size_t at) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [at](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.concept_ptr->harm && at <= mention.first;
  });
}

// "Screening reduces the risk of Y", "oversight determines the safety of Y", "how safe Y is depends on oversight": what
// Y does is not claimed.
bool acts_on_risk(const ClaimWords& words) {
  const Sentence& sentence = words.sentence;
  const std::size_t verb = find_verb(words);
  const PhraseMatch* hangs = words.find("depends");
  const bool depends = hangs != nullptr && !names_harm_behind(sentence, hangs->last);
  if (depends && (words.has("harm_absent") || words.has("own_effect"))) return true;
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    if (phrase.category != "own_risk" || (phrase.first <= verb && !depends)) return false;
    if (word_at(sentence.tokens, phrase.last) != "of") return false;
    const ConceptMention* owner = find_owner(words, phrase);
    const bool safety = sentence.tokens[phrase.first].norm == "safety";
    return owner != nullptr && (safety || is_named_alone(sentence, *owner)) &&
           (depends || std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& other) {
              return other.concept_ptr->kind == ConceptKind::intervention && other.last <= verb;
            }));
  });
}

// "Adjusting Y to the patient improves outcomes": what the way of giving it does.
bool is_on_handling(const ClaimWords& words) {
  constexpr std::size_t reach = 4;
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "handling" && phrase.first == 0 && word_at(words.sentence.tokens, phrase.last) != "to" &&
           std::any_of(words.sentence.mentions.begin(), words.sentence.mentions.end(), [&](const auto& mention) {
             return mention.concept_ptr->kind == ConceptKind::intervention && phrase.last <= mention.first &&
                    mention.first <= phrase.last + reach;
           });
  });
}

}  // namespace

std::string find_other_question(const ClaimWords& words, const ClaimFrame& frame) {
  if (words.has("same_among") && frame.comparator.empty())
    return "the claim compares how people of two sorts fare with one treatment, which claimcheck does not read";
  if (acts_on_effect(words, frame))
    return "the claim says what something does to the effect of a treatment, which studies of the treatment alone do "
           "not show";
  if (acts_on_risk(words) || is_on_handling(words))
    return "the claim says what care in giving a treatment does, which studies of the treatment alone do not show";
  return {};
}

}  // namespace claimcheck
