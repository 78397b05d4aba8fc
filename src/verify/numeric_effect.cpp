#include "verify/numeric_effect.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/arms.h"
#include "verify/effect_barrier.h"
#include "verify/freedom.h"
#include "verify/occurrence.h"

namespace claimcheck {
namespace {

// "Blood pressure reached target in 60 %": what people reached is the better value of a measure.
bool is_goal_reached(const Sentence& sentence, const TokenRange& clause) {
  static constexpr std::array<std::string_view, 5> goals{"target", "targets", "goal", "goals", "normal"};
  static constexpr std::array<std::string_view, 6> verbs{"reached", "achieved", "attained", "met", "at", "to"};
  for (std::size_t i = clause.first + 1; i < clause.last; ++i) {
    if (!is_one_of(goals, sentence.tokens[i].norm)) continue;
    for (std::size_t back = 1; back <= 3 && clause.first + back <= i; ++back) {
      if (is_one_of(verbs, sentence.tokens[i - back].norm)) return true;
    }
  }
  return false;
}

// "In neuropathy it was 38 % against 22 %", "in neuropathy response was 38 %": what was counted is something else.
bool only_places(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 3> places{"in", "for", "among"};
  static constexpr std::array<std::string_view, 9> counted{"it",       "this",   "they",      "these",      "that",
                                                           "response", "relief", "remission", "improvement"};
  constexpr std::size_t reach = 3;
  if (outcome.first == 0 || outcome.first > reach || !is_one_of(places, sentence.tokens.front().norm)) return false;
  return outcome.last < sentence.tokens.size() && is_one_of(counted, sentence.tokens[outcome.last].norm);
}

// "61 % of the diarrhoea episodes were treated": what the share is one of.
bool is_whole_of_share(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 3> links{"of", "the", "all"};
  std::size_t at = outcome.first;
  while (at > 0 && is_one_of(links, sentence.tokens[at - 1].norm)) --at;
  if (at == 0 || at == outcome.first || sentence.tokens[at - 1].norm != "%") return false;
  static constexpr std::array<std::string_view, 3> units{"episodes", "cases", "attacks"};
  static constexpr std::array<std::string_view, 2> verbs{"were", "was"};
  std::size_t behind = outcome.last;
  while (behind < sentence.tokens.size() && is_one_of(units, sentence.tokens[behind].norm)) ++behind;
  return behind < sentence.tokens.size() && is_one_of(verbs, sentence.tokens[behind].norm);
}

bool names_decrease(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 4> words{"loss", "reduction", "decline", "decrease"};
  return is_one_of(words, sentence.tokens[outcome.last - 1].norm);
}

bool tells_hazard(const Sentence& sentence, const TokenRange& clause) {
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return token.norm == "hr" || token.stem == "hazard"; });
}

// By how long people survive, or wait for what is to be put off; else by the hazard of it.
std::optional<NumberReading> read_time(const Sentence& sentence, const TokenRange& clause,
                                       const OutcomeContext& context, const Statistics& statistics) {
  const bool survival = names_survival(sentence, context.outcome.tokens);
  if (!survival && !is_waited_for(sentence, context.outcome.tokens)) return std::nullopt;
  auto told = compare_times(sentence, clause, context.subject, statistics);
  const bool longer_is_more = told && survival;
  if (!told && survival && tells_hazard(sentence, clause))
    told = read_estimate(sentence, clause, context.subject, statistics);
  if (told && !longer_is_more) told->reported = opposite(told->reported);
  return told;
}

// Arms first, then times, estimates, changes with their sign, and the efficacy of what prevents.
std::optional<NumberReading> read_figures(const Sentence& sentence, const TokenRange& clause,
                                          const OutcomeContext& context, const Statistics& statistics) {
  auto told = compare_arms(sentence, clause, context.subject, statistics);
  if (!told) told = read_time(sentence, clause, context, statistics);
  if (!told) told = read_estimate(sentence, clause, context.subject, statistics);
  // "Weight loss was -24 kg": the name tells the sign already.
  if (told && statistics.numbers.null_value != 1 && !told->rate && names_decrease(sentence, context.outcome.tokens))
    told->reported = opposite(told->reported);
  if (!told) told = compare_signed_changes(sentence, clause, context.subject, statistics);
  if (!told && context.valence == Valence::bad) told = read_efficacy(sentence, clause, statistics);
  return told;
}

}  // namespace

std::optional<EffectReading> read_numeric_effect(const Sentence& sentence, const TokenRange& clause,
                                                 const OutcomeContext& context, const Statistics& statistics) {
  if (only_places(sentence, context.outcome.tokens) || is_whole_of_share(sentence, context.outcome.tokens))
    return std::nullopt;
  const auto told = read_figures(sentence, clause, context, statistics);
  if (!told) return std::nullopt;
  // Less harm than with another treatment is harm all the same.
  const bool less = told->rate && told->reported == Reported::decrease;
  if (context.denies_harm && less && !names_control(sentence, {0, sentence.tokens.size()})) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  if (told->rate) result.reading.numbers.rate = told->rate;
  const bool relief = context.valence == Valence::bad && (names_relief(sentence, context.outcome.tokens) ||
                                                          (told->rate && is_goal_reached(sentence, clause)));
  result.reading.reported = relief ? opposite(told->reported) : told->reported;
  result.reading.significant = statistics.excludes_null.value_or(false);
  result.reading.arms_told = told->rate.has_value() && result.reading.significant;
  result.reliability = result.reading.significant ? kSignificantReliability : kWordedReliability;
  result.cues.push_back({told->rate ? "the shares of the arms" : "an interval that excludes the null", told->words});
  return result;
}

}  // namespace claimcheck
