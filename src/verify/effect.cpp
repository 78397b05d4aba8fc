#include "verify/effect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "text/numbers.h"
#include "text/one_of.h"
#include "verify/arm_order.h"
#include "verify/arms.h"
#include "verify/both_arms.h"
#include "verify/caveat.h"
#include "verify/change_words.h"
#include "verify/effect_barrier.h"
#include "verify/null_cue.h"
#include "verify/numeric_effect.h"
#include "verify/occurrence.h"
#include "verify/other_exposure.h"
#include "verify/own_numbers.h"
#include "verify/phrase_table.h"
#include "verify/presence.h"
#include "verify/statistics.h"

namespace claimcheck {
namespace {

bool contains_words(const Sentence& sentence, const TokenRange& range, std::string_view category) {
  const std::span<const Token> tokens(sentence.tokens);
  return study_words().contains(tokens.subspan(range.first, range.last - range.first), category);
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
  if (!concludes || !has_phrase(sentence, "ineffective") || has_phrase(sentence, "one_way")) return false;
  // "Do not support X over Y", and not "over 12 weeks".
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].norm == "over" && sentence.tokens[i + 1].kind != TokenKind::number) return false;
  }
  return true;
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
    result.reading.noninferior = true;
    result.reliability = kWordedReliability;
    result.cues.push_back(name_cue(sentence, cue, "not inferior to an active treatment"));
    return result;
  }
  return std::nullopt;
}

std::optional<EffectReading> read_null(const Sentence& sentence, const TokenRange& clause,
                                       const OutcomeContext& context, const Statistics& statistics) {
  const auto is_null = [&](const Cue& cue) { return is_null_of_treatment(sentence, clause, context, cue); };
  const Cue* cue = nearest_cue(sentence, clause, clause, is_null);
  // "… in 24 % and 50 %, but the difference was not significant": the null stands in the next clause.
  if (cue == nullptr && statistics.numbers.rate)
    cue = nearest_cue(sentence, {0, sentence.tokens.size()}, clause, is_null);
  const bool by_number = statistics.excludes_null.has_value() && !*statistics.excludes_null;
  const bool rejected = is_rejected_by_authors(sentence);
  if (cue == nullptr && !rejected && (!by_number || tells_only_a_tie(sentence, clause))) return std::nullopt;
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

void set_null(std::string rule, EffectReading& result) {
  result.reading.reported = Reported::no_difference;
  result.reading.significant = false;
  result.reliability = kNullReliability;
  result.cues.push_back({std::move(rule), {}});
}

// "Fell …, compared with an increase": not so of "a reduction".
bool turns_change(const Sentence& sentence, const Cue& cue) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& own) {
    return is_effect(own.kind) && own.last <= cue.first && own.kind != cue.kind;
  });
}

// "From 7 to 4 with the drug, and from 7 to 4 with placebo".
// False where no amounts are told.
bool contrast_arms(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                   const Statistics& statistics, EffectReading& result) {
  // "Fell by 18 %, compared with a 23 % increase on placebo": they went opposite ways.
  if (std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
        return is_effect(cue.kind) && is_of_comparator(sentence, cue) && turns_change(sentence, cue);
      }))
    return true;
  const auto contrast = contrast_changes(sentence, clause, context.subject, statistics);
  if (!contrast) return false;
  if (*contrast == ChangeContrast::more) return true;
  if (*contrast == ChangeContrast::alike || !statistics.excludes_null.value_or(false)) {
    set_null("both arms changed alike, or the other one more", result);
    return true;
  }
  result.reading.reported = opposite(result.reading.reported);
  result.cues.push_back({"the other arm changed more", {}});
  return true;
}

// "No compelling data showing that the drug increases A or worsens B": all that such data would show is denied.
bool lacks_evidence(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 6> nouns{"data", "evidence", "proof", "studies", "indication", "signs"};
  static constexpr std::array<std::string_view, 5> links{"showing", "that", "suggesting", "demonstrating",
                                                         "indicating"};
  static constexpr std::array<std::string_view, 5> turns{";", "but", "however", "whereas", "while"};
  constexpr std::size_t reach = 4;
  std::size_t from = sentence.tokens.size();
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::negation || cue.last > at) continue;
    const std::size_t end = std::min({cue.last + reach, sentence.tokens.size() - 1, at});
    for (std::size_t i = cue.last; i < end; ++i) {
      const bool opens = is_one_of(nouns, sentence.tokens[i].norm) && is_one_of(links, sentence.tokens[i + 1].norm);
      if (opens) from = std::min(from, i);
    }
  }
  if (from >= at) return false;
  return std::none_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(from),
                      sentence.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                      [](const Token& token) { return is_one_of(turns, token.norm); });
}

// Negated, and not only for what "but not …" takes out ahead of it.
bool is_denied(const Sentence& sentence, std::size_t at) {
  if (lacks_evidence(sentence, at)) return true;
  if (!is_negated(sentence.tokens, sentence.cues, at)) return false;
  const auto exception = find_exception(sentence);
  if (!exception || !exception->inside || exception->words.last > at) return true;
  return has_cue(sentence, CueKind::negation, exception->words.last, at);
}

// "A halving was reached by 20 % with the drug and by 38 % with placebo": which arm more people did better in.
void contrast_responders(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                         const Statistics& statistics, EffectReading& result) {
  static constexpr std::array<std::string_view, 3> verbs{"achieved", "reached", "attained"};
  const bool reached = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                   [](const Token& token) { return is_one_of(verbs, token.norm); });
  if (!reached || !tells_change(result.reading)) return;
  const auto told = compare_arms(sentence, clause, context.subject, statistics);
  if (told && told->reported == Reported::decrease) {
    result.reading.reported = opposite(result.reading.reported);
    result.cues.push_back({"reached by more in the other arm", told->words});
  } else if (are_arms_alike(sentence, clause, context.subject, statistics)) {
    set_null("reached by as many in both arms", result);
  }
}

std::optional<EffectReading> read_change(const Sentence& sentence, const TokenRange& clause,
                                         const OutcomeContext& context, const Statistics& statistics) {
  const std::optional<WordedChange> effect = find_worded_change(sentence, clause, context);
  if (!effect) return std::nullopt;
  if (is_effect_of_another(sentence, context, *effect->cue)) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  result.cues.push_back(name_cue(sentence, *effect->cue, std::string(to_string(effect->cue->kind))));
  const bool denied = is_denied(sentence, effect->cue->first);
  if (denied || is_of_fewer_treated(sentence, context.subject)) {
    set_null(denied ? "negation" : "told of fewer people with the treatment", result);
    return result;
  }
  const auto changed_most =
      context.about_effect ? arm_that_changed_most(sentence, clause, context) : std::optional<ChangedMost>();
  if (changed_most == ChangedMost::neither) {
    result.reading.reported = Reported::no_difference;
    result.reliability = kNullReliability;
    result.cues.push_back({"both arms changed alike", {}});
    return result;
  }
  result.reading.reported = effect->reported;
  if (changed_most == ChangedMost::other || (!changed_most && is_outdone(sentence, context, *effect->cue))) {
    result.reading.reported = opposite(effect->reported);
    result.cues.push_back({"arms swapped: the comparison names the treatment second", {}});
  }
  const TokenRange part = own_part(sentence, clause, context.outcome);
  const bool worded = has_cue(sentence, CueKind::significance, part.first, part.last);
  result.reading.significant = statistics.excludes_null.value_or(worded);
  result.reliability = result.reading.significant ? kSignificantReliability : kWordedReliability;
  if (!changed_most && !contrast_arms(sentence, clause, context, statistics, result))
    contrast_responders(sentence, clause, context, statistics, result);
  return result;
}

// "Evidence that it causes headache was lacking."
EffectReading read_lack() {
  EffectReading result;
  result.reading.reported = Reported::gap_stated;
  result.reliability = kGapReliability;
  result.cues.push_back({"evidence is said to be lacking", {}});
  return result;
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

// "Reduced (P = .2)": the one test of the sentence tells no change, unless it is one of another outcome.
bool fails_its_test(const Sentence& sentence, const SlotMatch& outcome) {
  const bool tests = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
    return token.norm.starts_with('p') && token.norm.size() <= 2;
  });
  if (!tests) return false;
  const std::vector<NumberMention>& numbers = sentence.numbers;
  const auto is_p = [](const NumberMention& number) { return number.kind == NumberKind::p_value; };
  const auto test = std::find_if(numbers.begin(), numbers.end(), is_p);
  if (std::count_if(numbers.begin(), numbers.end(), is_p) != 1 || test->value <= kAlpha) return false;
  const auto at = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                               [&](const Token& token) { return token.span.begin >= test->span.begin; });
  return !is_of_later_outcome(sentence, outcome, static_cast<std::size_t>(at - sentence.tokens.begin()));
}

// A change that is told, but is not known to be an effect of the treatment.
bool is_no_effect(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                  Reported reported) {
  if (arm_that_changed_most(sentence, clause, context) == ChangedMost::treated) return false;
  if (is_not_given(sentence, clause, context.subject)) return true;
  if (context.comparative) return false;
  if (is_outdone_by_active(sentence, context, reported)) return true;
  return is_comparator(sentence, context.subject) && !names_control(sentence, {0, sentence.tokens.size()});
}

// "Nominal P = .02": a test after another that had failed, which confirms nothing (FDA, Multiple Endpoints in
// Clinical Trials, 2022).
bool is_only_nominal(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return token.norm == "nominal" || token.norm == "nominally"; }) &&
         std::any_of(sentence.numbers.begin(), sentence.numbers.end(),
                     [](const NumberMention& number) { return number.kind == NumberKind::p_value; });
}

// A failed test tells no change; a hedge makes what is told less sure.
void weaken(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome, EffectReading& result) {
  if (tells_change(result.reading) && !result.reading.significant && fails_its_test(sentence, outcome)) {
    result.reading.reported = Reported::no_difference;
    result.cues.push_back({"the p-value is above 0.05", {}});
  }
  if (tells_change(result.reading) && is_only_nominal(sentence)) {
    result.reading.partial = true;
    result.cues.push_back({"only nominally significant", {}});
  }
  if (has_cue(sentence, CueKind::hedge, clause.first, clause.last)) {
    result.reliability -= kHedgePenalty;
    result.cues.push_back({"hedged", {}});
  }
}

// What the words around a reading leave of it; false when nothing is left.
bool apply_caveat(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                  EffectReading& result) {
  const Reported reported = result.reading.reported;
  if (reported == Reported::gap_stated || (reported == Reported::no_difference && !result.reading.authors_reject))
    return true;
  const auto caveat = find_caveat(sentence, clause, context, !tells_change(result.reading));
  if (!caveat) return true;
  if (caveat->kind == Caveat::Kind::no_finding) return false;
  if (caveat->kind == Caveat::Kind::partial) {
    result.reading.partial = true;
    result.cues.push_back(caveat->cue);
  } else if (!result.reading.authors_reject) {
    set_null(caveat->cue.rule, result);
    result.cues.back().text = caveat->cue.text;
  }
  return true;
}

// In a list each outcome has a ratio of its own, and "more frequent" may stand for some of them only.
std::optional<EffectReading> read_listed_ratio(const Sentence& sentence, const SlotMatch& outcome,
                                               const Statistics& statistics) {
  const auto told = read_ratio_in_list(sentence, outcome);
  if (!told) return std::nullopt;
  EffectReading result;
  result.reading.reported = *told;
  result.reading.significant = true;
  result.reading.numbers = statistics.numbers;
  result.reliability = kSignificantReliability;
  result.cues.push_back({"the ratio behind the outcome", {}});
  return result;
}

// What the sentence tells by the first way of telling it that it uses.
std::optional<EffectReading> read_told(const Sentence& sentence, const TokenRange& clause,
                                       const OutcomeContext& context, const Statistics& statistics) {
  std::optional<EffectReading> result = read_null(sentence, clause, context, statistics);
  if (!result && context.about_effect && contains_words(sentence, clause, "hardly")) return std::nullopt;
  if (!result) result = read_listed_ratio(sentence, context.outcome, statistics);
  // "Nausea was less frequent", "nausea resolved": a change outranks the bare occurrence.
  if (!result) result = read_change(sentence, clause, context, statistics);
  if (!result && context.compares) {
    result = read_numeric_effect(sentence, own_part(sentence, clause, context.outcome), context, statistics);
  }
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
  const Statistics statistics = read_own_statistics(sentence, clause, context.outcome);
  if (!is_rejected_by_authors(sentence)) {
    if (auto gap = read_gap(sentence, clause)) return gap;
  }
  if (asserts_nothing(sentence)) return std::nullopt;
  const bool unnamed = !context.subject.matches(sentence);
  if (contains_words(sentence, clause, "other_contrast") && (context.about_effect || unnamed)) return std::nullopt;
  if (unnamed && contains_words(sentence, clause, "strata")) return std::nullopt;
  if (contains_words(sentence, clause, "lacking")) return read_lack();
  std::optional<EffectReading> result;
  if (context.about_effect) result = read_noninferiority(sentence, clause, context);
  if (!result) result = read_told(sentence, clause, context, statistics);
  if (!result) return read_gap(sentence, {0, sentence.tokens.size()});
  const bool tells =
      result->reading.reported != Reported::no_difference && result->reading.reported != Reported::gap_stated;
  if (tells && is_of_predictor(sentence, clause, context.outcome.tokens, context.subject)) return std::nullopt;
  if (tells_change(result->reading) && is_no_effect(sentence, clause, context, result->reading.reported))
    return std::nullopt;
  if (!apply_caveat(sentence, clause, context, *result)) return std::nullopt;
  weaken(sentence, clause, context.outcome, *result);
  return result;
}

}  // namespace claimcheck
