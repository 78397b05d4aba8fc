#include "verify/frame_slots.h"

#include <algorithm>
#include <array>

#include "text/one_of.h"
#include "verify/circumstances.h"
#include "verify/compared_arms.h"
#include "verify/concept_roots.h"
#include "verify/frame_outcome.h"
#include "verify/people.h"
#include "verify/population_position.h"
#include "verify/time_of_giving.h"
#include "verify/too_little.h"
#include "verify/unread_words.h"

namespace claimcheck {
namespace {

bool is_filler(const ClaimWords& words, std::size_t index) {
  const Token& token = words.sentence.tokens[index];
  if (token.kind != TokenKind::word || is_stop_word(token.norm)) return true;
  // Words that only serve to read other words are no filler.
  static constexpr std::array<std::string_view, 15> kept{
      "benefit_word",  "everyday", "too_little", "stop_using", "measure", "holder",       "oneself", "fewer",
      "way_of_giving", "ends_use", "after_use",  "alone",      "tissue",  "always_named", "organ"};
  const bool in_phrase = std::any_of(words.phrases.begin(), words.phrases.end(), [index](const PhraseMatch& phrase) {
    return phrase.first <= index && index < phrase.last && !is_one_of(kept, phrase.category);
  });
  const bool in_cue = std::any_of(words.sentence.cues.begin(), words.sentence.cues.end(),
                                  [index](const Cue& cue) { return cue.first <= index && index < cue.last; });
  return in_phrase || in_cue;
}

// The content words in tokens [first, last) as a slot without concepts.
Slot raw_slot(const ClaimWords& words, std::size_t first, std::size_t last) {
  Slot slot;
  for (std::size_t i = first; i < std::min(last, words.sentence.tokens.size()); ++i) {
    if (is_filler(words, i)) continue;
    const Token& token = words.sentence.tokens[i];
    if (slot.text.empty()) {
      slot.span = token.span;
    } else {
      slot.text += ' ';
      slot.span.end = token.span.end;
    }
    slot.text += slice(words.sentence.text, token.span);
  }
  return slot;
}

// "Vitamin D deficiency" is a disease of the vocabulary's, and the claim is on the vitamin.
bool fill_deficiency(const ClaimWords& words, const ConceptMention& disease, const Vocabulary& vocabulary,
                     ClaimFrame& frame) {
  for (const PhraseMatch& phrase : words.phrases) {
    if (!is_lack_behind(phrase) || phrase.first <= disease.first || phrase.last != disease.last) continue;
    const std::vector<Token>& tokens = words.sentence.tokens;
    const Span name{tokens[disease.first].span.begin, tokens[phrase.first - 1].span.end};
    const Slot named = read_slot(slice(words.sentence.text, name), vocabulary);
    if (named.concepts.empty()) return false;
    frame.subject = {std::string(slice(words.sentence.text, disease.span)), disease.span, named.concepts};
    frame.subject_is_lack = true;
    return true;
  }
  return false;
}

// What a claim is about when it names no intervention: a disease or measure before the verb.
void fill_exposure(const ClaimWords& words, const Vocabulary& vocabulary, std::size_t verb, ClaimFrame& frame) {
  // "The risk of X is low" names no exposure.
  const PhraseMatch* risk = words.find("risk_word");
  if (risk != nullptr && risk->first < verb) return;
  for (const ConceptMention& mention : words.sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::outcome || mention.last > verb) continue;
    if (!fill_deficiency(words, mention, vocabulary, frame)) add_mention(words.sentence, mention, frame.subject);
    return;
  }
}

// "Healthy habits before and after ketamine treatment": the treatment only tells when.
bool is_only_a_time(const ClaimWords& words, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 3> links{"before", "after", "during"};
  if (mention.first < 2) return false;
  const auto& tokens = words.sentence.tokens;
  const bool linked = std::find(links.begin(), links.end(), tokens[mention.first - 1].norm) != links.end();
  const bool after_outcome =
      std::any_of(words.sentence.mentions.begin(), words.sentence.mentions.end(), [&](const ConceptMention& other) {
        return other.concept_ptr->kind == ConceptKind::outcome && other.last < mention.first;
      });
  return linked && !after_outcome && !raw_slot(words, 0, mention.first - 1).empty();
}

// "Low vitamin D levels", "iron deficiency", "stopping lithium": the exposure is the lack. "Weight stays off once
// people stop taking it": the exposure is the end of it.
void widen_to_lack(const ClaimWords& words, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  if (tells_after_use(words.phrases, sentence.tokens)) frame.subject_is_lack = true;
  for (const ConceptMention& mention : sentence.mentions) {
    if (frame.subject.span.empty() || !frame.subject.span.contains(mention.span)) continue;
    const TokenRange lack = find_lack(sentence, {mention.first, mention.last});
    if (lack.first == mention.first && lack.last == mention.last) continue;
    const Span span{sentence.tokens[lack.first].span.begin, sentence.tokens[lack.last - 1].span.end};
    frame.subject.span = {std::min(frame.subject.span.begin, span.begin), std::max(frame.subject.span.end, span.end)};
    frame.subject.text = std::string(slice(sentence.text, frame.subject.span));
    frame.subject_is_lack = true;
    return;
  }
}

// "Fibrinogen cuts bleeding after heart surgery": the vocabulary does not know what the claim is on, and what it knows
// behind the verb only tells when.
bool is_time_of_unknown(const ClaimWords& words, const ConceptMention& mention, std::size_t verb) {
  const std::vector<ConceptMention>& mentions = words.sentence.mentions;
  return mention.first > verb && is_time_of_giving(words.sentence, mention) && !raw_slot(words, 0, verb).empty() &&
         std::none_of(mentions.begin(), mentions.end(), [&](const ConceptMention& other) {
           return other.first < verb && (other.concept_ptr->kind == ConceptKind::outcome ||
                                         other.concept_ptr->kind == ConceptKind::population);
         });
}

// "Smoking cannabis": how it is taken.
bool is_way_of_taking(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> ways{"smoking", "drinking", "vaping", "smoke"};
  if (mention.last != mention.first + 1 || !is_one_of(ways, sentence.tokens[mention.first].norm)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& next) {
    return next.concept_ptr->kind == ConceptKind::intervention && next.first == mention.last;
  });
}

// "As effective as X for giving up smoking", "better than X at preventing strokes": what it is given for.
bool is_given_to(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> links{"for", "at", "in", "against"};
  constexpr std::size_t reach = 2;
  const bool outcome = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& other) {
    return other.concept_ptr->kind == ConceptKind::outcome && other.span.overlaps(mention.span);
  });
  for (std::size_t back = 1; outcome && back <= reach && back <= mention.first; ++back) {
    if (is_one_of(links, sentence.tokens[mention.first - back].norm)) return true;
  }
  return false;
}

// "If you take aspirin every day, X lowers …": what those take for whom the claim is meant.
bool is_condition(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 2> opens{"if", "when"};
  static constexpr std::array<std::string_view, 8> verbs{"take", "taking", "use",       "using",
                                                         "on",   "have",   "receiving", "need"};
  const std::vector<Token>& tokens = sentence.tokens;
  if (tokens.empty() || !is_one_of(opens, tokens.front().norm)) return false;
  const auto comma = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.norm == ","; });
  const auto end = static_cast<std::size_t>(comma - tokens.begin());
  const bool taken = std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(mention.first),
                                 [](const Token& token) { return is_one_of(verbs, token.norm); });
  return taken && mention.last <= end && end < tokens.size() &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
           return other.concept_ptr->kind == ConceptKind::intervention && other.first > end;
         });
}

// "Transplant patients have fewer X after Y", "adults who do X gain more with Y": what the people have had or do, where
// another treatment is named behind.
bool tells_people(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> holders{"patients", "recipients", "survivors", "users"};
  static constexpr std::array<std::string_view, 9> verbs{"do",   "have", "had",     "use",    "take",
                                                         "took", "get",  "undergo", "receive"};
  static constexpr std::array<std::string_view, 6> links{"with", "after", "on", "from", "when", "take"};
  const std::vector<Token>& tokens = sentence.tokens;
  const bool held = mention.last < tokens.size() && is_one_of(holders, tokens[mention.last].norm);
  const bool verb = mention.first >= 2 && is_one_of(verbs, tokens[mention.first - 1].norm);
  const std::size_t before = verb ? mention.first - 1 : mention.first;
  const bool done = before >= 1 && tokens[before - 1].norm == "who";
  if (!held && !done) return false;
  const TokenRange comparison = find_comparison(sentence);
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
    if (other.concept_ptr->kind != ConceptKind::intervention || other.first < mention.last + 2) return false;
    if (comparison.contains(other.first)) return false;
    constexpr std::size_t reach = 6;
    for (std::size_t back = 1; back <= reach && back <= other.first - mention.last; ++back) {
      const std::size_t at = other.first - back;
      // "End up with a new knee" comes to them later.
      if (is_one_of(links, tokens[at].norm)) return at == 0 || tokens[at - 1].norm != "up";
    }
    return false;
  });
}

// Two interventions before the verb, or "combined with …" after it.
bool is_given_together(const Sentence& sentence, const ConceptMention& mention, std::size_t verb) {
  if (mention.last <= verb) return true;
  return mention.first >= 2 && sentence.tokens[mention.first - 1].norm == "with" &&
         sentence.tokens[mention.first - 2].stem == stem_word("combined");
}

// "Turmeric supplements", "drugs such as diazepam": a word for the sort beside the name.
bool is_sort_of_named(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 3> examples{"as", "like", "including"};
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& named) {
    if (named.concept_ptr->kind != ConceptKind::intervention || &named == &mention) return false;
    const bool supplements = mention.concept_ptr->id == kSupplement && named.last == mention.first;
    const std::size_t at = named.first - std::min<std::size_t>(named.first, 1);
    const bool such = named.first > mention.last && is_one_of(examples, sentence.tokens[at].norm) &&
                      named.first - mention.last <= 2 && (at == mention.last || sentence.tokens[at - 1].norm == "such");
    return supplements || such;
  });
}

// A treatment that is neither what the claim is on nor what it is held against.
bool is_beside(const Sentence& sentence, const ConceptMention& mention) {
  return is_imitated(sentence, mention) || is_way_of_taking(sentence, mention) || tells_people(sentence, mention) ||
         is_condition(sentence, mention) || is_sort_of_named(sentence, mention);
}

void fill_interventions(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const TokenRange comparison = find_comparison(sentence);
  const std::size_t verb = find_verb(words);
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::intervention) continue;
    if (is_beside(sentence, mention)) continue;
    if (comparison.contains(mention.first)) {
      if (!is_given_to(sentence, mention)) add_mention(sentence, mention, frame.comparator);
      continue;
    }
    if (frame.subject.empty() && (is_only_a_time(words, mention) || is_time_of_unknown(words, mention, verb))) continue;
    const bool together = is_given_together(sentence, mention, verb) && !is_time_of_giving(sentence, mention);
    if (frame.subject.empty() || together) {
      add_mention(sentence, mention, frame.subject);
    }
  }
  if (frame.subject.empty()) fill_exposure(words, vocabulary, verb, frame);
  widen_to_lack(words, frame);
}

// "Better than a low dose": the words for how it is given are no filler here.
Slot other_way(const ClaimWords& words, const TokenRange& comparison) {
  const std::vector<Token>& tokens = words.sentence.tokens;
  std::size_t end = end_of_rival(words.sentence, comparison);
  while (end > comparison.first && tokens[end - 1].kind == TokenKind::punctuation) --end;
  if (comparison.first + 1 >= end) return {};
  const Span span{tokens[comparison.first + 1].span.begin, tokens[end - 1].span.end};
  return {std::string(slice(words.sentence.text, span)), span, {}};
}

// "Joint complaints are more frequent in depressed people": where the vocabulary does not know what is more frequent,
// the tokens before the verb.
std::size_t find_unknown_outcome(const ClaimWords& words) {
  static constexpr std::array<std::string_view, 4> copulas{"is", "are", "was", "were"};
  const PhraseMatch* compared = words.find("comparing");
  if (compared == nullptr || compared->first < 2) return 0;
  const std::size_t end = compared->first - 1;
  const std::vector<ConceptMention>& mentions = words.sentence.mentions;
  const bool known = std::any_of(mentions.begin(), mentions.end(), [&](const ConceptMention& mention) {
    const ConceptKind kind = mention.concept_ptr->kind;
    const bool names =
        kind == ConceptKind::intervention || kind == ConceptKind::outcome || kind == ConceptKind::population;
    return mention.first < end && names;
  });
  return !known && is_one_of(copulas, words.sentence.tokens[end].norm) ? end : 0;
}

}  // namespace

Slot read_slot(std::string_view text, const Vocabulary& vocabulary) {
  Slot slot;
  slot.text = std::string(text);
  for (const ConceptMention& mention : vocabulary.find_mentions(text, tokenize(text))) {
    slot.concepts.push_back(mention.concept_ptr->id);
  }
  return slot;
}

Valence outcome_valence(const Slot& outcome, const Vocabulary& vocabulary) {
  Valence valence = Valence::neutral;
  for (const std::string& id : outcome.concepts) {
    const Concept* meaning = vocabulary.find(id);
    if (meaning == nullptr || meaning->valence == Valence::neutral) continue;
    if (meaning->valence == Valence::bad) return Valence::bad;
    valence = meaning->valence;
  }
  return valence;
}

bool is_control(const Slot& comparator, const Vocabulary& vocabulary) {
  return !comparator.concepts.empty() &&
         std::all_of(comparator.concepts.begin(), comparator.concepts.end(),
                     [&](const std::string& id) { return vocabulary.is_kind_of(id, kControl); });
}

bool is_harm_slot(const Slot& outcome, const Vocabulary& vocabulary) {
  return std::any_of(outcome.concepts.begin(), outcome.concepts.end(), [&](const std::string& id) {
    const Concept* meaning = vocabulary.find(id);
    return meaning != nullptr && meaning->harm;
  });
}

void fill_slots(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  fill_interventions(words, vocabulary, frame);
  frame.outcome = raw_slot(words, 0, find_unknown_outcome(words));
  if (frame.outcome.empty()) fill_outcome(words, vocabulary, frame);
  fill_circumstances(words, frame);
  const std::size_t verb = find_verb(words);
  const TokenRange comparison = find_comparison(words.sentence);
  const bool opens = comparison.last <= verb && comparison.first <= 1;
  if (frame.subject.empty()) frame.subject = raw_slot(words, opens ? comparison.last : 0, verb);
  // "Addiction risk stays low": of what is not said.
  if (frame.subject.concepts.empty() && frame.subject.span == frame.outcome.span) frame.subject = {};
  const std::size_t end = comparison.first > verb ? comparison.first : words.sentence.tokens.size();
  if (frame.outcome.empty()) frame.outcome = raw_slot(words, verb, end);
  if (frame.comparator.empty() && find_aside(words.sentence).empty())
    frame.comparator = raw_slot(words, comparison.first, end_of_rival(words.sentence, comparison));
  if (frame.comparator.empty() && compares_with_itself(words, frame)) frame.comparator = other_way(words, comparison);
  frame.valence = outcome_valence(frame.outcome, vocabulary);
}

}  // namespace claimcheck
