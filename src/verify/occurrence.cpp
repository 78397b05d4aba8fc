#include "verify/occurrence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/arms.h"
#include "verify/both_arms.h"
#include "verify/effect_barrier.h"
#include "verify/phrase_table.h"
#include "verify/told_as_event.h"

namespace claimcheck {
namespace {

// "Side effects included" ends behind the name that it opens with.
bool is_inside_outcome(const Sentence& sentence, const Cue& cue) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first < cue.last && cue.last <= mention.last;
  });
}

// "Met criteria for dependence", "there were no deaths", "cirrhosis can follow", "affected 12 %": happenings that no
// cue of their own tells. They stand before the outcome, but for what follows from the treatment.
std::optional<Cue> find_happening(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome) {
  for (const PhraseMatch& phrase : sentence.phrases) {
    const bool shown = phrase.category == "shows" && phrase.last <= outcome.first && outcome.first <= phrase.last + 1;
    const bool before = shown || (phrase.category == "happens_to" && phrase.last <= outcome.first);
    const bool share = phrase.last < sentence.tokens.size() && sentence.tokens[phrase.last].kind == TokenKind::number;
    const bool befalls = phrase.category == "befalls" && share;
    const bool after = (phrase.category == "follows" || befalls) && phrase.first >= outcome.last;
    if (!clause.contains(phrase.first) || !(before || after)) continue;
    const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
    return Cue{CueKind::occurrence, phrase.first, phrase.last, span};
  }
  return std::nullopt;
}

// "He became dependent on it": the verb is part of how the harm is named.
std::optional<Cue> find_becoming(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 3> verbs{"became", "becomes", "become"};
  if (!is_one_of(verbs, sentence.tokens[outcome.first].norm)) return std::nullopt;
  return Cue{CueKind::occurrence, outcome.first, outcome.first + 1, sentence.tokens[outcome.first].span};
}

// "The seizure rate was 0.3 per 10,000", "the incidence of seizures with it was 2 %".
std::optional<Cue> find_named_rate(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 5> words{"rate", "incidence", "frequency", "prevalence", "proportion"};
  const auto is_rate = [&](std::size_t at) {
    return at < sentence.tokens.size() && is_one_of(words, sentence.tokens[at].norm);
  };
  const auto cue_at = [&](std::size_t at) { return Cue{CueKind::occurrence, at, at + 1, sentence.tokens[at].span}; };
  if (is_rate(outcome.last)) return cue_at(outcome.last);
  if (is_rate(outcome.last - 1)) return cue_at(outcome.last - 1);
  const bool of = outcome.first >= 2 && sentence.tokens[outcome.first - 1].norm == "of";
  return of && is_rate(outcome.first - 2) ? std::optional(cue_at(outcome.first - 2)) : std::nullopt;
}

// "The drug raised liver enzymes": the verb is the first word of the harm's own name.
std::optional<Cue> find_verb_in_name(const Sentence& sentence, const TokenRange& outcome,
                                     const std::vector<SlotMatch>& subjects) {
  constexpr std::size_t reach = 3;
  static constexpr std::array<std::string_view, 24> verbs{
      "raised",  "raises",  "raise",    "increased", "increases", "increase",  "elevated",  "elevates",
      "elevate", "impairs", "impaired", "impair",    "damages",   "damaged",   "damage",    "harms",
      "harmed",  "weakens", "weakened", "reduced",   "reduces",   "decreased", "decreases", "loses"};
  if (!is_one_of(verbs, sentence.tokens[outcome.first].norm)) return std::nullopt;
  static constexpr std::array<std::string_view, 7> links{"can",           "may",   "could", "also",
                                                         "significantly", "might", "often"};
  for (std::size_t back = 1; back <= reach && back <= outcome.first; ++back) {
    const std::size_t at = outcome.first - back;
    const bool is_subject = std::any_of(subjects.begin(), subjects.end(),
                                        [at](const SlotMatch& subject) { return subject.tokens.last == at + 1; });
    if (is_subject) {
      return Cue{CueKind::cause, outcome.first, outcome.first + 1, sentence.tokens[outcome.first].span};
    }
    if (!is_one_of(links, sentence.tokens[at].norm)) break;
  }
  return std::nullopt;
}

// "Diarrhoea in up to 19 %", "skin irritation with patches (up to 54 %)": the share stands beside the name, without a
// verb.
std::optional<Cue> find_bare_share(const Sentence& sentence, const TokenRange& outcome,
                                   const std::vector<SlotMatch>& subjects) {
  static constexpr std::array<std::string_view, 4> links{"with", "after", "on", "under"};
  constexpr std::size_t reach = 4;
  const std::vector<Token>& tokens = sentence.tokens;
  if (outcome.last + 1 >= tokens.size()) return std::nullopt;
  std::size_t from = outcome.last;
  const std::string& link = tokens[from].norm;
  if (is_one_of(links, link)) {
    const auto own = std::find_if(subjects.begin(), subjects.end(),
                                  [from](const SlotMatch& subject) { return subject.tokens.first == from + 1; });
    if (own == subjects.end() || word_at(tokens, own->tokens.last) != "(") return std::nullopt;
    from = own->tokens.last;
  } else if (link != "in" || outcome.first != 0) {
    return std::nullopt;
  }
  const auto shares = std::count_if(sentence.numbers.begin(), sentence.numbers.end(),
                                    [](const NumberMention& number) { return number.kind == NumberKind::percent; });
  if (link == "in" && shares < 2) return std::nullopt;
  const std::size_t end = std::min(from + reach, tokens.size());
  const bool share = std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    return number.kind == NumberKind::percent && tokens[from].span.end <= number.span.begin &&
           number.span.begin <= tokens[end - 1].span.begin;
  });
  return share ? std::optional(Cue{CueKind::occurrence, outcome.last, outcome.last + 1, tokens[outcome.last].span})
               : std::nullopt;
}

// What is feared, doubted, looked for or treated is only named so.
bool is_only_named(const Sentence& sentence, const std::vector<SlotMatch>& subjects) {
  static constexpr std::array<std::string_view, 26> stems{
      "fear",    "concern", "claim",    "myth",  "nocebo",  "hypothet", "unproven", "suspect", "alleg",
      "evid",    "causal",  "weak",     "risk",  "retract", "prevent",  "treat",    "uptak",   "theoret",
      "placebo", "stop",    "withdraw", "avoid", "manag",   "therapi",  "belief",   "believ"};
  const bool doubted = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    const bool own = std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
      return sentence.tokens[subject.tokens.first].span.begin <= token.span.begin &&
             token.span.end <= sentence.tokens[subject.tokens.last - 1].span.end;
    });
    return !own && is_one_of(stems, token.stem);
  });
  return doubted || has_cue(sentence, CueKind::hedge) || has_cue(sentence, CueKind::decrease) ||
         has_cue(sentence, CueKind::improve) || has_cue(sentence, CueKind::null_result);
}

// "Liver injury due to the drug", "drug-induced liver injury": what the harm is called says what brought it about.
std::optional<Cue> find_attribution(const Sentence& sentence, const TokenRange& outcome,
                                    const std::vector<SlotMatch>& subjects) {
  if (is_only_named(sentence, subjects) || has_cue(sentence, CueKind::negation, outcome.last, sentence.tokens.size()))
    return std::nullopt;
  static constexpr std::array<std::string_view, 3> links{"due", "owing", "secondary"};
  static constexpr std::array<std::string_view, 3> participles{"induced", "associated", "related"};
  constexpr std::size_t reach = 4;  // "due to high-dose X"
  const std::vector<Token>& tokens = sentence.tokens;
  const auto cue_at = [&](std::size_t at) { return Cue{CueKind::occurrence, at, at + 1, tokens[at].span}; };
  for (const SlotMatch& subject : subjects) {
    const std::size_t last = subject.tokens.last;
    const bool behind = is_one_of(links, word_at(tokens, outcome.last)) && word_at(tokens, outcome.last + 1) == "to";
    if (behind && subject.tokens.first > outcome.last && subject.tokens.first - outcome.last <= reach)
      return cue_at(outcome.last);
    const bool before = word_at(tokens, last) == "-" && is_one_of(participles, word_at(tokens, last + 1));
    if (before && (outcome.first == last + 2 || outcome.first == last + 3)) return cue_at(last + 1);
  }
  return std::nullopt;
}

// The clause names the treatment, or goes on telling what it did: "X lowered fever but caused headache".
bool has_subject(const Sentence& sentence, const TokenRange& clause, const std::vector<SlotMatch>& subjects) {
  if (std::any_of(subjects.begin(), subjects.end(),
                  [&](const SlotMatch& match) { return clause.contains(match.tokens.first); }))
    return true;
  const bool goes_on = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::cause && clause.first <= cue.first && cue.first <= clause.first + 1;
  });
  if (!goes_on || subjects.empty() || subjects.front().tokens.first > clause.first) return false;
  return std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
           subjects.back().tokens.last <= mention.first && mention.first < clause.last;
  });
}

// Where no cue says that it happened: another way of telling it.
std::optional<Cue> find_without_cue(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                                    const std::vector<SlotMatch>& subjects) {
  if (auto happening = find_happening(sentence, clause, context.outcome.tokens))
    return is_of_measure(sentence, context.outcome.tokens, *happening) ? std::nullopt : happening;
  if (auto verb = find_becoming(sentence, context.outcome.tokens)) return verb;
  if (auto verb = find_verb_in_name(sentence, context.outcome.tokens, subjects)) return verb;
  if (auto named = find_attribution(sentence, context.outcome.tokens, subjects)) return named;
  if (auto share = find_bare_share(sentence, context.outcome.tokens, subjects)) return share;
  if (!is_reported_case(sentence, context.outcome.tokens, context.subject)) return std::nullopt;
  const std::size_t link = context.outcome.tokens.last;
  return Cue{CueKind::occurrence, link, link + 1, sentence.tokens[link].span};
}

// The cue that says that the outcome happened. "Caused by" and "associated with" tell a harm of the treatment only
// where the clause names the treatment.
std::optional<Cue> find_occurrence(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context) {
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const bool names_subject = has_subject(sentence, clause, subjects);
  const Cue* cue = nearest_cue(sentence, clause, context.outcome.tokens, [&](const Cue& candidate) {
    if (!is_occurrence(candidate.kind) || is_inside_outcome(sentence, candidate)) return false;
    // "C. difficile-associated diarrhoea" is its name.
    if (candidate.first > 0 && sentence.tokens[candidate.first - 1].norm == "-") return false;
    if (!tells_of_event(sentence, clause, context.outcome.tokens, candidate, subjects)) return false;
    return candidate.kind == CueKind::occurrence || names_subject;
  });
  if (cue == nullptr) return find_without_cue(sentence, clause, context, subjects);
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

// Of the shares of two arms the one of the treatment tells how often it happens with it.
void take_own_share(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
                    FindingNumbers& numbers) {
  const std::optional<double> share = treated_share(sentence, clause, subject);
  if (!share || numbers.rate == share) return;
  numbers.rate = share;
  numbers.exposed.reset();
  numbers.events.reset();
  numbers.rate_low.reset();
  numbers.rate_high.reset();
}

// "A man without any illness developed it": what people are without ends at the verb.
bool is_behind_verb(const Sentence& sentence, std::size_t denial, std::size_t at) {
  static constexpr std::array<std::string_view, 6> verbs{"developed", "had",    "presented",
                                                         "suffered",  "became", "experienced"};
  if (sentence.tokens[denial].norm != "without") return false;
  for (std::size_t i = denial + 2; i <= at && i < sentence.tokens.size(); ++i) {
    if (is_one_of(verbs, sentence.tokens[i].norm)) return true;
  }
  return false;
}

// Negated, and not from within a relative clause: "an injury that did not heal was found".
bool is_denied_at(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 3> pronouns{"that", "which", "who"};
  if (!is_negated(sentence.tokens, sentence.cues, at)) return false;
  std::size_t denial = 0;
  for (const Cue& cue : sentence.cues) {
    if (cue.kind == CueKind::negation && cue.last <= at) denial = cue.first;
  }
  if (is_behind_verb(sentence, denial, at)) return false;
  for (std::size_t back = 1; back <= 2 && back <= denial; ++back) {
    if (is_one_of(pronouns, sentence.tokens[denial - back].norm)) return false;
  }
  return true;
}

bool is_happening_denied(const Sentence& sentence, const TokenRange& outcome, const std::optional<Cue>& cue) {
  return is_denied_at(sentence, outcome.first) || (cue && is_denied_at(sentence, cue->first));
}

void tell_null(Reported reported, const char* rule, EffectReading& result) {
  result.reading.reported = reported;
  result.reliability = kNullReliability;
  result.cues.push_back({rule, {}});
}

// By a word for it, or by the share that the clause gives of it with the treatment.
std::optional<Cue> find_told_occurrence(const Sentence& sentence, const TokenRange& clause,
                                        const OutcomeContext& context, const Statistics& statistics) {
  if (const auto cue = find_occurrence(sentence, clause, context)) return cue;
  if (!statistics.numbers.rate || !context.subject.matches(sentence)) return std::nullopt;
  return find_named_rate(sentence, context.outcome.tokens);
}

// Why the harm is no more frequent with the treatment than without it; nullptr where it may be.
const char* find_no_excess(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                           const Statistics& statistics) {
  if (context.about_effect) return nullptr;
  const auto in_clause = std::span(sentence.tokens).subspan(clause.first, clause.last - clause.first);
  if (study_words().contains(in_clause, "no_contrast") && !has_cue(sentence, CueKind::increase))
    return "in both groups";
  // "Had similar infarction rates".
  static constexpr std::array<std::string_view, 6> alike{"similar",    "comparable", "equal",
                                                         "equivalent", "identical",  "same"};
  const std::size_t outcome = context.outcome.tokens.first;
  if (outcome > 0 && is_one_of(alike, sentence.tokens[outcome - 1].norm)) return "as often without the treatment";
  if (!names_control(sentence, {0, sentence.tokens.size()})) return nullptr;
  const auto told = compare_arms(sentence, clause, context.subject, statistics);
  if (told && told->reported == Reported::decrease) return "less often than without the treatment";
  if (are_arms_alike(sentence, clause, context.subject, statistics)) return "as often without the treatment";
  const bool fewer =
      are_fewer_treated(sentence, clause, context.subject) || is_of_fewer_treated(sentence, context.subject);
  return fewer ? "less often than without the treatment" : nullptr;
}

}  // namespace

bool is_reported_case(const Sentence& sentence, const TokenRange& outcome, const SlotMatcher& subject) {
  constexpr std::size_t reach = 6;
  if (!has_phrase(sentence, "reports_cases")) return false;
  static constexpr std::array<std::string_view, 5> links{"after", "following", "due", "caused", "induced"};
  const std::vector<SlotMatch> subjects = subject.find(sentence);
  return outcome.last < sentence.tokens.size() && is_one_of(links, sentence.tokens[outcome.last].norm) &&
         std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& match) {
           return match.tokens.first > outcome.last && match.tokens.first - outcome.last <= reach;
         });
}

std::optional<EffectReading> read_occurrence(const Sentence& sentence, const TokenRange& clause,
                                             const OutcomeContext& context, const Statistics& statistics) {
  const std::optional<Cue> cue = find_told_occurrence(sentence, clause, context, statistics);
  const std::optional<double> own_rate = rate_in_bracket(sentence, context.outcome.tokens);
  if ((!cue && !own_rate) || is_before_treatment(sentence, context.subject)) return std::nullopt;
  EffectReading result;
  result.reading.numbers = statistics.numbers;
  if (own_rate) result.reading.numbers.rate = own_rate;
  take_own_share(sentence, clause, context.subject, result.reading.numbers);
  const bool has_rate = result.reading.numbers.rate.has_value();
  if (cue) result.cues.push_back(name_cue(sentence, *cue, "occurrence"));
  const bool denied = is_happening_denied(sentence, context.outcome.tokens, cue);
  const bool none = has_rate && *result.reading.numbers.rate == 0;
  if (none || (denied && statistics.numbers.exposed)) {
    if (!counts_one_group(sentence, context.subject)) return std::nullopt;
  }
  if (denied || none) {
    result.reading.denied = true;
    tell_null(statistics.numbers.exposed ? Reported::bound : Reported::no_difference, "no event", result);
    return result;
  }
  if (const char* rule = find_no_excess(sentence, clause, context, statistics); rule != nullptr) {
    tell_null(Reported::no_difference, rule, result);
    return result;
  }
  result.reading.reported = has_rate ? Reported::rate : Reported::event;
  result.reliability = has_rate ? kRateReliability : kEventReliability;
  // "improved abstinence, craving and relapse": the clause is about something getting better.
  if (has_cue(sentence, CueKind::improve, clause.first, clause.last)) result.reliability -= kMixedPenalty;
  return result;
}

}  // namespace claimcheck
