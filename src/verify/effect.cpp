#include "verify/effect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "text/numbers.h"
#include "text/one_of.h"
#include "verify/arms.h"
#include "verify/effect_barrier.h"
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

bool is_occurrence(CueKind kind) {
  return kind == CueKind::occurrence || kind == CueKind::cause || kind == CueKind::associate;
}

bool contains_words(const Sentence& sentence, const TokenRange& range, std::string_view category) {
  const std::span<const Token> tokens(sentence.tokens);
  return study_words().contains(tokens.subspan(range.first, range.last - range.first), category);
}

// "lower with placebo than with the drug": the subject stands behind the comparison, something else before it.
bool has_swapped_arms(const Sentence& sentence, const OutcomeContext& context) {
  const auto comparison = std::find_if(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::comparison && sentence.tokens[cue.first].norm == "than";
  });
  if (comparison == sentence.cues.end()) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (subjects.empty()) return false;
  const std::size_t subject = subjects.front().tokens.first;
  // "Mood rose more than sleep after the drug": outcomes are compared, not arms.
  return subject > comparison->first &&
         std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
                  comparison->last <= mention.first && mention.last <= subject;
         });
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
  const bool concludes = sentence.role == SectionRole::conclusions || has_phrase(sentence, "concludes");
  return concludes && has_phrase(sentence, "ineffective");
}

// "Non-inferior to lithium": as good as a treatment that works, which a trial set out to show.
std::optional<EffectReading> read_noninferiority(const Sentence& sentence, const TokenRange& clause,
                                                 const OutcomeContext& context) {
  constexpr std::size_t reach = 4;
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::null_result || !clause.contains(cue.first)) continue;
    if (!contains_words(sentence, {cue.first, cue.last}, "noninferior")) continue;
    const bool active = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
      return mention.concept_ptr->kind == ConceptKind::intervention && mention.first >= cue.last &&
             mention.first - cue.last <= reach && !context.subject.includes(*mention.concept_ptr) &&
             !study_words().contains({&sentence.tokens[mention.first], 1}, "inactive");
    });
    if (!active || is_negated(sentence.tokens, sentence.cues, cue.first)) continue;
    EffectReading result;
    result.reading.reported = amount_change(CueKind::improve, context.valence);
    result.reliability = kWordedReliability;
    result.cues.push_back(name_cue(sentence, cue, "not inferior to an active treatment"));
    return result;
  }
  return std::nullopt;
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

// "Buprenorphine prolonged the relief after ketamine": another treatment acts, and nothing is compared.
bool is_effect_of_another(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  if (has_cue(sentence, CueKind::comparison)) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (subjects.empty() || subjects.front().tokens.first < cue.first) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool other = mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
                       !context.subject.includes(*mention.concept_ptr);
    const bool agent = mention.first > cue.last && sentence.tokens[mention.first - 1].norm == "by";
    return other && (mention.last <= cue.first || agent);
  });
}

std::optional<EffectReading> read_change(const Sentence& sentence, const TokenRange& clause,
                                         const OutcomeContext& context, const Statistics& statistics) {
  const std::optional<WordedChange> effect = find_worded_change(sentence, clause, context);
  if (!effect) return std::nullopt;
  if (is_effect_of_another(sentence, context, *effect->cue)) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  result.cues.push_back(name_cue(sentence, *effect->cue, std::string(to_string(effect->cue->kind))));
  if (is_negated(sentence.tokens, sentence.cues, effect->cue->first)) {
    result.reading.reported = Reported::no_difference;
    result.reliability = kNullReliability;
    result.cues.push_back({"negation", {}});
    return result;
  }
  if (context.about_effect && contains_words(sentence, clause, "no_contrast")) {
    result.reading.reported = Reported::no_difference;
    result.reliability = kNullReliability;
    result.cues.push_back({"both arms changed alike", {}});
    return result;
  }
  result.reading.reported = effect->reported;
  if (has_swapped_arms(sentence, context) || is_comparator(sentence, context.subject)) {
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

// "Met criteria for dependence", "there were no deaths", "cirrhosis can follow": happenings that no cue of their own
// tells. They stand before the outcome, but for what follows from the treatment.
std::optional<Cue> find_happening(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome) {
  for (const PhraseMatch& phrase : sentence.phrases) {
    const bool before = phrase.category == "happens_to" && phrase.last <= outcome.first;
    const bool after = phrase.category == "follows" && phrase.first >= outcome.last;
    if (!clause.contains(phrase.first) || !(before || after)) continue;
    const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
    return Cue{CueKind::occurrence, phrase.first, phrase.last, span};
  }
  return std::nullopt;
}

// The cue that says that the outcome happened. "Caused by" and "associated with" tell a harm of the treatment only
// where the clause names the treatment.
std::optional<Cue> find_occurrence(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context) {
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const bool names_subject = std::any_of(subjects.begin(), subjects.end(),
                                         [&](const SlotMatch& match) { return clause.contains(match.tokens.first); });
  const Cue* cue = nearest_cue(sentence, clause, context.outcome.tokens, [&](const Cue& candidate) {
    if (!is_occurrence(candidate.kind) || is_inside_outcome(sentence, candidate)) return false;
    return candidate.kind == CueKind::occurrence || names_subject;
  });
  if (cue == nullptr) return find_happening(sentence, clause, context.outcome.tokens);
  if (belongs_to_another(sentence, context.outcome.tokens, *cue)) return std::nullopt;
  return *cue;
}

// "Nausea (24.8 %), dizziness (19 %)": the share in the bracket behind the harm is its own; nullopt without one.
std::optional<double> rate_in_bracket(const Sentence& sentence, const TokenRange& outcome) {
  const std::size_t last = sentence.tokens.size();
  if (outcome.last >= last || sentence.tokens[outcome.last].norm != "(") return std::nullopt;
  std::size_t end = outcome.last;
  while (end < last && sentence.tokens[end].norm != ")") ++end;
  return read_statistics(sentence, {outcome.last, end}).numbers.rate;
}

// "Evidence that it causes headache was lacking."
EffectReading read_lack() {
  EffectReading result;
  result.reading.reported = Reported::gap_stated;
  result.reliability = kGapReliability;
  result.cues.push_back({"evidence is said to be lacking", {}});
  return result;
}

// Negated, and not from within a relative clause: "an injury that did not heal was found".
bool is_denied_at(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 3> pronouns{"that", "which", "who"};
  if (!is_negated(sentence.tokens, sentence.cues, at)) return false;
  std::size_t denial = 0;
  for (const Cue& cue : sentence.cues) {
    if (cue.kind == CueKind::negation && cue.last <= at) denial = cue.first;
  }
  for (std::size_t back = 1; back <= 2 && back <= denial; ++back) {
    if (is_one_of(pronouns, sentence.tokens[denial - back].norm)) return false;
  }
  return true;
}

// A harm that is named as having happened, with its rate where the clause gives one.
std::optional<EffectReading> read_occurrence(const Sentence& sentence, const TokenRange& clause,
                                             const OutcomeContext& context, const Statistics& statistics) {
  const std::optional<Cue> cue = find_occurrence(sentence, clause, context);
  const std::optional<double> own_rate = rate_in_bracket(sentence, context.outcome.tokens);
  if ((!cue && !own_rate) || is_before_treatment(sentence, context.subject)) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  if (own_rate) result.reading.numbers.rate = own_rate;
  const bool has_rate = result.reading.numbers.rate.has_value();
  if (cue) result.cues.push_back(name_cue(sentence, *cue, "occurrence"));
  const bool denied =
      is_denied_at(sentence, context.outcome.tokens.first) || (cue && is_denied_at(sentence, cue->first));
  const bool none = has_rate && *result.reading.numbers.rate == 0;
  if (none || (denied && statistics.numbers.exposed)) {
    if (!counts_one_group(sentence, context.subject)) return std::nullopt;
  }
  if (denied || none) {
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

// "Remission of depression", "relief from nausea": the words before the outcome name less of it.
bool is_named_as_relief(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 8> nouns{"remission",   "resolution", "relief",   "freedom",
                                                         "improvement", "recovery",   "response", "reduction"};
  static constexpr std::array<std::string_view, 3> links{"of", "from", "in"};
  return outcome.first >= 2 && is_one_of(links, sentence.tokens[outcome.first - 1].norm) &&
         is_one_of(nouns, sentence.tokens[outcome.first - 2].norm);
}

// A difference that only numbers tell: two shares, or an estimate whose interval excludes the null.
std::optional<EffectReading> read_numbers(const Sentence& sentence, const TokenRange& clause,
                                          const OutcomeContext& context, const Statistics& statistics) {
  auto told = compare_arms(sentence, clause, context.subject, statistics);
  if (!told) told = read_estimate(sentence, clause, context.subject, statistics);
  if (!told) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  if (told->rate) result.reading.numbers.rate = told->rate;
  const bool relief = context.valence == Valence::bad && is_named_as_relief(sentence, context.outcome.tokens);
  result.reading.reported = relief ? opposite(told->reported) : told->reported;
  result.reading.significant = statistics.excludes_null.value_or(false);
  result.reliability = result.reading.significant ? kSignificantReliability : kWordedReliability;
  result.cues.push_back({told->rate ? "the shares of the arms" : "an interval that excludes the null", told->words});
  return result;
}

// "Ketamine had antidepressant effects", "the drug promotes plasticity": what the treatment brings about there is more
// of.
std::optional<EffectReading> read_presence(const Sentence& sentence, const TokenRange& clause,
                                           const OutcomeContext& context) {
  constexpr std::size_t reach = 6;
  const std::size_t outcome = context.outcome.tokens.first;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (context.valence == Valence::bad || subjects.empty()) return std::nullopt;
  for (const PhraseMatch& verb : sentence.phrases) {
    const bool before = clause.first <= verb.first && verb.last <= outcome && outcome - verb.last <= reach;
    if (verb.category != "brings_about" || !before || subjects.front().tokens.first >= verb.first) continue;
    const bool changes = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
      return is_effect(cue.kind) && verb.last <= cue.first && cue.first < outcome;
    });
    if (changes || has_preposition(sentence, verb.last, outcome)) continue;
    EffectReading result;
    const bool denied =
        is_negated(sentence.tokens, sentence.cues, verb.first) || is_negated(sentence.tokens, sentence.cues, outcome);
    result.reading.reported = denied ? Reported::no_difference : Reported::increase;
    result.reliability = kWordedReliability;
    const Span words{sentence.tokens[verb.first].span.begin, sentence.tokens[verb.last - 1].span.end};
    result.cues.push_back({denied ? "not brought about" : "brought about", std::string(slice(sentence.text, words))});
    return result;
  }
  return std::nullopt;
}

// "… reduced pain but not nausea": what the first clause says is denied of the second.
std::optional<EffectReading> read_denied_ellipsis(const Sentence& sentence, const TokenRange& clause,
                                                  const TokenRange& outcome) {
  constexpr std::size_t reach = 3;
  if (clause.first == 0 || clause.first >= outcome.first || outcome.first - clause.first > reach) return std::nullopt;
  if (sentence.tokens[clause.first].norm != "not") return std::nullopt;
  EffectReading result;
  result.reading.reported = Reported::no_difference;
  result.reliability = kNullReliability;
  result.cues.push_back({"denied beside another outcome", {}});
  return result;
}

// "Reduced (P = .2)": the one test of the sentence tells no change.
bool fails_its_test(const Sentence& sentence) {
  const Statistics whole = read_statistics(sentence, {0, sentence.tokens.size()});
  const auto is_p = [](const NumberMention& number) { return number.kind == NumberKind::p_value; };
  return std::count_if(sentence.numbers.begin(), sentence.numbers.end(), is_p) == 1 &&
         whole.numbers.p_value.value_or(0) > kAlpha;
}

// A change that is told, but is not known to be an effect of the treatment.
bool is_no_effect(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  if (is_not_given(sentence, clause, subject)) return true;
  return is_comparator(sentence, subject) && !names_control(sentence, {0, sentence.tokens.size()});
}

bool tells_change(const EffectReading& effect) {
  return effect.reading.reported == Reported::increase || effect.reading.reported == Reported::decrease;
}

// A failed test tells no change; a hedge makes what is told less sure.
void weaken(const Sentence& sentence, const TokenRange& clause, EffectReading& result) {
  if (tells_change(result) && !result.reading.significant && fails_its_test(sentence)) {
    result.reading.reported = Reported::no_difference;
    result.cues.push_back({"the p-value is above 0.05", {}});
  }
  if (has_cue(sentence, CueKind::hedge, clause.first, clause.last)) {
    result.reliability -= kHedgePenalty;
    result.cues.push_back({"hedged", {}});
  }
}

// What the sentence tells by the first way of telling it that it uses.
std::optional<EffectReading> read_told(const Sentence& sentence, const TokenRange& clause,
                                       const OutcomeContext& context, const Statistics& statistics) {
  std::optional<EffectReading> result = read_null(sentence, clause, statistics);
  if (!result && context.about_effect && contains_words(sentence, clause, "hardly")) return std::nullopt;
  // "Nausea was less frequent", "nausea resolved": a change outranks the bare occurrence.
  if (!result) result = read_change(sentence, clause, context, statistics);
  if (!result && context.compares) result = read_numbers(sentence, clause, context, statistics);
  if (!result) {
    result = context.harm ? read_occurrence(sentence, clause, context, statistics)
                          : read_presence(sentence, clause, context);
  }
  if (!result) result = read_denied_ellipsis(sentence, clause, context.outcome.tokens);
  return result;
}

}  // namespace

std::optional<EffectReading> read_effect(const Sentence& sentence, const OutcomeContext& context) {
  const TokenRange clause = clause_around(sentence, context.outcome.tokens.first);
  const Statistics statistics = read_statistics(sentence, clause);
  if (!is_rejected_by_authors(sentence)) {
    if (auto gap = read_gap(sentence, clause)) return gap;
  }
  if (asserts_nothing(sentence)) return std::nullopt;
  if (context.about_effect && contains_words(sentence, clause, "other_contrast")) return std::nullopt;
  if (contains_words(sentence, clause, "lacking")) return read_lack();
  std::optional<EffectReading> result;
  if (context.about_effect) result = read_noninferiority(sentence, clause, context);
  if (!result) result = read_told(sentence, clause, context, statistics);
  if (!result) return read_gap(sentence, {0, sentence.tokens.size()});
  if (tells_change(*result) && is_no_effect(sentence, clause, context.subject)) return std::nullopt;
  weaken(sentence, clause, *result);
  return result;
}

}  // namespace claimcheck
