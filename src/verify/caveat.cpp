#include "verify/caveat.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "text/one_of.h"
#include "verify/no_finding.h"

namespace claimcheck {
namespace {

bool is_told_by(CueKind kind) {
  return is_effect(kind) || kind == CueKind::occurrence || kind == CueKind::cause || kind == CueKind::associate;
}

Caveat make_caveat(Caveat::Kind kind, std::string rule) {
  return {kind, {std::move(rule), {}}};
}

Caveat make_caveat(Caveat::Kind kind, std::string rule, const Sentence& sentence, TokenRange words) {
  const Span span{sentence.tokens[words.first].span.begin, sentence.tokens[words.last - 1].span.end};
  return {kind, {std::move(rule), std::string(slice(sentence.text, span))}};
}

bool names_arm(const Telling& telling, TokenRange range) {
  const auto in_range = [range](std::size_t at) { return range.contains(at); };
  return telling.find("arm", range) != nullptr ||
         std::any_of(telling.subjects.begin(), telling.subjects.end(),
                     [&](const SlotMatch& subject) { return in_range(subject.tokens.first); }) ||
         std::any_of(telling.sentence.mentions.begin(), telling.sentence.mentions.end(), [&](const auto& mention) {
           return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
                  in_range(mention.first) && !telling.is("some_people", mention.first);
         });
}

// The name of a disease names those who have it: "but not in episodic headache" is no part of the people.
bool is_outcome_too(const Sentence& sentence, const ConceptMention& people) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first < people.last &&
           people.first < mention.last;
  });
}

bool names_people(const Telling& telling, TokenRange range) {
  static constexpr std::array<std::string_view, 4> words{"those", "whom", "who", "with"};
  for (std::size_t at = range.first; at < range.last; ++at) {
    if (is_one_of(words, telling.sentence.tokens[at].norm)) return true;
  }
  if (telling.find("some_people", range) != nullptr) return true;
  const std::span<const Token> tokens(telling.sentence.tokens);
  return study_words().contains(tokens.subspan(range.first, range.last - range.first), "people") ||
         std::any_of(telling.sentence.mentions.begin(), telling.sentence.mentions.end(), [&](const auto& mention) {
           return mention.concept_ptr->kind == ConceptKind::population && range.contains(mention.first) &&
                  !is_outcome_too(telling.sentence, mention);
         });
}

// The words that take a relation back: "disappeared", "was attenuated", or a null result.
bool is_gone(const Telling& telling, std::size_t first) {
  constexpr std::size_t reach = 8;
  static constexpr std::array<std::string_view, 2> pronouns{"that", "which"};
  const TokenRange ahead = Telling::before(first, reach);
  const std::vector<Token>& tokens = telling.sentence.tokens;
  if (telling.find("relation", ahead) != nullptr) return true;
  return first >= 1 &&
         (is_one_of(pronouns, tokens[first - 1].norm) || (first >= 2 && is_one_of(pronouns, tokens[first - 2].norm)));
}

bool is_negated_at(const Telling& telling, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 3> own{"no", "not", "did"};
  return !is_one_of(own, telling.sentence.tokens[phrase.first].norm) &&
         is_negated(telling.sentence.tokens, telling.sentence.cues, phrase.first);
}

// Another outcome, and not ours, is what the clause around token `at` speaks of.
bool speaks_of_another(const Telling& telling, std::size_t at) {
  const TokenRange clause = clause_around(telling.sentence, at);
  if (clause.contains(telling.outcome.first)) return false;
  return std::any_of(telling.sentence.mentions.begin(), telling.sentence.mentions.end(), [&](const auto& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
           clause.contains(mention.first) && mention.first < at;
  });
}

std::optional<TokenRange> find_taken_back(const Telling& telling) {
  const TokenRange whole{0, telling.sentence.tokens.size()};
  if (const PhraseMatch* crude = telling.find("crude", whole)) return TokenRange{crude->first, crude->last};
  if (telling.find("adjusted", whole) == nullptr) return std::nullopt;
  for (const PhraseMatch& phrase : telling.phrases) {
    if (phrase.category == "vanished" && !is_negated_at(telling, phrase) && is_gone(telling, phrase.first) &&
        !speaks_of_another(telling, phrase.first) && telling.find("held", whole) == nullptr)
      return TokenRange{phrase.first, phrase.last};
  }
  for (const Cue& cue : telling.sentence.cues) {
    if (cue.kind == CueKind::null_result && is_gone(telling, cue.first) && !speaks_of_another(telling, cue.first))
      return TokenRange{cue.first, cue.last};
  }
  return std::nullopt;
}

// "The drug and placebo", "on the drug, as it did on placebo": nothing but joining words stands between them.
bool are_joined(const Telling& telling, const TokenRange& between) {
  constexpr std::size_t reach = 6;
  static constexpr std::array<std::string_view, 2> apart{"in", "with"};
  if (between.first >= between.last || between.last - between.first > reach) return false;
  const std::vector<Token>& tokens = telling.sentence.tokens;
  const std::size_t first = tokens[between.first].norm == "," ? between.first + 1 : between.first;
  return first < between.last && !is_one_of(apart, tokens[first].norm) && telling.all("joint", {first, between.last});
}

// One thing is told of the treatment and of an arm without it, and no numbers tell them apart.
std::optional<TokenRange> find_joint_arms(const Telling& telling) {
  const Sentence& sentence = telling.sentence;
  const auto numbers = std::count_if(sentence.tokens.begin(), sentence.tokens.end(),
                                     [](const Token& token) { return token.kind == TokenKind::number; });
  if (numbers > 1 || has_cue(sentence, CueKind::comparison, telling.clause.first, telling.clause.last))
    return std::nullopt;
  for (const PhraseMatch& control : telling.phrases) {
    if (control.category != "control" || !telling.clause.contains(control.first)) continue;
    for (const SlotMatch& subject : telling.subjects) {
      const TokenRange between = subject.tokens.last <= control.first ? TokenRange{subject.tokens.last, control.first}
                                                                      : TokenRange{control.last, subject.tokens.first};
      if (are_joined(telling, between)) return between;
    }
  }
  return std::nullopt;
}

// What was told of each arm, or of what was tried, leaves nothing to the treatment.
std::optional<Caveat> find_alike(const Telling& telling) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> rules{
      {{"neither", "no arm changed"}, {"alike", "both arms alike"}, {"failed", "what was tried did not work"}}};
  for (const auto& [category, rule] : rules) {
    const PhraseMatch* phrase = telling.find(category, telling.clause);
    if (phrase != nullptr && !is_negated_at(telling, *phrase))
      return make_caveat(Caveat::Kind::alike, std::string(rule), telling.sentence, {phrase->first, phrase->last});
  }
  if (const auto words = find_joint_arms(telling))
    return make_caveat(Caveat::Kind::alike, "both arms alike", telling.sentence, *words);
  if (const auto words = find_taken_back(telling))
    return make_caveat(Caveat::Kind::alike, "gone after adjustment", telling.sentence, *words);
  return std::nullopt;
}

// "Only in women", "but not overall", "in the subgroup with …"; not "only in the treated".
std::optional<TokenRange> find_part_of_people(const Telling& telling) {
  constexpr std::size_t reach = 6;
  constexpr std::size_t ahead = 4;
  const std::vector<Token>& tokens = telling.sentence.tokens;
  for (const PhraseMatch& phrase : telling.phrases) {
    if (phrase.first < telling.clause.first || phrase.first > telling.clause.last) continue;
    const TokenRange words{phrase.first, phrase.last};
    if (phrase.category == "not_overall") return words;
    if (phrase.category == "part_of_people" && telling.find("whole", Telling::before(phrase.first, ahead)) == nullptr)
      return words;
    const TokenRange next = telling.behind(phrase.last, reach);
    if (phrase.category == "only_in" && names_people(telling, next) && !names_arm(telling, next)) return words;
  }
  const std::size_t first = telling.clause.first;
  const TokenRange next = telling.behind(first + 1, 2);
  if (first < tokens.size() && tokens[first].norm == "only" && names_people(telling, next) &&
      !names_arm(telling, telling.behind(first + 1, ahead)))
    return TokenRange{first, first + 1};
  return std::nullopt;
}

// The words between "composite" and the outcome go on naming end points: no verb, nothing that changed.
bool is_one_list(const Sentence& sentence, const TokenRange& between) {
  static constexpr std::array<std::string_view, 9> ends{"was", "were", "is", "are", "by", "with", "also", "alone", ";"};
  for (std::size_t at = between.first; at < between.last; ++at) {
    if (is_one_of(ends, sentence.tokens[at].norm)) return false;
  }
  return std::none_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return (is_effect(cue.kind) || cue.kind == CueKind::scope_end) && between.contains(cue.first);
  });
}

// "The composite of death and stroke"; "death and stroke as a composite".
std::optional<TokenRange> find_composite(const Telling& telling) {
  constexpr std::size_t reach = 12;
  for (const PhraseMatch& phrase : telling.phrases) {
    if (phrase.category != "composite") continue;
    const bool ahead = phrase.last <= telling.outcome.first;
    const bool as_one = phrase.first >= 2 && telling.sentence.tokens[phrase.first - 2].norm == "as";
    if (!ahead && !as_one) continue;
    const TokenRange between =
        ahead ? TokenRange{phrase.last, telling.outcome.first} : TokenRange{telling.outcome.last, phrase.first};
    if (between.first > between.last || between.last - between.first > reach) continue;
    if (is_one_list(telling.sentence, between)) return TokenRange{phrase.first, phrase.last};
  }
  return std::nullopt;
}

/// The number that a token writes, in figures or words; 0 for none.
double number_of(const Token& token) {
  static constexpr std::array<std::string_view, 21> words{
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  if (token.kind == TokenKind::number) return std::strtod(token.norm.c_str(), nullptr);
  const auto word = std::find(words.begin(), words.end(), token.norm);
  return word == words.end() ? 0 : static_cast<double>(word - words.begin());
}

bool is_number(const Token& token) {
  return number_of(token) > 0;
}

// "13 of the 14 studies" is nearly all of them.
bool are_most(double some, double of) {
  constexpr double most = 0.75;
  return some > 0 && of > 0 && some / of >= most;
}

// "Two of nine" before the word for studies, its "of" at token `of`; "of nine trials, two".
std::optional<TokenRange> read_count(const Telling& telling, std::size_t of, const PhraseMatch& studies) {
  static constexpr std::array<std::string_view, 2> articles{"the", "these"};
  const std::vector<Token>& tokens = telling.sentence.tokens;
  if (tokens[of].norm != "of" || has_preposition(telling.sentence, of + 1, studies.first)) return std::nullopt;
  if (of + 1 >= studies.first || !(is_number(tokens[of + 1]) || is_one_of(articles, tokens[of + 1].norm)))
    return std::nullopt;
  if (of == 0) {
    const bool listed =
        studies.last + 1 < tokens.size() && tokens[studies.last].norm == "," && is_number(tokens[studies.last + 1]);
    return listed ? std::optional(TokenRange{of, studies.last + 2}) : std::nullopt;
  }
  if (!is_number(tokens[of - 1]) && !telling.is("few_studies", of - 1)) return std::nullopt;
  double total = 0;
  for (std::size_t at = of + 1; at < studies.first && total == 0; ++at) total = number_of(tokens[at]);
  if (are_most(number_of(tokens[of - 1]), total)) return std::nullopt;
  return TokenRange{of - 1, studies.last};
}

// "Two of nine trials", "of nine trials, two", "some studies found".
std::optional<TokenRange> find_count_of_studies(const Telling& telling) {
  constexpr std::size_t reach = 4;
  for (const PhraseMatch& studies : telling.phrases) {
    const bool countable = studies.category == "studies" || studies.category == "units";
    if (!countable || !telling.clause.contains(studies.first)) continue;
    const TokenRange ahead = Telling::before(studies.first, reach);
    for (std::size_t of = ahead.first; of < ahead.last; ++of) {
      if (const auto count = read_count(telling, of, studies)) return count;
    }
    const PhraseMatch* few = telling.find("few_studies", Telling::before(studies.first, 2));
    const bool tells = telling.find("tells", telling.behind(studies.last, reach)) != nullptr;
    if (few != nullptr && tells) return TokenRange{few->first, studies.last};
  }
  return std::nullopt;
}

std::optional<Caveat> find_partial(const Telling& telling) {
  const Sentence& sentence = telling.sentence;
  if (const auto words = find_part_of_people(telling))
    return make_caveat(Caveat::Kind::partial, "found in some of the people", sentence, *words);
  if (const auto words = find_composite(telling))
    return make_caveat(Caveat::Kind::partial, "one end point of a composite", sentence, *words);
  if (const auto words = find_count_of_studies(telling))
    return make_caveat(Caveat::Kind::partial, "found by some of the studies", sentence, *words);
  if (const PhraseMatch* others = telling.find("others_disagree", {0, sentence.tokens.size()}))
    return make_caveat(Caveat::Kind::partial, "other studies found otherwise", sentence, {others->first, others->last});
  if (const PhraseMatch* lesser = telling.find("lesser", telling.clause))
    return make_caveat(Caveat::Kind::partial, "a smaller change than elsewhere", sentence,
                       {lesser->first, lesser->last});
  return std::nullopt;
}

bool has_effect(const Sentence& sentence, CueKind kind, const TokenRange& clause, bool inside) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                     [&](const Cue& cue) { return cue.kind == kind && clause.contains(cue.first) == inside; });
}

// "Two studies showed less of it, but another study showed more."
bool are_studies_at_odds(const Telling& telling) {
  const auto counts = [&](bool inside) {
    return std::any_of(telling.phrases.begin(), telling.phrases.end(), [&](const PhraseMatch& phrase) {
      return phrase.category == "studies" && telling.clause.contains(phrase.first) == inside;
    });
  };
  if (!counts(true) || !counts(false)) return false;
  const Sentence& sentence = telling.sentence;
  const auto differ = [&](CueKind one, CueKind other) {
    return has_effect(sentence, one, telling.clause, true) && has_effect(sentence, other, telling.clause, false) &&
           !has_effect(sentence, other, telling.clause, true);
  };
  return differ(CueKind::increase, CueKind::decrease) || differ(CueKind::decrease, CueKind::increase) ||
         differ(CueKind::improve, CueKind::worsen) || differ(CueKind::worsen, CueKind::improve);
}

}  // namespace

std::optional<Caveat> find_caveat(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                                  bool happening) {
  const TokenRange& outcome = context.outcome.tokens;
  Telling telling{
      sentence, clause,    outcome,           context.subject.find(sentence), caveat_words().find(sentence.tokens),
      nullptr,  happening, context.dependence};
  telling.cue = nearest_cue(sentence, clause, outcome, [&](const Cue& cue) {
    return is_told_by(cue.kind) && (cue.last <= outcome.first || outcome.last <= cue.first);
  });
  if (const auto why = why_no_finding(telling)) return make_caveat(Caveat::Kind::no_finding, std::string(*why));
  if (are_studies_at_odds(telling)) return make_caveat(Caveat::Kind::alike, "studies are told to disagree");
  if (auto alike = find_alike(telling)) return alike;
  return find_partial(telling);
}

std::optional<std::size_t> find_taking_back(const Sentence& sentence) {
  const Telling telling{sentence, {0, sentence.tokens.size()}, {0, 0}, {}, caveat_words().find(sentence.tokens)};
  const auto words = find_taken_back(telling);
  return words ? std::optional(words->first) : std::nullopt;
}

}  // namespace claimcheck
