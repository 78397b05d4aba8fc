#include "verify/worded_change.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/change_words.h"
#include "verify/concept_roots.h"
#include "verify/freedom.h"
#include "verify/phrase_table.h"

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
  static constexpr std::array<std::string_view, 5> words{"prolonged", "increased", "higher", "lower", "reduced"};
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

// "Prevented the rise in pain", "protected from deterioration": less of the change that is named.
bool is_held_back(const Sentence& sentence, const TokenRange& clause, const Cue& cue) {
  constexpr std::size_t reach = 4;
  static constexpr std::array<std::string_view, 9> links{"the",     "a",    "an",      "any", "this",
                                                         "further", "from", "against", "-"};
  static constexpr std::array<std::string_view, 2> guards{"from", "against"};
  bool guarded = false;
  for (std::size_t at = cue.first; at > clause.first && cue.first - at < reach; --at) {
    const std::string& norm = sentence.tokens[at - 1].norm;
    guarded = guarded || is_one_of(guards, norm);
    const bool holds = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& other) {
      return other.last == at && other.kind == CueKind::decrease && !is_attenuator(sentence, other);
    });
    if (holds) return true;
    if (!is_one_of(links, norm)) break;
  }
  if (!guarded) return false;
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                     [](const Token& token) { return token.stem == "protect" || token.stem == "prevent"; });
}

bool names_change(const Sentence& sentence, const TokenRange& clause) {
  static constexpr std::array<std::string_view, 2> words{"change", "changes"};
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return is_one_of(words, token.norm); });
}

// "Interleukin-6 was raised in depression", "in primary and metastatic tumours": something else is, in people who have
// the disease.
bool is_found_in(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 7> states{"raised",    "higher",    "lower",  "elevated",
                                                          "increased", "decreased", "reduced"};
  static constexpr std::array<std::string_view, 6> between{"primary", "and", "both", "advanced", "or", "recurrent"};
  if (!is_one_of(states, sentence.tokens[cue.first].norm) || word_at(sentence.tokens, cue.last) != "in") return false;
  std::size_t at = cue.last + 1;
  while (at < outcome.first && is_one_of(between, sentence.tokens[at].norm)) ++at;
  return at == outcome.first;
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

// "Bleeding was higher, that of stroke lower": another outcome is named between the two.
bool is_of_next_outcome(const Sentence& sentence, const TokenRange& outcome, const Cue& plain, const Cue& attenuator) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
           plain.last <= mention.first && mention.last <= attenuator.first &&
           (mention.last <= outcome.first || outcome.last <= mention.first);
  });
}

// "A larger reduction in X, less weight gain and fewer falls": the next item of a list.
bool opens_next_change(const Sentence& sentence, const Cue& plain, const Cue& attenuator) {
  static constexpr std::array<std::string_view, 2> joints{",", "and"};
  if (attenuator.first < plain.last || !is_one_of(joints, sentence.tokens[attenuator.first - 1].norm)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first == attenuator.last;
  });
}

// "A smaller reduction", "the reduction was less".
bool is_weakened(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome, const Cue& plain) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    const bool near = cue.first < plain.first ? plain.first - cue.first <= 3 : cue.first - plain.first <= 8;
    return cue.first != plain.first && is_effect(cue.kind) && is_attenuator(sentence, cue) &&
           clause.contains(cue.first) && near && !opens_next_change(sentence, plain, cue) &&
           !is_of_next_outcome(sentence, outcome, plain, cue);
  });
}

}  // namespace

CueKind change_kind(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> words{"effective", "efficacious", "beneficial", "useful"};
  static constexpr std::array<std::string_view, 3> effects{"effect", "effects", "efficacy"};
  for (std::size_t at = cue.first + 1; at <= cue.last; ++at) {
    if (!is_one_of(words, word_at(sentence.tokens, at))) continue;
    const std::string& degree = sentence.tokens[at - 1].norm;
    if (degree == "more") return CueKind::improve;
    return degree == "less" ? CueKind::worsen : cue.kind;
  }
  // "Enhanced effects on pain": it does more of what it is given for.
  const bool on =
      is_one_of(effects, word_at(sentence.tokens, cue.last)) && word_at(sentence.tokens, cue.last + 1) == "on";
  return on && cue.kind == CueKind::increase ? CueKind::improve : cue.kind;
}

bool is_effect(CueKind kind) {
  return kind == CueKind::increase || kind == CueKind::decrease || kind == CueKind::improve || kind == CueKind::worsen;
}

std::size_t distance(const TokenRange& range, const Cue& cue) {
  if (cue.last <= range.first) return range.first - cue.last;
  if (cue.first >= range.last) return cue.first - range.last;
  return 0;
}

Reported opposite(Reported reported) {
  return reported == Reported::increase ? Reported::decrease : Reported::increase;
}

Reported amount_change(CueKind kind, Valence valence) {
  switch (kind) {
    case CueKind::increase:
      return Reported::increase;
    case CueKind::decrease:
      return Reported::decrease;
    case CueKind::improve:
      return valence == Valence::bad ? Reported::decrease : Reported::increase;
    default:
      return valence == Valence::bad ? Reported::increase : Reported::decrease;
  }
}

bool has_preposition(const Sentence& sentence, std::size_t first, std::size_t last) {
  static constexpr std::array<std::string_view, 9> words{"in",      "with", "of", "for", "among",
                                                         "without", "who",  "by", "on"};
  for (std::size_t i = first; i < last; ++i) {
    if (is_one_of(words, sentence.tokens[i].norm)) return true;
  }
  return false;
}

namespace {

// "Lowered pain but raised the risk of bleeding": the verb opens a second predicate, and what it acts on stands behind.
bool opens_predicate(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> joints{"and", "but", "yet", "also"};
  return cue.first > 0 && cue.last <= outcome.first && is_one_of(joints, sentence.tokens[cue.first - 1].norm) &&
         sentence.tokens[cue.last - 1].norm.ends_with('d');
}

// "More patients on it had migraine", "more were free of it": people are counted, no change is compared.
bool counts_those_with(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 8> verbs{"had",      "have",   "developed", "experienced",
                                                         "suffered", "report", "reported",  "got"};
  static constexpr std::array<std::string_view, 9> links{"with",   "on",    "in", "than", "after",
                                                         "during", "among", "at", "when"};
  if (sentence.tokens[cue.first].norm != "more" || cue.last > outcome.first) return false;
  if (!study_words().contains({&sentence.tokens[cue.last - 1], 1}, "people")) return false;
  if (names_freedom(sentence, outcome)) return true;
  // "Had migraine relief" is another thing.
  const bool ends = outcome.last >= sentence.tokens.size() ||
                    sentence.tokens[outcome.last].kind == TokenKind::punctuation ||
                    is_one_of(links, sentence.tokens[outcome.last].norm);
  return ends && is_one_of(verbs, sentence.tokens[outcome.first - 1].norm);
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

// "Preventive strategies for X exist".
bool is_of_strategy(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 3> words{"preventive", "preventative", "protective"};
  static constexpr std::array<std::string_view, 5> nouns{"strategies", "strategy", "measures", "measure", "options"};
  return is_one_of(words, sentence.tokens[cue.last - 1].norm) && is_one_of(nouns, word_at(sentence.tokens, cue.last));
}

// "Reduced cholesterol and LDL, and raised HDL": the verb behind acts on what follows it.
bool is_of_next_object(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 3> joints{"and", "but", "while"};
  constexpr std::size_t reach = 2;
  if (cue.first <= outcome.last || !is_one_of(joints, sentence.tokens[cue.first - 1].norm)) return false;
  if (!sentence.tokens[cue.last - 1].norm.ends_with('d')) return false;
  const bool object =
      std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
        return mention.concept_ptr->kind == ConceptKind::outcome && cue.last <= mention.first &&
               mention.first <= cue.last + reach;
      });
  return object && std::any_of(sentence.cues.begin(), sentence.cues.end(),
                               [&](const Cue& own) { return is_effect(own.kind) && own.last <= outcome.first; });
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

// Whether `cue` can say which way the outcome went: not the name of a time, a trend or the treatment itself, and not a
// part of the outcome's own name.
bool may_change(const Sentence& sentence, const Cue& cue, const TokenRange& outcome,
                const std::vector<SlotMatch>& subjects) {
  return is_effect(cue.kind) && !is_of_time(sentence, cue) && !is_in_risk(sentence, cue) &&
         !is_their_risk(sentence, cue) && !is_attribute(sentence, cue) && !is_of_strategy(sentence, cue) &&
         !is_in_other_name(sentence, cue, outcome) && !is_of_next_object(sentence, cue, outcome) &&
         !is_trend(sentence, cue, outcome) && !is_in_compound(sentence, cue, outcome) &&
         !is_part_of_word(sentence, cue) && !is_in_earlier_bracket(sentence, cue, outcome) &&
         !is_of_comparator(sentence, cue) && !is_of_treatment(sentence, cue, subjects) &&
         (cue.last <= outcome.first || outcome.last <= cue.first);
}

// "Less crying", "fewer falls": right before what there is less of.
template <typename Accepts>
const Cue* find_less_of(const Sentence& sentence, const TokenRange& outcome, const Accepts& accepts) {
  static constexpr std::array<std::string_view, 2> words{"less", "fewer"};
  const auto found = std::find_if(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.last == outcome.first && cue.last == cue.first + 1 &&
           is_one_of(words, sentence.tokens[cue.first].norm) && accepts(cue);
  });
  return found != sentence.cues.end() ? &*found : nullptr;
}

// "A difference in favour of the drug": which way is better is not said of what is neither good nor bad.
bool takes_sides(const Sentence& sentence, const Cue& cue) {
  const std::string& norm = sentence.tokens[cue.last - 1].norm;
  return norm.starts_with("favor") || norm.starts_with("favour") || (norm == "of" && cue.last - cue.first > 1);
}

// "Quality of life and reductions in use were greater": what is reduced stands behind, and the outcome is another.
bool is_joined_noun(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 2> links{"in", "of"};
  if (cue.first != outcome.last + 1 || cue.last >= sentence.tokens.size()) return false;
  return sentence.tokens[outcome.last].norm == "and" && is_one_of(links, sentence.tokens[cue.last].norm);
}

}  // namespace

bool belongs_to_another(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  if (is_joined_noun(sentence, outcome, cue)) return true;
  const bool second = opens_predicate(sentence, outcome, cue);
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const TokenRange other{mention.first, mention.last};
    if (mention.concept_ptr->kind != ConceptKind::outcome ||
        (other.first < outcome.last && outcome.first < other.last)) {
      return false;
    }
    if (other.first < cue.last && cue.first < other.last) return false;
    if (second && other.last <= cue.first) return false;
    if (distance(other, cue) >= distance(outcome, cue)) return false;
    return has_preposition(sentence, std::min(other.last, outcome.last), std::max(other.first, outcome.first));
  });
}

std::optional<WordedChange> find_worded_change(const Sentence& sentence, const TokenRange& clause,
                                               const OutcomeContext& context) {
  // A cue inside the outcome's own name ("symptom reduction") says nothing of which way it went.
  const TokenRange& outcome = context.outcome.tokens;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const auto is_any = [&](const Cue& cue) { return may_change(sentence, cue, outcome, subjects); };
  const auto is_plain = [&](const Cue& cue) {
    return is_any(cue) && (!is_intensifier(sentence, cue) || counts_those_with(sentence, cue, outcome)) &&
           (!is_attenuator(sentence, cue) || is_of_frequency(sentence, cue));
  };
  const Cue* plain = nearest_cue(sentence, clause, context.outcome.tokens, is_plain);
  const Cue* any = nearest_cue(sentence, clause, context.outcome.tokens, is_any);
  if (const Cue* less = find_less_of(sentence, outcome, is_any)) return WordedChange{less, Reported::decrease};
  const Cue* chosen = plain != nullptr ? plain : any;
  if (chosen == nullptr) return std::nullopt;
  if (context.valence == Valence::neutral && takes_sides(sentence, *chosen)) return std::nullopt;
  if (is_found_in(sentence, *chosen, outcome) || belongs_to_another(sentence, outcome, *chosen)) return std::nullopt;
  WordedChange effect{chosen, amount_change(change_kind(sentence, *chosen), context.valence)};
  if (plain == nullptr && is_intensifier(sentence, *chosen)) {
    // "The change in pain was greater", "a greater response": what is compared is the improvement.
    if (context.harm && is_said_of_harm(sentence, *chosen)) return WordedChange{chosen, Reported::increase};
    const bool good_amount = context.valence == Valence::good && distance(outcome, *chosen) <= 2;
    if (!good_amount && !names_change(sentence, clause)) return std::nullopt;
    effect.reported = amount_change(CueKind::improve, context.valence);
  }
  const bool weakened = plain != nullptr && is_weakened(sentence, clause, outcome, *plain);
  const bool held_back =
      plain != nullptr && is_change_noun(sentence, *chosen) && is_held_back(sentence, clause, *chosen);
  const bool turned = weakened != held_back;
  if (turned != is_of_ending(sentence, outcome, *chosen, context.valence)) effect.reported = opposite(effect.reported);
  return effect;
}

}  // namespace claimcheck
