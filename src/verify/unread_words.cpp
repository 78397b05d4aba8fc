#include "verify/unread_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "verify/ages.h"
#include "verify/claim_direction.h"
#include "verify/claimed_amount.h"
#include "verify/population_position.h"

namespace claimcheck {
namespace {

// "Without the side effects of opioids": a promise of its own.
bool is_left_out(const Sentence& sentence, const ConceptMention& mention) {
  constexpr std::size_t reach = 3;
  for (std::size_t back = 1; back <= reach && back <= mention.first; ++back) {
    if (sentence.tokens[mention.first - back].norm == "without") return true;
  }
  return false;
}

// A slot's span runs from the first thing that it names to the last; what stands between fills it only where the slot
// is of plain words.
bool fills(const Sentence& sentence, const Slot& slot, Span span) {
  if (!slot.span.overlaps(span)) return false;
  if (slot.concepts.empty()) return true;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.span.contains(span) &&
           std::find(slot.concepts.begin(), slot.concepts.end(), mention.concept_ptr->id) != slot.concepts.end();
  });
}

// "Adults over 65": the number belongs to the people.
bool is_age(const Sentence& sentence, const ClaimFrame& frame, Span span) {
  if (!frame.population.span.overlaps(span)) return false;
  const std::vector<AgeMention> ages = find_ages(sentence.tokens);
  return std::any_of(ages.begin(), ages.end(), [&](const AgeMention& age) {
    const Token& first = sentence.tokens[age.tokens.first];
    const Token& last = sentence.tokens[age.tokens.last - 1];
    return Span{first.span.begin, last.span.end}.contains(span);
  });
}

bool is_read(const Sentence& sentence, const ClaimFrame& frame, Span span) {
  return fills_slot(sentence, frame, span) || frame.demand_cue.span.overlaps(span) ||
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           const ConceptKind kind = mention.concept_ptr->kind;
           return mention.span.contains(span) && kind != ConceptKind::species &&
                  (kind != ConceptKind::intervention || is_imitated(sentence, mention)) &&
                  (kind != ConceptKind::outcome ||
                   (names_family(sentence, mention) && !is_left_out(sentence, mention)));
         });
}

// "Uncommon, affecting fewer than one in a hundred": the number says it.
bool says_how_often(const ClaimWords& words, const ClaimFrame& frame, std::size_t index) {
  static constexpr std::array<std::string_view, 4> rates{"magnitude_low", "magnitude_high", "at_most", "at_least"};
  return frame.threshold && std::any_of(words.phrases.begin(), words.phrases.end(), [index](const PhraseMatch& match) {
           const bool rate = is_one_of(rates, match.category);
           return rate && match.first <= index && index < match.last;
         });
}

// "Keeps infections at bay": the verb and its particle tell the change.
bool opens_change(const ClaimWords& words, std::size_t index) {
  const std::vector<ToldChange> told = list_told_changes(words);
  return std::any_of(told.begin(), told.end(), [index](const ToldChange& change) { return change.first == index; });
}

// "Pushes the blood count too high": the end of what tells the change.
bool is_excess(const Sentence& sentence, std::size_t index) {
  const std::string& norm = sentence.tokens[index].norm;
  return norm == "high" && index > 0 && sentence.tokens[index - 1].norm == "too";
}

bool is_used_by_rule(const ClaimWords& words, std::size_t index) {
  static constexpr std::array<std::string_view, 24> used{
      "causal",    "may",         "absolute",     "associated", "reported", "risk_word", "long_term", "harm_absent",
      "harm_word", "risk_absent", "benefit_word", "reassuring", "degree",   "for_most",  "less",      "more",
      "good",      "bad",         "comparative",  "generic",    "everyday", "poses",     "endangers", "no_benefit"};
  const bool phrase = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& match) {
    return match.first <= index && index < match.last && is_one_of(used, match.category);
  });
  return phrase || opens_change(words, index) || is_excess(words.sentence, index) ||
         std::any_of(words.sentence.cues.begin(), words.sentence.cues.end(), [&](const Cue& cue) {
           const bool read = cue.kind <= CueKind::associate || cue.kind == CueKind::comparison;
           return read && cue.first <= index && index < cue.last;
         });
}

}  // namespace

bool is_opening_time(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 5> units{"hours", "days", "weeks", "months", "years"};
  constexpr std::size_t reach = 2;
  if (sentence.tokens[at].norm != "first") return false;
  for (std::size_t i = at + 1; i <= at + reach && i < sentence.tokens.size(); ++i) {
    if (is_one_of(units, sentence.tokens[i].norm)) return true;
  }
  return false;
}

bool fills_slot(const Sentence& sentence, const ClaimFrame& frame, Span span) {
  const std::array<const Slot*, 6> named{&frame.subject,    &frame.comparator, &frame.outcome,
                                         &frame.population, &frame.route,      &frame.setting};
  const std::array<const Slot*, 3> worded{&frame.dose, &frame.duration, &frame.quantifier};
  if (frame.subject_is_lack && frame.subject.span.overlaps(span)) return true;  // "low vitamin D levels"
  return std::any_of(worded.begin(), worded.end(), [span](const Slot* slot) { return slot->span.overlaps(span); }) ||
         std::any_of(named.begin(), named.end(), [&](const Slot* slot) { return fills(sentence, *slot, span); }) ||
         is_age(sentence, frame, span);
}

std::vector<std::string> find_unread(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  std::vector<std::string> unread;
  const TokenRange aside = find_aside(sentence);
  const std::optional<ClaimedAmount> amount = find_claimed_amount(sentence.text, sentence.tokens);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (aside.contains(i)) continue;
    const Token& token = sentence.tokens[i];
    if (amount && amount->span.contains(token.span)) continue;
    if (token.kind != TokenKind::word || is_stop_word(token.norm)) continue;
    if (says_how_often(words, frame, i) || is_in_apposition(sentence, i) || is_opening_time(sentence, i)) continue;
    if (is_read(sentence, frame, token.span) || is_used_by_rule(words, i) || is_falling(sentence, i)) continue;
    unread.push_back(token.stem);
  }
  return unread;
}

}  // namespace claimcheck
