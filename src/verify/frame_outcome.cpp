#include "verify/frame_outcome.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "verify/circumstances.h"
#include "verify/concept_roots.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/population_position.h"
#include "verify/time_of_giving.h"

namespace claimcheck {
namespace {

// Words that name a way of use ("misuse") are the setting before they are a harm.
bool names_setting(const Sentence& sentence, const ConceptMention& mention) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
    return other.concept_ptr->kind == ConceptKind::setting && other.span.overlaps(mention.span);
  });
}

// "areas that regulate mood": what stands in a relative clause behind the verb describes something else.
// "Affects brain chemicals linked to mood": a participle behind a noun opens a clause as "that" does.
bool is_descriptive_participle(const Sentence& sentence, std::size_t at) {
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
    if (is_descriptive_participle(words.sentence, i)) return true;
    if ((norm == "that" || norm == "which") && opens_description(words.sentence, i)) return true;
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

bool is_in_brackets(const Sentence& sentence, std::size_t at) {
  for (std::size_t i = at; i-- > 0;) {
    if (sentence.tokens[i].norm == ")") return false;
    if (sentence.tokens[i].norm == "(") return true;
  }
  return false;
}

// "Help people with a weak heart (heart failure) live longer": what explains other words.
bool is_gloss(const Sentence& sentence, const ConceptMention& mention) {
  return is_in_brackets(sentence, mention.first) &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
           return other.concept_ptr->kind == ConceptKind::outcome && !is_in_brackets(sentence, other.first);
         });
}

// "Keeps overweight men from getting diabetes": who they are.
bool is_kept_from(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 6> verbs{"getting",   "developing", "having",
                                                         "suffering", "catching",   "becoming"};
  constexpr std::size_t reach = 8;
  const std::size_t end = std::min(mention.last + reach, sentence.tokens.size());
  for (std::size_t i = mention.last; i + 1 < end; ++i) {
    if (sentence.tokens[i].norm != "from" || !is_one_of(verbs, sentence.tokens[i + 1].norm)) continue;
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
      return other.concept_ptr->kind == ConceptKind::outcome && other.first > i;
    });
  }
  return false;
}

bool may_be_outcome(const ClaimWords& words, const ConceptMention& mention, const ClaimFrame& frame) {
  return mention.concept_ptr->kind == ConceptKind::outcome && !mention.span.overlaps(frame.subject.span) &&
         !mention.span.overlaps(frame.comparator.span) && !is_in_relative_clause(words, mention) &&
         !find_aside(words.sentence).contains(mention.first) && !is_denied_beside(words.sentence, mention) &&
         !is_example(words.sentence, mention) && !is_verb_before_outcome(words, mention) &&
         !is_gloss(words.sentence, mention) && !is_kept_from(words.sentence, mention) &&
         !is_in_apposition(words.sentence, mention.first);
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

// "Opioids prescribed for pain", "used properly for pain".
bool is_given_for(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 6> verbs{"prescribed", "taken", "taking", "given", "used", "treated"};
  if (mention.first < 3 || sentence.tokens[mention.first - 1].norm != "for") return false;
  const std::size_t behind = mention.first - 2;
  const std::size_t verb = sentence.tokens[behind].norm.ends_with("ly") ? behind - 1 : behind;
  return is_one_of(verbs, sentence.tokens[verb].norm);
}

// "Improves cognition in Alzheimer's disease", "reduces strokes after a heart attack": in whom, behind what changes.
bool tells_in_whom(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> links{"in", "after", "following", "during"};
  constexpr std::size_t reach = 3;
  for (std::size_t back = 1; back <= reach && back < mention.first; ++back) {
    const std::size_t link = mention.first - back;
    if (sentence.tokens[link].kind != TokenKind::word) return false;
    if (!is_one_of(links, sentence.tokens[link].norm)) continue;
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
      return other.concept_ptr->kind == ConceptKind::outcome && other.last == link;
    });
  }
  return false;
}

// How likely an outcome is meant, the most likely first: plain ones, diseases that name the patients, "effective" and
// the like, words that also name the setting.
constexpr std::size_t kOutcomeRanks = 4;
constexpr std::array<std::string_view, 4> kRates{"rate", "rates", "respond", "responds"};
std::size_t rank_of(const ClaimWords& words, const ConceptMention& mention) {
  const Sentence& sentence = words.sentence;
  if (names_setting(sentence, mention)) return 3;
  // "The response rate in depression", "more patients respond" are on the rate; "pneumonia responds" is on pneumonia.
  const bool of_disease = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& disease) {
    return disease.concept_ptr->kind == ConceptKind::outcome && disease.last == mention.first && disease.first == 0;
  });
  const bool rated = !of_disease && is_one_of(kRates, sentence.tokens[mention.last - 1].norm);
  if (mention.concept_ptr->id == kTreatmentResponse && !rated) return 2;
  if (is_indication_of_subject(words, mention) || is_given_for(sentence, mention)) return 1;
  // "Pregabalin before cancer surgery cuts Y".
  if (mention.last <= find_verb(words) && is_time_of_giving(sentence, mention)) return 1;
  // "Side effects of the treatment of X".
  if (is_indication(sentence, {mention.first, mention.last}) || tells_in_whom(sentence, mention)) return 1;
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

bool is_behind(const Sentence& sentence, const ConceptMention& disease, std::size_t first, std::string_view link) {
  if (first < disease.last) return false;
  const std::size_t between = first - disease.last;
  return between == 0 || (between == 1 && sentence.tokens[disease.last].norm == link);
}

// "Stops gout from coming back" is on the relapse, "puts diabetes into remission" on the disease.
void drop_courses(const Sentence& sentence, std::vector<const ConceptMention*>& mentions) {
  const std::vector<const ConceptMention*> all = mentions;
  std::erase_if(mentions, [&](const ConceptMention* mention) {
    return std::any_of(all.begin(), all.end(), [&](const ConceptMention* other) {
      if (mention->concept_ptr->id == kRemission) return is_behind(sentence, *other, mention->first, "into");
      return other->concept_ptr->id == kRelapse && is_behind(sentence, *mention, other->first, "from");
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

}  // namespace

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
    drop_courses(sentence, mentions);
    for (const ConceptMention* mention : mentions) add_mention(sentence, *mention, frame.outcome);
    if (frame.outcome.empty()) continue;
    if (has_harming_verb(words)) turn_to_harm(vocabulary, frame.outcome);
    return;
  }
}

}  // namespace claimcheck
