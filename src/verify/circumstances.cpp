#include "verify/circumstances.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/numbers.h"
#include "text/one_of.h"
#include "verify/ages.h"
#include "verify/concept_roots.h"
#include "verify/population_position.h"

namespace claimcheck {
namespace {

void add_words(const Sentence& sentence, Span span, Slot& slot) {
  if (!slot.empty() && slot.span.contains(span)) return;
  slot.span = slot.empty() ? span : Span{std::min(slot.span.begin, span.begin), std::max(slot.span.end, span.end)};
  slot.text = std::string(slice(sentence.text, slot.span));
}

bool holds(const Slot& slot, const ConceptMention& mention) {
  return std::find(slot.concepts.begin(), slot.concepts.end(), mention.concept_ptr->id) != slot.concepts.end();
}

std::size_t distance(const ConceptMention& mention, std::size_t first, std::size_t last) {
  if (mention.last <= first) return first - mention.last;
  return last <= mention.first ? mention.first - last : 0;
}

// "Faster than oral midazolam", "with a low-dose aspirin beside it": the route, or the dose, of what the claim compares
// with, or of another treatment right beside the words.
bool is_of_another(const Sentence& sentence, const ClaimFrame& frame, std::size_t first, std::size_t last) {
  std::size_t subject = sentence.tokens.size();
  std::size_t comparator = sentence.tokens.size();
  for (const ConceptMention& mention : sentence.mentions) {
    const bool own = holds(frame.subject, mention);
    const std::size_t apart = distance(mention, first, last);
    const bool beside = mention.concept_ptr->kind == ConceptKind::intervention && apart == 0;
    if (!own && !beside && !holds(frame.comparator, mention)) continue;
    std::size_t& nearest = own ? subject : comparator;
    nearest = std::min(nearest, apart);
  }
  return comparator < subject;
}

void add_concepts(const Sentence& sentence, ClaimFrame& frame) {
  for (const ConceptMention& mention : sentence.mentions) {
    const std::string& id = mention.concept_ptr->id;
    switch (mention.concept_ptr->kind) {
      case ConceptKind::population:
        if (!is_in_apposition(sentence, mention.first)) add_mention(sentence, mention, frame.population);
        break;
      case ConceptKind::route:
        if (!is_of_another(sentence, frame, mention.first, mention.last)) {
          add_mention(sentence, mention, frame.route);
        }
        break;
      case ConceptKind::setting:
        if (id != kLowDose && id != kHighDose) {
          add_mention(sentence, mention, frame.setting);
        } else if (!is_of_another(sentence, frame, mention.first, mention.last)) {
          add_mention(sentence, mention, frame.dose);
        }
        break;
      case ConceptKind::duration:
        add_mention(sentence, mention, frame.duration);
        break;
      case ConceptKind::intervention:
      case ConceptKind::outcome:
      case ConceptKind::species:
        break;
    }
  }
}

// "Adults over 65": the number belongs to the people.
void add_ages(const Sentence& sentence, const std::vector<AgeMention>& ages, ClaimFrame& frame) {
  for (const AgeMention& mention : ages) {
    const Token& first = sentence.tokens[mention.tokens.first];
    const Token& last = sentence.tokens[mention.tokens.last - 1];
    add_words(sentence, {first.span.begin, last.span.end}, frame.population);
  }
}

// The phrase of one of these categories that ends where token `first` begins.
const PhraseMatch* find_before(const ClaimWords& words, std::size_t first) {
  const auto found = std::find_if(words.phrases.begin(), words.phrases.end(), [first](const PhraseMatch& phrase) {
    return phrase.last == first && (phrase.category == "at_most" || phrase.category == "at_least");
  });
  return found == words.phrases.end() ? nullptr : &*found;
}

// An amount with what bounds it: "up to 100 mg".
Slot amount_slot(const ClaimWords& words, const NumberMention& number) {
  const PhraseMatch* bound = find_before(words, token_at(words.sentence, number.span.begin));
  Slot slot;
  slot.span = number.span;
  if (bound != nullptr) slot.span.begin = words.sentence.tokens[bound->first].span.begin;
  slot.text = std::string(slice(words.sentence.text, slot.span));
  return slot;
}

// "For 12 weeks", "within 24 hours": how long something is done or takes, as against how long ago ("since").
bool tells_duration(const Sentence& sentence, std::size_t first) {
  static constexpr std::array<std::string_view, 7> links{"for", "within", "over", "during", "after", "in", "under"};
  for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
    if (is_one_of(links, sentence.tokens[first - back].norm)) return true;
  }
  return false;
}

void add_amounts(const ClaimWords& words, const std::vector<AgeMention>& ages, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  bool has_dose = false;
  for (const NumberMention& number : sentence.numbers) {
    const std::size_t first = token_at(sentence, number.span.begin);
    const bool age = std::any_of(ages.begin(), ages.end(),
                                 [first](const AgeMention& mention) { return mention.tokens.contains(first); });
    if (number.kind == NumberKind::dose && !has_dose && !is_of_another(sentence, frame, first, first + 1)) {
      // The band stays beside the amount: "low-dose aspirin (81 mg)".
      Slot slot = amount_slot(words, number);
      slot.concepts = frame.dose.concepts;
      frame.dose = std::move(slot);
      has_dose = true;
    }
    if (number.kind == NumberKind::duration && !age && frame.duration.empty() && tells_duration(sentence, first)) {
      frame.duration = amount_slot(words, number);
      if (first > 0 && sentence.tokens[first - 1].norm == "within") {
        frame.duration.span.begin = sentence.tokens[first - 1].span.begin;
        frame.duration.text = std::string(slice(sentence.text, frame.duration.span));
      }
    }
  }
}

}  // namespace

void add_mention(const Sentence& sentence, const ConceptMention& mention, Slot& slot) {
  add_words(sentence, mention.span, slot);
  const std::string& id = mention.concept_ptr->id;
  if (std::find(slot.concepts.begin(), slot.concepts.end(), id) == slot.concepts.end()) slot.concepts.push_back(id);
}

void fill_circumstances(const ClaimWords& words, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const std::vector<AgeMention> ages = find_ages(sentence.tokens);
  add_concepts(sentence, frame);
  add_ages(sentence, ages, frame);
  add_amounts(words, ages, frame);
  if (const PhraseMatch* phrase = words.find("long_term")) {
    frame.long_term = true;
    if (frame.duration.empty()) {
      const Span span{sentence.tokens[phrase->first].span.begin, sentence.tokens[phrase->last - 1].span.end};
      frame.duration = {std::string(slice(sentence.text, span)), span, {}};
    }
  }
}

}  // namespace claimcheck
