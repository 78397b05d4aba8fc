#include "verify/change_barriers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/change_words.h"
#include "verify/concept_roots.h"
#include "verify/phrase_table.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

// "The duration of colds": of what is treated, and not of the study.
bool lasts_as_outcome(const Sentence& sentence, std::size_t duration) {
  const bool of = duration + 1 < sentence.tokens.size() && sentence.tokens[duration + 1].norm == "of";
  constexpr std::size_t furthest = 3;  // "of the colds"
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    if (mention.concept_ptr->kind != ConceptKind::outcome) return false;
    const bool behind = of && duration < mention.first && mention.first <= duration + furthest;
    return behind || (mention.first <= duration && duration < mention.last);
  });
}

// "Longer follow-up", "shorter treatment duration": how long the study ran.
bool is_of_time(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 6> words{"follow",   "term",     "period",
                                                         "duration", "interval", "intervals"};
  for (std::size_t i = cue.last; i < std::min(cue.last + 2, sentence.tokens.size()); ++i) {
    if (is_one_of(words, sentence.tokens[i].norm)) return !lasts_as_outcome(sentence, i);
  }
  return false;
}

// "Prolonged ketamine use", "higher metformin doses": how much was given.
bool is_of_treatment(const Sentence& sentence, const Cue& cue, const std::vector<SlotMatch>& subjects) {
  // "With a lesser dose of morphine".
  static constexpr std::array<std::string_view, 4> amounts{"dose", "doses", "dosage", "dosages"};
  if (is_one_of(amounts, word_at(sentence.tokens, cue.last))) return true;
  // "Once the dose is halved".
  static constexpr std::array<std::string_view, 5> auxiliaries{"is", "are", "was", "were", "been"};
  std::size_t before = cue.first;
  while (before > 0 && is_one_of(auxiliaries, sentence.tokens[before - 1].norm)) --before;
  if (before > 0 && is_one_of(amounts, sentence.tokens[before - 1].norm)) return true;
  // "With the nerve block".
  if (std::any_of(subjects.begin(), subjects.end(),
                  [&](const SlotMatch& subject) { return subject.tokens.contains(cue.first); }))
    return true;
  static constexpr std::array<std::string_view, 5> words{"prolonged", "increased", "higher", "lower", "reduced"};
  static constexpr std::array<std::string_view, 3> links{"of", "in", "the"};
  // "After halving of the X dose".
  std::size_t at = cue.last;
  while (at < sentence.tokens.size() && is_one_of(links, sentence.tokens[at].norm)) ++at;
  const bool of_dose = at > cue.last && std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
                         return subject.tokens.first == at && word_at(sentence.tokens, subject.tokens.last) == "dose";
                       });
  if (of_dose) return true;
  return is_one_of(words, sentence.tokens[cue.last - 1].norm) &&
         std::any_of(subjects.begin(), subjects.end(),
                     [&](const SlotMatch& subject) { return subject.tokens.first == cue.last; });
}

// "A higher risk of reduced fertility, nausea and falls": the change is part of what one of them is called.
bool is_in_risk(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 7> words{"risk",  "risks",     "odds",      "rate",
                                                         "rates", "incidence", "likelihood"};
  return cue.first >= 2 && sentence.tokens[cue.first - 1].norm == "of" &&
         is_one_of(words, sentence.tokens[cue.first - 2].norm);
}

// "Could mitigate rising obesity": the trend stands beside what is done about it.
bool is_trend(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 4> words{"rising", "increasing", "growing", "worsening"};
  if (!is_one_of(words, sentence.tokens[cue.last - 1].norm) || cue.last != outcome.first) return false;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [&](const Cue& other) { return is_effect(other.kind) && other.last <= cue.first; });
}

// "Blood-pressure-lowering drugs": what sort of drug.
bool is_in_compound(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  return cue.first == outcome.last + 1 && sentence.tokens[outcome.last].norm == "-" &&
         cue.last < sentence.tokens.size() && sentence.tokens[cue.last].kind == TokenKind::word &&
         !is_stop_word(sentence.tokens[cue.last].norm);
}

// "In less-developed countries": part of another word.
bool is_part_of_word(const Sentence& sentence, const Cue& cue) {
  return cue.last == cue.first + 1 && cue.last + 1 < sentence.tokens.size() && sentence.tokens[cue.last].norm == "-" &&
         sentence.tokens[cue.last].span.begin == sentence.tokens[cue.first].span.end &&
         (cue.first == 0 || sentence.tokens[cue.first - 1].norm != "-") &&
         (sentence.tokens[cue.first].norm == "less" || sentence.tokens[cue.first].norm == "more");
}

// "… (HR 0.89; absolute reduction 0.41 %) and with more bleeding": told in a bracket that closed before the outcome.
bool is_in_earlier_bracket(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  bool inside = false;
  for (std::size_t i = 0; i < cue.first; ++i) {
    if (sentence.tokens[i].norm == "(") inside = true;
    if (sentence.tokens[i].norm == ")") inside = false;
  }
  if (!inside || cue.last > outcome.first) return false;
  for (std::size_t i = cue.last; i < outcome.first; ++i) {
    if (sentence.tokens[i].norm == ")") return true;
  }
  return false;
}

// "In persons at high risk": who they are.
bool is_their_risk(const Sentence& sentence, const Cue& cue) {
  const bool risk = sentence.tokens[cue.last - 1].norm == "risk";
  if (cue.first == 0 || !risk) return false;
  static constexpr std::array<std::string_view, 5> chosen{"enrolled", "eligible", "recruited", "included", "selected"};
  if (std::any_of(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                  [](const Token& token) { return is_one_of(chosen, token.norm); }))
    return true;
  if (sentence.tokens[cue.first].norm != "at") return false;
  return study_words().contains({&sentence.tokens[cue.first - 1], 1}, "people") ||
         sentence.tokens[cue.first - 1].norm == "those";
}

// "FEV1 and COPD exacerbation differed": part of what another outcome is called.
bool is_in_other_name(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool other = mention.last <= outcome.first || outcome.last <= mention.first;
    return other && mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
           mention.concept_ptr->id != kTreatmentResponse && mention.last - mention.first > 1 &&
           mention.first < cue.first && cue.last <= mention.last;
  });
}

// "Reduced strokes, possibly by increasing the flow": how it did so.
bool is_means(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  return outcome.last < cue.first && sentence.tokens[cue.first - 1].norm == "by" &&
         sentence.tokens[cue.last - 1].norm.ends_with("ing");
}

// "Preventive strategies for X exist".
bool is_of_strategy(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 3> words{"preventive", "preventative", "protective"};
  static constexpr std::array<std::string_view, 5> nouns{"strategies", "strategy", "measures", "measure", "options"};
  const std::string& norm = sentence.tokens[cue.last - 1].norm;
  // "Average and worst pain", "aggravating factors".
  if (norm == "worst" || (norm == "aggravating" && word_at(sentence.tokens, cue.last).starts_with("factor")))
    return true;
  return is_one_of(words, norm) && is_one_of(nouns, word_at(sentence.tokens, cue.last));
}

// "Lowered pain and led to a response": what stands ahead acts on what follows it, and the outcome has its own verb.
bool is_of_earlier_object(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  constexpr std::size_t reach = 2;  // words between the verb and its object
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& own) {
    return own.kind == CueKind::cause && cue.last < own.first && own.last <= outcome.first &&
           outcome.first - own.last <= reach && sentence.tokens[own.first - 1].norm == "and";
  });
}

// "Reduced cholesterol and LDL, and raised HDL": the verb behind acts on what follows it.
bool is_of_next_object(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 3> joints{"and", "but", "while"};
  static constexpr std::array<std::string_view, 4> auxiliaries{"had", "has", "have", "also"};
  static constexpr std::array<std::string_view, 6> ways{"fewer", "less", "more", "lower", "higher", "greater"};
  static constexpr std::array<std::string_view, 2> links{"in", "of"};
  constexpr std::size_t reach = 2;
  if (cue.first <= outcome.last) return false;
  const bool own = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& other) {
    const bool verb = is_effect(other.kind) || other.kind == CueKind::cause || other.kind == CueKind::associate;
    return verb && other.last <= outcome.first;
  });
  static constexpr std::array<std::string_view, 2> betters{"better", "more"};
  const bool own_amount = outcome.first > 0 && is_one_of(betters, sentence.tokens[outcome.first - 1].norm);
  if (!own && !own_amount) return false;
  // "Reduced X, in parallel with an increase in Y".
  if (is_change_noun(sentence, cue) && is_one_of(links, word_at(sentence.tokens, cue.last))) return true;
  std::size_t at = cue.first;
  while (at > outcome.last && is_one_of(auxiliaries, sentence.tokens[at - 1].norm)) --at;
  if (!is_one_of(joints, sentence.tokens[at - 1].norm)) return false;
  const std::string& norm = sentence.tokens[cue.last - 1].norm;
  if (!norm.ends_with('d') && !is_one_of(ways, norm)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && cue.last <= mention.first &&
           mention.first <= cue.last + reach;
  });
}

// "Four groups of patients with increasing severity": how they were grouped.
bool is_attribute(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> words{"increasing", "decreasing", "rising", "growing"};
  static constexpr std::array<std::string_view, 5> ties{"associated", "correlated", "linked", "together", "along"};
  static constexpr std::array<std::string_view, 6> doses{"dose", "doses", "dosage", "exposure", "use", "intake"};
  constexpr std::size_t reach = 3;
  if (cue.first < 2 || !is_one_of(words, sentence.tokens[cue.first].norm)) return false;
  for (std::size_t i = cue.last; i < std::min(cue.last + reach, sentence.tokens.size()); ++i) {
    if (is_one_of(doses, sentence.tokens[i].norm)) return false;
  }
  return sentence.tokens[cue.first - 1].norm == "with" && !is_one_of(ties, sentence.tokens[cue.first - 2].norm);
}

// "Led to pain relief and reduced the doses", "nausea and raised blood pressure": of what stands behind.
bool opens_another_deed(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 5> articles{"the", "a", "an", "its", "their"};
  std::size_t at = outcome.last;
  if (word_at(sentence.tokens, at++) != "and") return false;
  static constexpr std::array<std::string_view, 5> adverbs{"thereby", "thus", "so", "also", "hence"};
  const std::string_view adverb = word_at(sentence.tokens, at);
  if (adverb.ends_with("ly") || is_one_of(adverbs, adverb)) ++at;
  if (at != cue.first || !sentence.tokens[cue.last - 1].norm.ends_with("ed")) return false;
  return is_one_of(articles, word_at(sentence.tokens, cue.last)) ||
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && mention.first == cue.last;
         });
}

}  // namespace

bool may_change(const Sentence& sentence, const Cue& cue, const TokenRange& outcome,
                const std::vector<SlotMatch>& subjects) {
  return is_effect(cue.kind) && !is_of_time(sentence, cue) && !is_in_risk(sentence, cue) &&
         !is_their_risk(sentence, cue) && !is_attribute(sentence, cue) && !is_of_strategy(sentence, cue) &&
         !is_means(sentence, cue, outcome) && !is_in_other_name(sentence, cue, outcome) &&
         !is_of_next_object(sentence, cue, outcome) && !opens_another_deed(sentence, cue, outcome) &&
         !is_of_earlier_object(sentence, cue, outcome) && !is_trend(sentence, cue, outcome) &&
         !is_in_compound(sentence, cue, outcome) && !is_part_of_word(sentence, cue) &&
         !is_in_earlier_bracket(sentence, cue, outcome) && !is_of_comparator(sentence, cue) &&
         !is_of_treatment(sentence, cue, subjects) && (cue.last <= outcome.first || outcome.last <= cue.first);
}

}  // namespace claimcheck
