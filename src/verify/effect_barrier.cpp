#include "verify/effect_barrier.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/numbers.h"
#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

// "Than" is read with the order of the arms.
bool is_set_against(const Sentence& sentence, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 8> articles{"the", "a", "an", "those", "patients", "group", "of", "in"};
  constexpr std::size_t reach = 5;  // "compared with those of the X group"
  const std::size_t first = match.tokens.first;
  const bool alone = match.tokens.last < sentence.tokens.size() && sentence.tokens[match.tokens.last].norm == "alone";
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    if (cue.kind != CueKind::comparison || cue.last > first || sentence.tokens[cue.first].norm == "than") return false;
    if (sentence.tokens[cue.last - 1].norm == "between" || sentence.tokens[cue.last - 1].norm == "of") return false;
    // "Against placebo the drug reduced …": what it is held against is named already.
    if (names_control(sentence, {cue.first, cue.last})) return false;
    for (std::size_t i = cue.last; i < first; ++i) {
      if (!is_one_of(articles, sentence.tokens[i].norm)) return false;
    }
    const bool control_ahead = names_control(sentence, {cue.first - std::min(cue.first, reach), cue.first});
    return alone || first - cue.last <= (control_ahead ? reach : 1);
  });
}

// "Stopping the drug", "the drug had been withdrawn".
bool is_taken_away(const Sentence& sentence, const SlotMatch& match) {
  constexpr std::size_t before = 5;
  constexpr std::size_t behind = 4;
  const std::span<const Token> tokens(sentence.tokens);
  const std::size_t first = match.tokens.first - std::min(before, match.tokens.first);
  const std::size_t last = std::min(match.tokens.last + behind, tokens.size());
  for (const PhraseMatch& phrase : study_words().find(tokens.subspan(first, match.tokens.first - first))) {
    if (phrase.category != "taking_away") continue;
    static constexpr std::array<std::string_view, 6> links{"of", "the", "from", "dose", "doses", "use"};
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first + phrase.last);
    const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(match.tokens.first);
    if (std::all_of(begin, end, [](const Token& token) { return is_one_of(links, token.norm); })) return true;
  }
  return study_words().contains(tokens.subspan(match.tokens.last, last - match.tokens.last), "taken_away");
}

bool is_effect_word(const Sentence& sentence, std::size_t at) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [at](const Cue& cue) {
    const bool effect = is_effect(cue.kind) || cue.kind == CueKind::null_result;
    return effect && cue.first <= at && at < cue.last;
  });
}

// "But", "while" and "whereas" set what they join against each other.
bool is_set_apart(const Sentence& sentence, std::size_t first, std::size_t last, bool by_but) {
  static constexpr std::array<std::string_view, 2> contrasts{"while", "whereas"};
  static constexpr std::array<std::string_view, 2> turns{"but", "however"};
  for (std::size_t i = first; i < last; ++i) {
    const std::string& norm = sentence.tokens[i].norm;
    if (is_one_of(contrasts, norm) || (by_but && is_one_of(turns, norm))) return true;
  }
  return false;
}

}  // namespace

bool asserts_nothing(const Sentence& sentence) {
  if (sentence.tokens.empty()) return false;
  const std::string& opening = sentence.tokens.front().norm;
  // "IF lowered …" is short for something.
  const bool conditional = opening == "if" && slice(sentence.text, sentence.tokens.front().span) != "IF";
  // "This study will establish", "we have two hypotheses".
  const auto plan = std::find_if(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
    return token.norm == "will" || token.norm == "hypotheses" || token.norm == "hypothesis";
  });
  const auto planned = static_cast<std::size_t>(plan - sentence.tokens.begin());
  // "Pain was lower, and this will guide practice".
  const bool told = std::any_of(sentence.cues.begin(), sentence.cues.end(),
                                [&](const Cue& cue) { return is_effect(cue.kind) && cue.last <= planned; });
  if (plan != sentence.tokens.end() && !told && !has_cue(sentence, CueKind::significance)) return true;
  static constexpr std::array<std::string_view, 2> coming{"future", "further"};
  static constexpr std::array<std::string_view, 7> work{"studies", "investigations", "research", "trials",
                                                        "work",    "trial",          "study"};
  if (is_one_of(coming, opening) && is_one_of(work, word_at(sentence.tokens, 1))) return true;
  return sentence.tokens.back().norm == "?" || conditional || opening == "whether" || has_phrase(sentence, "doubted");
}

bool is_comparator(const Sentence& sentence, const SlotMatcher& subject) {
  const std::vector<SlotMatch> matches = subject.find(sentence);
  return !matches.empty() && (is_set_against(sentence, matches.front()) ||
                              std::any_of(matches.begin(), matches.end(), [&](const SlotMatch& match) {
                                const std::size_t next = match.tokens.last;
                                return next < sentence.tokens.size() && sentence.tokens[next].norm == "alone" &&
                                       is_set_against(sentence, match);
                              }));
}

bool names_control(const Sentence& sentence, const TokenRange& range) {
  static constexpr std::array<std::string_view, 12> words{"placebo",      "sham",      "saline",     "control",
                                                          "controls",     "untreated", "comparator", "unexposed",
                                                          "unvaccinated", "nonusers",  "nonuse",     "dummy"};
  for (std::size_t i = range.first; i < range.last; ++i) {
    // "After control of bleeding".
    const bool deed = sentence.tokens[i].norm == "control" && word_at(sentence.tokens, i + 1) == "of";
    if (!deed && is_one_of(words, sentence.tokens[i].norm)) return true;
    if (sentence.tokens[i].norm == "non" && i + 2 < range.last && sentence.tokens[i + 2].norm == "users") return true;
  }
  return false;
}

bool names_treated(const Sentence& sentence, const TokenRange& range) {
  static constexpr std::array<std::string_view, 5> parts{"intervention", "treatment", "treated", "experimental",
                                                         "verum"};
  static constexpr std::array<std::string_view, 2> parts_of_arms{"active", "study"};  // of people they tell nothing
  static constexpr std::array<std::string_view, 5> arms{"group", "arm", "groups", "arms", "eyes"};
  for (std::size_t i = range.first; i + 1 < range.last; ++i) {
    const Token& next = sentence.tokens[i + 1];
    const bool arm = is_one_of(arms, next.norm);
    if (arm && is_one_of(parts_of_arms, sentence.tokens[i].norm)) return true;
    if ((arm || is_person(next)) && is_one_of(parts, sentence.tokens[i].norm)) return true;
  }
  return false;
}

bool opens_with_treatment(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> articles{"the", "this", "our"};
  static constexpr std::array<std::string_view, 9> nouns{
      "intervention", "programme", "program", "treatment", "therapy", "training", "supplementation", "regimen", "drug"};
  constexpr std::size_t longest = 5;  // words from the article to the noun
  for (std::size_t i = 0; i < std::min<std::size_t>(2, sentence.tokens.size()); ++i) {
    if (!is_one_of(articles, sentence.tokens[i].norm)) continue;
    const std::size_t end = std::min(i + 1 + longest, sentence.tokens.size());
    for (std::size_t at = i + 1; at < end; ++at) {
      if (is_effect_word(sentence, at)) return false;
      if (is_one_of(nouns, sentence.tokens[at].norm)) return word_at(sentence.tokens, at + 1) != "of";
    }
  }
  return false;
}

bool is_not_given(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject) {
  const std::vector<SlotMatch> matches = subject.find(sentence);
  if (matches.empty()) return false;
  if (std::any_of(matches.begin(), matches.end(),
                  [&](const SlotMatch& match) { return is_taken_away(sentence, match); }))
    return true;
  const TokenRange& first = matches.front().tokens;
  if (first.first >= clause.last) return is_set_apart(sentence, clause.last, first.first, true);
  const bool ahead = std::none_of(matches.begin(), matches.end(),
                                  [&](const SlotMatch& match) { return match.tokens.last > clause.first; });
  // "The drug reduced pain but not nausea": behind "but" the treatment is often meant, unnamed.
  return ahead && is_set_apart(sentence, first.last, clause.first, false) && names_control(sentence, clause);
}

bool is_apart_from(const Sentence& sentence, const SlotMatcher& subject, const TokenRange& harm) {
  const std::vector<SlotMatch> matches = subject.find(sentence);
  return !matches.empty() && std::none_of(matches.begin(), matches.end(), [&](const SlotMatch& match) {
    const auto [first, last] = std::minmax(match.tokens.first, harm.first);
    const auto begin = sentence.tokens.begin();
    return std::none_of(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
                        [](const Token& token) { return token.norm == ";"; });
  });
}

bool is_before_treatment(const Sentence& sentence, const SlotMatcher& subject) {
  const std::vector<SlotMatch> matches = subject.find(sentence);
  return !matches.empty() && matches.front().tokens.first > 0 &&
         sentence.tokens[matches.front().tokens.first - 1].norm == "before";
}

bool counts_one_group(const Sentence& sentence, const SlotMatcher& subject) {
  const auto is_count = [](const NumberMention& number) { return number.kind == NumberKind::fraction; };
  if (std::count_if(sentence.numbers.begin(), sentence.numbers.end(), is_count) > 1) return false;
  if (names_control(sentence, {0, sentence.tokens.size()})) return false;
  const bool before = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                  [](const Token& token) { return token.norm == "before"; });
  return !before && std::none_of(sentence.mentions.begin(), sentence.mentions.end(),
                                 [&](const auto& mention) { return subject.is_rival(*mention.concept_ptr); });
}

}  // namespace claimcheck
