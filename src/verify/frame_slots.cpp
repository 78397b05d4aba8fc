#include "verify/frame_slots.h"

#include <algorithm>
#include <array>

#include "text/one_of.h"
#include "verify/circumstances.h"
#include "verify/concept_roots.h"
#include "verify/people.h"
#include "verify/population_position.h"
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

// "Transplant patients have fewer X after Y", "adults who do X gain more with Y": what the people have had or do, where
// another treatment is named behind.
bool tells_people(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> holders{"patients", "recipients", "survivors", "users"};
  static constexpr std::array<std::string_view, 9> verbs{"do",   "have", "had",     "use",    "take",
                                                         "took", "get",  "undergo", "receive"};
  static constexpr std::array<std::string_view, 5> links{"with", "after", "on", "from", "when"};
  const std::vector<Token>& tokens = sentence.tokens;
  const bool held = mention.last < tokens.size() && is_one_of(holders, tokens[mention.last].norm);
  const bool done =
      mention.first >= 2 && is_one_of(verbs, tokens[mention.first - 1].norm) && tokens[mention.first - 2].norm == "who";
  if (!held && !done) return false;
  const TokenRange comparison = find_comparison(sentence);
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
    if (other.concept_ptr->kind != ConceptKind::intervention || other.first < mention.last + 2) return false;
    if (comparison.contains(other.first)) return false;
    constexpr std::size_t reach = 4;
    for (std::size_t back = 1; back <= reach && back <= other.first - mention.last; ++back) {
      if (is_one_of(links, tokens[other.first - back].norm)) return true;
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

void fill_interventions(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const TokenRange comparison = find_comparison(sentence);
  const std::size_t verb = find_verb(words);
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::intervention || is_imitated(sentence, mention)) continue;
    if (is_way_of_taking(sentence, mention) || tells_people(sentence, mention)) continue;
    if (comparison.contains(mention.first)) {
      if (!is_given_to(sentence, mention)) add_mention(sentence, mention, frame.comparator);
      continue;
    }
    if (frame.subject.empty() && is_only_a_time(words, mention)) continue;
    if (frame.subject.empty() || is_given_together(sentence, mention, verb)) {
      add_mention(sentence, mention, frame.subject);
    }
  }
  if (frame.subject.empty()) fill_exposure(words, vocabulary, verb, frame);
  widen_to_lack(words, frame);
}

// Words that name a way of use ("misuse") are the setting before they are a harm.
bool names_setting(const Sentence& sentence, const ConceptMention& mention) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
    return other.concept_ptr->kind == ConceptKind::setting && other.span.overlaps(mention.span);
  });
}

// "areas that regulate mood": what stands in a relative clause behind the verb describes something else.
// "Affects brain chemicals linked to mood": a participle behind a noun opens a clause as "that" does.
bool opens_description(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 6> participles{"linked",   "related",   "tied",
                                                               "involved", "connected", "associated"};
  static constexpr std::array<std::string_view, 14> verbs{"is",   "are",      "was",     "were", "be",  "been", "being",
                                                          "also", "strongly", "closely", "not",  "may", "can",  ","};
  static constexpr std::array<std::string_view, 3> links{"to", "in", "with"};
  if (at == 0 || at + 1 >= sentence.tokens.size() || !is_one_of(participles, sentence.tokens[at].norm)) return false;
  return is_one_of(links, sentence.tokens[at + 1].norm) && !is_one_of(verbs, sentence.tokens[at - 1].norm);
}

bool is_in_relative_clause(const ClaimWords& words, const ConceptMention& mention) {
  for (std::size_t i = find_verb(words) + 1; i < mention.first; ++i) {
    const std::string& norm = words.sentence.tokens[i].norm;
    if (opens_description(words.sentence, i)) return true;
    if (norm != "that" && norm != "which") continue;
    if (!claim_words().contains({&words.sentence.tokens[i - 1], 1}, "says")) return true;
  }
  return false;
}

// "A raised heart rate is a common side effect": the family is the predicate, and what stands before it the outcome.
bool is_predicate(const Sentence& sentence, const ConceptMention& family, const Vocabulary& vocabulary) {
  static constexpr std::array<std::string_view, 3> copulas{"is", "are", "as"};
  constexpr std::size_t reach = 6;
  if (!names_family(sentence, family) || !vocabulary.is_kind_of(family.concept_ptr->id, kAdverseEffects)) return false;
  for (std::size_t back = 1; back <= reach && back <= family.first; ++back) {
    const std::string& norm = sentence.tokens[family.first - back].norm;
    if (std::find(copulas.begin(), copulas.end(), norm) == copulas.end()) continue;
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
      return mention.concept_ptr->kind == ConceptKind::outcome && mention.last <= family.first - back;
    });
  }
  return false;
}

// "Relieves pain without sedation": the claim is about pain.
bool is_denied_beside(const Sentence& sentence, const ConceptMention& mention) {
  constexpr std::size_t reach = 3;
  for (std::size_t back = 1; back <= reach && back <= mention.first; ++back) {
    const std::size_t at = mention.first - back;
    if (sentence.tokens[at].norm != "without") continue;
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
      return other.concept_ptr->kind == ConceptKind::outcome && other.last <= at;
    });
  }
  return false;
}

// "Withdrawal symptoms such as dizziness": an example of what is claimed.
bool is_example(const Sentence& sentence, const ConceptMention& mention) {
  if (mention.first < 2 || sentence.tokens[mention.first - 1].norm != "as") return false;
  return sentence.tokens[mention.first - 2].norm == "such" &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
           return other.concept_ptr->kind == ConceptKind::outcome && other.last <= mention.first - 2;
         });
}

// "Does not harm memory": a verb, and what it acts on is the outcome.
bool is_verb_before_outcome(const ClaimWords& words, const ConceptMention& mention) {
  if (mention.last != mention.first + 1 || mention.first == 0) return false;
  const bool verb = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "bad" && phrase.first == mention.first && phrase.last == mention.last;
  });
  return verb && std::any_of(words.sentence.mentions.begin(), words.sentence.mentions.end(), [&](const auto& next) {
           return next.concept_ptr->kind == ConceptKind::outcome && next.first >= mention.last &&
                  next.first <= mention.last + 1;
         });
}

bool may_be_outcome(const ClaimWords& words, const ConceptMention& mention, const ClaimFrame& frame) {
  return mention.concept_ptr->kind == ConceptKind::outcome && !mention.span.overlaps(frame.subject.span) &&
         !mention.span.overlaps(frame.comparator.span) && !is_in_relative_clause(words, mention) &&
         !find_aside(words.sentence).contains(mention.first) && !is_denied_beside(words.sentence, mention) &&
         !is_example(words.sentence, mention) && !is_verb_before_outcome(words, mention);
}

// "The drug for X can cause Y": before the verb, X is what it is given for.
bool is_indication_of_subject(const ClaimWords& words, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 2> links{"for", "against"};
  if (mention.first < 2 || mention.last > find_verb(words)) return false;
  return is_one_of(links, words.sentence.tokens[mention.first - 1].norm) &&
         std::any_of(words.sentence.mentions.begin(), words.sentence.mentions.end(), [&](const ConceptMention& other) {
           return other.concept_ptr->kind == ConceptKind::intervention && other.last + 1 == mention.first;
         });
}

// "Opioids prescribed for pain".
bool is_given_for(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 6> verbs{"prescribed", "taken", "taking", "given", "used", "treated"};
  return mention.first >= 2 && sentence.tokens[mention.first - 1].norm == "for" &&
         is_one_of(verbs, sentence.tokens[mention.first - 2].norm);
}

// How likely an outcome is meant, the most likely first: plain ones, diseases that name the patients, "effective" and
// the like, words that also name the setting.
constexpr std::size_t kOutcomeRanks = 4;
constexpr std::array<std::string_view, 4> kRates{"rate", "rates", "respond", "responds"};
std::size_t rank_of(const ClaimWords& words, const ConceptMention& mention) {
  const Sentence& sentence = words.sentence;
  if (names_setting(sentence, mention)) return 3;
  // "The response rate in depression", "more patients respond" are on the rate.
  const bool rated = is_one_of(kRates, sentence.tokens[mention.last - 1].norm);
  if (mention.concept_ptr->id == kTreatmentResponse && !rated) return 2;
  if (is_indication_of_subject(words, mention) || is_given_for(sentence, mention)) return 1;
  // "Pain in children with cancer": a harm too may be what people have.
  const bool of_people = mention.concept_ptr->harm ? describes_people(sentence, {mention.first, mention.last}) ||
                                                         is_set_apart(sentence, mention)
                                                   : is_population_position(sentence, mention);
  return of_people ? 1 : 0;
}

// "Deaths after an overdose of the drug", "a ketamine overdose damages the heart": the overdose is how much was taken.
void drop_overdoses(const Vocabulary& vocabulary, std::vector<const ConceptMention*>& mentions) {
  const auto is_overdose = [&](const ConceptMention* mention) {
    return vocabulary.is_kind_of(mention->concept_ptr->id, kOverdose) &&
           !vocabulary.is_kind_of(mention->concept_ptr->id, kMortality);
  };
  if (!std::all_of(mentions.begin(), mentions.end(), is_overdose)) std::erase_if(mentions, is_overdose);
}

// "The risks of X include raised blood pressure": the family only opens the list.
bool opens_list(const Sentence& sentence, const ConceptMention& family) {
  if (family.concept_ptr->id != kAdverseEffects) return false;
  const auto include = std::find_if(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(family.last),
                                    sentence.tokens.end(), [](const Token& token) { return token.stem == "includ"; });
  if (include == sentence.tokens.end()) return false;
  const auto at = static_cast<std::size_t>(include - sentence.tokens.begin());
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first > at;
  });
}

// "Fatigue is a side effect": the family only says what sort of outcome it is.
void drop_families(const Sentence& sentence, const Vocabulary& vocabulary,
                   std::vector<const ConceptMention*>& mentions) {
  const std::vector<const ConceptMention*> all = mentions;
  std::erase_if(mentions, [&](const ConceptMention* mention) {
    const std::string& id = mention->concept_ptr->id;
    // "Colds and other infections": the claim is on the family.
    const bool widens = mention->first > 0 && sentence.tokens[mention->first - 1].norm == "other";
    if (widens) return false;
    return is_predicate(sentence, *mention, vocabulary) || opens_list(sentence, *mention) ||
           std::any_of(all.begin(), all.end(), [&](const ConceptMention* other) {
             return other->concept_ptr->id != id && vocabulary.is_kind_of(other->concept_ptr->id, id);
           });
  });
}

bool has_harming_verb(const ClaimWords& words) {
  const std::vector<ConceptMention>& mentions = words.sentence.mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const ConceptMention& mention) { return is_verb_before_outcome(words, mention); });
}

// What harms the memory impairs it.
void turn_to_harm(const Vocabulary& vocabulary, Slot& outcome) {
  for (std::string& id : outcome.concepts) {
    const auto harm = std::find_if(vocabulary.concepts().begin(), vocabulary.concepts().end(),
                                   [&](const Concept& each) { return each.harm && each.opposite == id; });
    if (harm != vocabulary.concepts().end()) id = harm->id;
  }
}

// "The flu vaccine works", "protects old people": the claim is on what it is given against.
bool fill_prevented(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const PhraseMatch* works = words.find("benefit_word");
  if (works == nullptr) works = words.find("prevents");
  if (works == nullptr) return false;
  std::vector<std::string> against;
  for (const std::string& id : frame.subject.concepts) {
    const Concept* meaning = vocabulary.find(id);
    if (meaning != nullptr) against.insert(against.end(), meaning->prevents.begin(), meaning->prevents.end());
  }
  if (against.empty()) return false;
  const Sentence& sentence = words.sentence;
  const Span span{sentence.tokens[works->first].span.begin, sentence.tokens[works->last - 1].span.end};
  frame.outcome = {std::string(slice(sentence.text, span)), span, {against.front()}};
  return true;
}

// The first rank that occurs fills the slot.
void fill_outcome(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  std::array<std::vector<const ConceptMention*>, kOutcomeRanks> ranked;
  for (const ConceptMention& mention : sentence.mentions) {
    if (may_be_outcome(words, mention, frame)) ranked.at(rank_of(words, mention)).push_back(&mention);
  }
  for (auto& mentions : ranked) {
    if (&mentions != ranked.data() && fill_prevented(words, vocabulary, frame)) return;
    drop_overdoses(vocabulary, mentions);
    drop_families(sentence, vocabulary, mentions);
    for (const ConceptMention* mention : mentions) add_mention(sentence, *mention, frame.outcome);
    if (frame.outcome.empty()) continue;
    if (has_harming_verb(words)) turn_to_harm(vocabulary, frame.outcome);
    return;
  }
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

bool is_harm_slot(const Slot& outcome, const Vocabulary& vocabulary) {
  return std::any_of(outcome.concepts.begin(), outcome.concepts.end(), [&](const std::string& id) {
    const Concept* meaning = vocabulary.find(id);
    return meaning != nullptr && meaning->harm;
  });
}

void fill_slots(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  fill_interventions(words, vocabulary, frame);
  fill_outcome(words, vocabulary, frame);
  fill_circumstances(words, frame);
  const std::size_t verb = find_verb(words);
  const TokenRange comparison = find_comparison(words.sentence);
  const bool opens = comparison.last <= verb && comparison.first <= 1;
  if (frame.subject.empty()) frame.subject = raw_slot(words, opens ? comparison.last : 0, verb);
  const std::size_t end = comparison.first > verb ? comparison.first : words.sentence.tokens.size();
  if (frame.outcome.empty()) frame.outcome = raw_slot(words, verb, end);
  if (frame.comparator.empty() && find_aside(words.sentence).empty())
    frame.comparator = raw_slot(words, comparison.first, comparison.last);
  frame.valence = outcome_valence(frame.outcome, vocabulary);
}

}  // namespace claimcheck
