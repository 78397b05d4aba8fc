#include "verify/effect.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "verify/phrase_table.h"
#include "verify/statistics.h"

namespace claimcheck {
namespace {

// How often a reading by each rule is right; first estimates, to be calibrated on the development sets.
constexpr double kNullReliability = 0.8;
constexpr double kSignificantReliability = 0.85;
constexpr double kWordedReliability = 0.7;
constexpr double kEventReliability = 0.7;
constexpr double kRateReliability = 0.75;
constexpr double kGapReliability = 0.8;
constexpr double kHedgePenalty = 0.15;
constexpr double kMixedPenalty = 0.25;

bool is_effect(CueKind kind) {
  return kind == CueKind::increase || kind == CueKind::decrease || kind == CueKind::improve || kind == CueKind::worsen;
}

bool is_occurrence(CueKind kind) {
  return kind == CueKind::occurrence || kind == CueKind::cause || kind == CueKind::associate;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Comparatives that say how large a change was, not which way it went.
bool is_intensifier(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 10> words{"greater", "larger", "more",   "bigger", "stronger",
                                                          "faster",  "robust", "higher", "marked", "superior"};
  return is_one_of(words, sentence.tokens[cue.first].norm);
}

bool is_attenuator(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 6> words{"smaller", "less", "lower", "fewer", "weaker", "slower"};
  return is_one_of(words, sentence.tokens[cue.first].norm);
}

bool names_change(const Sentence& sentence, const TokenRange& clause) {
  static constexpr std::array<std::string_view, 2> words{"change", "changes"};
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return is_one_of(words, token.norm); });
}

std::size_t distance(const TokenRange& range, const Cue& cue) {
  if (cue.last <= range.first) return range.first - cue.last;
  if (cue.first >= range.last) return cue.first - range.last;
  return 0;
}

template <typename Predicate>
const Cue* nearest_cue(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome,
                       Predicate wanted) {
  const Cue* nearest = nullptr;
  for (const Cue& cue : sentence.cues) {
    if (!wanted(cue) || !clause.contains(cue.first)) continue;
    if (nearest == nullptr || distance(outcome, cue) < distance(outcome, *nearest)) nearest = &cue;
  }
  return nearest;
}

struct Effect {
  const Cue* cue = nullptr;
  Reported reported = Reported::event;
};

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

// Another outcome stands nearer to the cue, and is not listed together with ours ("pain, sleep and mood improved").
bool belongs_to_another(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const TokenRange other{mention.first, mention.last};
    if (mention.concept_ptr->kind != ConceptKind::outcome ||
        (other.first < outcome.last && outcome.first < other.last)) {
      return false;
    }
    if (other.first < cue.last && cue.first < other.last) return false;
    if (distance(other, cue) >= distance(outcome, cue)) return false;
    return has_preposition(sentence, std::min(other.last, outcome.last), std::max(other.first, outcome.first));
  });
}

// The change that the clause words tell. "A greater reduction" is a reduction; "a smaller reduction" is the reverse.
std::optional<Effect> find_change(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context) {
  // A cue inside the outcome's own name ("symptom reduction") says nothing of which way it went.
  const TokenRange& outcome = context.outcome.tokens;
  const auto is_any = [&](const Cue& cue) {
    return is_effect(cue.kind) && (cue.last <= outcome.first || outcome.last <= cue.first);
  };
  const auto is_plain = [&](const Cue& cue) {
    return is_any(cue) && !is_intensifier(sentence, cue) && !is_attenuator(sentence, cue);
  };
  const Cue* plain = nearest_cue(sentence, clause, context.outcome.tokens, is_plain);
  const Cue* any = nearest_cue(sentence, clause, context.outcome.tokens, is_any);
  const Cue* chosen = plain != nullptr ? plain : any;
  if (chosen == nullptr || belongs_to_another(sentence, context.outcome.tokens, *chosen)) return std::nullopt;
  Effect effect{chosen, amount_change(chosen->kind, context.valence)};
  if (plain == nullptr && is_intensifier(sentence, *chosen)) {
    // "The change in pain was greater", "a greater response": what is compared is the improvement.
    const bool good_amount = context.valence == Valence::good && distance(outcome, *chosen) <= 2;
    if (!good_amount && !names_change(sentence, clause)) return std::nullopt;
    effect.reported = amount_change(CueKind::improve, context.valence);
  }
  const bool weakened =
      plain != nullptr && std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
        const bool near = cue.first < plain->first ? plain->first - cue.first <= 3 : cue.first - plain->first <= 8;
        return is_effect(cue.kind) && is_attenuator(sentence, cue) && clause.contains(cue.first) && near;
      });
  if (weakened) effect.reported = opposite(effect.reported);
  return effect;
}

// "lower with placebo than with the drug": the subject stands behind the comparison, something else before it.
bool has_swapped_arms(const Sentence& sentence, const OutcomeContext& context) {
  const auto comparison = std::find_if(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::comparison && sentence.tokens[cue.first].norm == "than";
  });
  if (comparison == sentence.cues.end()) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (subjects.empty()) return false;
  return std::all_of(subjects.begin(), subjects.end(),
                     [&](const SlotMatch& match) { return match.tokens.first > comparison->first; });
}

FindingCue name_cue(const Sentence& sentence, const Cue& cue, std::string rule) {
  return {std::move(rule), std::string(slice(sentence.text, cue.span))};
}

std::optional<EffectReading> read_gap(const Sentence& sentence, const TokenRange& clause) {
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::gap || !clause.contains(cue.first)) continue;
    EffectReading result;
    result.reading.reported = Reported::gap_stated;
    result.reliability = kGapReliability;
    result.cues.push_back(name_cue(sentence, cue, "gap"));
    return result;
  }
  return std::nullopt;
}

bool is_rejected_by_authors(const Sentence& sentence) {
  const bool concludes =
      sentence.role == SectionRole::conclusions || study_words().contains(sentence.tokens, "concludes");
  return concludes && study_words().contains(sentence.tokens, "ineffective");
}

std::optional<EffectReading> read_null(const Sentence& sentence, const TokenRange& clause,
                                       const Statistics& statistics) {
  const auto is_null = [](const Cue& cue) { return cue.kind == CueKind::null_result; };
  const Cue* cue = nearest_cue(sentence, clause, clause, is_null);
  // "… in 24 % and 50 %, but the difference was not significant": the null stands in the next clause.
  if (cue == nullptr && statistics.numbers.rate)
    cue = nearest_cue(sentence, {0, sentence.tokens.size()}, clause, is_null);
  const bool by_number = statistics.excludes_null.has_value() && !*statistics.excludes_null;
  const bool rejected = is_rejected_by_authors(sentence);
  if (cue == nullptr && !by_number && !rejected) return std::nullopt;
  EffectReading result;
  result.reading.reported = Reported::no_difference;
  result.reading.numbers = statistics.numbers;
  result.reading.authors_reject = rejected;
  result.reliability = kNullReliability;
  if (cue != nullptr) result.cues.push_back(name_cue(sentence, *cue, "null result"));
  if (by_number) result.cues.push_back({"interval or p-value includes the null", statistics.words});
  if (rejected) result.cues.push_back({"the authors conclude that it does not work", {}});
  return result;
}

std::optional<EffectReading> read_change(const Sentence& sentence, const TokenRange& clause,
                                         const OutcomeContext& context, const Statistics& statistics) {
  const std::optional<Effect> effect = find_change(sentence, clause, context);
  if (!effect) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  result.cues.push_back(name_cue(sentence, *effect->cue, std::string(to_string(effect->cue->kind))));
  if (is_negated(sentence.tokens, sentence.cues, effect->cue->first)) {
    result.reading.reported = Reported::no_difference;
    result.reliability = kNullReliability;
    result.cues.push_back({"negation", {}});
    return result;
  }
  result.reading.reported = effect->reported;
  if (has_swapped_arms(sentence, context)) {
    result.reading.reported = opposite(effect->reported);
    result.cues.push_back({"arms swapped: the comparison names the treatment second", {}});
  }
  const bool worded = has_cue(sentence, CueKind::significance, clause.first, clause.last);
  result.reading.significant = statistics.excludes_null.value_or(worded);
  result.reliability = result.reading.significant ? kSignificantReliability : kWordedReliability;
  return result;
}

bool is_inside_outcome(const Sentence& sentence, const Cue& cue) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first < cue.last && cue.first < mention.last;
  });
}

// The cue that says that the outcome happened. "Caused by" and "associated with" tell a harm of the treatment only
// where the clause names the treatment.
const Cue* find_occurrence(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context) {
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const bool names_subject = std::any_of(subjects.begin(), subjects.end(),
                                         [&](const SlotMatch& match) { return clause.contains(match.tokens.first); });
  const Cue* cue = nearest_cue(sentence, clause, context.outcome.tokens, [&](const Cue& candidate) {
    if (!is_occurrence(candidate.kind) || is_inside_outcome(sentence, candidate)) return false;
    return candidate.kind == CueKind::occurrence || names_subject;
  });
  return cue != nullptr && belongs_to_another(sentence, context.outcome.tokens, *cue) ? nullptr : cue;
}

bool is_followed_by_bracket(const Sentence& sentence, const TokenRange& outcome) {
  return outcome.last < sentence.tokens.size() && sentence.tokens[outcome.last].norm == "(";
}

// A harm that is named as having happened, with its rate where the clause gives one.
std::optional<EffectReading> read_occurrence(const Sentence& sentence, const TokenRange& clause,
                                             const OutcomeContext& context, const Statistics& statistics) {
  const Cue* cue = find_occurrence(sentence, clause, context);
  const bool has_rate = statistics.numbers.rate.has_value();
  if (cue == nullptr && !(has_rate && is_followed_by_bracket(sentence, context.outcome.tokens))) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  if (cue != nullptr) result.cues.push_back(name_cue(sentence, *cue, "occurrence"));
  const bool denied = is_negated(sentence.tokens, sentence.cues, context.outcome.tokens.first) ||
                      (cue != nullptr && is_negated(sentence.tokens, sentence.cues, cue->first));
  if (denied || (has_rate && *statistics.numbers.rate == 0)) {
    result.reading.denied = true;
    result.reading.reported = statistics.numbers.exposed ? Reported::bound : Reported::no_difference;
    result.reliability = kNullReliability;
    result.cues.push_back({"no event", {}});
    return result;
  }
  result.reading.reported = has_rate ? Reported::rate : Reported::event;
  result.reliability = has_rate ? kRateReliability : kEventReliability;
  // "improved abstinence, craving and relapse": the clause is about something getting better.
  if (has_cue(sentence, CueKind::improve, clause.first, clause.last)) result.reliability -= kMixedPenalty;
  return result;
}

}  // namespace

std::optional<EffectReading> read_effect(const Sentence& sentence, const OutcomeContext& context) {
  const TokenRange clause = clause_around(sentence, context.outcome.tokens.first);
  const Statistics statistics = read_statistics(sentence, clause);
  if (!is_rejected_by_authors(sentence)) {
    if (auto gap = read_gap(sentence, clause)) return gap;
  }
  std::optional<EffectReading> result = read_null(sentence, clause, statistics);
  if (!result && context.harm) {
    // "nausea was less frequent", "nausea resolved": a change outranks the bare occurrence.
    result = read_change(sentence, clause, context, statistics);
    if (!result) result = read_occurrence(sentence, clause, context, statistics);
  } else if (!result) {
    result = read_change(sentence, clause, context, statistics);
  }
  if (!result) return read_gap(sentence, {0, sentence.tokens.size()});
  if (has_cue(sentence, CueKind::hedge, clause.first, clause.last)) {
    result->reliability -= kHedgePenalty;
    result->cues.push_back({"hedged", {}});
  }
  return result;
}

}  // namespace claimcheck
