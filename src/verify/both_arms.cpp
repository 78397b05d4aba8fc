#include "verify/both_arms.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "text/number_tokens.h"
#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/arm_marks.h"
#include "verify/effect_barrier.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

// Where the words for both arms end; 0 without them.
std::size_t end_of_both(const Sentence& sentence, const TokenRange& clause) {
  const std::span<const Token> tokens(sentence.tokens);
  for (const PhraseMatch& phrase : study_words().find(tokens.subspan(clause.first, clause.last - clause.first))) {
    if (phrase.category == "no_contrast") return clause.first + phrase.last;
  }
  return 0;
}

// "A greater increase", "more in", "more so in"; not "a larger deviation".
bool is_of_change(const Sentence& sentence, std::size_t greater) {
  static constexpr std::array<std::string_view, 5> direct{"in", "with", "on", "so", "marked"};
  static constexpr std::array<std::string_view, 4> nouns{"fall", "rise", "drop", "change"};
  constexpr std::size_t reach = 3;
  const std::string_view next = word_at(sentence.tokens, greater + 1);
  if (is_one_of(direct, next) || is_one_of(nouns, next)) return true;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return is_effect(cue.kind) && greater < cue.first && cue.first <= greater + reach;
  });
}

// "Only 3 of 40", "in just six on …": where the word stands, and how many people it counts. nullopt for "only 250 mg".
struct FewPeople {
  std::size_t at = 0;
  double count = 0;
};
std::optional<FewPeople> find_only_a_few(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> words{"only", "just", "merely"};
  static constexpr std::array<std::string_view, 10> behind{"of", "on", "in",        "with",    "given",
                                                           "(",  "%",  "receiving", "treated", "who"};
  const std::vector<Token>& tokens = sentence.tokens;
  const NumberReader numbers(sentence.text, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_one_of(words, tokens[i].norm)) continue;
    const auto count = numbers.figure_or_word(word_at(tokens, i + 1) == "in" ? i + 2 : i + 1);
    if (!count || count->last >= tokens.size()) continue;
    if (is_one_of(behind, tokens[count->last].norm) || is_person(tokens[count->last]))
      return FewPeople{i, count->value};
  }
  return std::nullopt;
}

// "Twenty patients on placebo and only six": another arm stands behind a larger number. "In a placebo-controlled trial
// of 80 patients only six" counts no other arm.
bool counts_more_in_other(const Sentence& sentence, const SlotMatcher& subject, const FewPeople& few) {
  const NumberReader numbers(sentence.text, sentence.tokens);
  std::vector<Mark> arms;
  add_arms(sentence, {0, few.at}, subject, arms);
  for (std::size_t i = 0; i < few.at; ++i) {
    const auto number = numbers.figure_or_word(i);
    if (!number || number->value <= few.count) continue;
    const std::size_t at = sentence.tokens[i].span.begin;
    if (std::any_of(arms.begin(), arms.end(), [at](const Mark& arm) { return at < arm.at; })) return true;
  }
  return false;
}

// "A plus X", "X + placebo".
bool is_joined(const Sentence& sentence, const TokenRange& named) {
  static constexpr std::array<std::string_view, 2> joins{"plus", "+"};
  const bool behind = named.first > 0 && is_one_of(joins, sentence.tokens[named.first - 1].norm);
  return behind || is_one_of(joins, word_at(sentence.tokens, named.last));
}

}  // namespace

std::optional<ChangedMost> arm_that_changed_most(const Sentence& sentence, const TokenRange& clause,
                                                 const OutcomeContext& context) {
  static constexpr std::array<std::string_view, 5> more{"greater", "larger", "more", "bigger", "stronger"};
  static constexpr std::array<std::string_view, 3> places{"in", "with", "on"};
  constexpr std::size_t reach = 7;  // "a greater increase in stool frequency was seen in"
  const std::size_t both = end_of_both(sentence, clause);
  if (both == 0) return std::nullopt;
  const std::vector<Token>& tokens = sentence.tokens;
  const auto greater = std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(both), tokens.end(),
                                    [](const Token& token) { return is_one_of(more, token.norm); });
  if (greater == tokens.end() || has_cue(sentence, CueKind::null_result)) return ChangedMost::neither;
  const auto at = static_cast<std::size_t>(greater - tokens.begin());
  if (!is_of_change(sentence, at)) return ChangedMost::neither;
  const auto window = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(at + reach, tokens.size()));
  const auto place = std::find_if(greater, window, [](const Token& token) { return is_one_of(places, token.norm); });
  if (place == window) return ChangedMost::neither;
  const auto arm = static_cast<std::size_t>(place - tokens.begin());
  std::size_t end = arm;
  while (end < std::min(arm + reach, tokens.size()) && tokens[end].norm != "than") ++end;
  const TokenRange behind{arm, end};
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const bool treated = names_treated(sentence, behind) ||
                       std::any_of(subjects.begin(), subjects.end(),
                                   [&](const SlotMatch& match) { return behind.contains(match.tokens.first); });
  if (treated) return ChangedMost::treated;
  return names_control(sentence, behind) ? ChangedMost::other : ChangedMost::neither;
}

bool is_of_fewer_treated(const Sentence& sentence, const SlotMatcher& subject) {
  static constexpr std::array<std::string_view, 4> ends{"and", ",", "versus", "vs"};
  const auto few = find_only_a_few(sentence);
  if (!few) return false;
  const std::vector<SlotMatch> named = subject.find(sentence);
  if (named.empty() || named.front().tokens.first < few->at) return false;
  const auto begin = sentence.tokens.begin();
  const bool next = std::none_of(begin + static_cast<std::ptrdiff_t>(few->at),
                                 begin + static_cast<std::ptrdiff_t>(named.front().tokens.first),
                                 [](const Token& token) { return is_one_of(ends, token.norm); });
  return next && counts_more_in_other(sentence, subject, *few);
}

bool is_given_in_both_arms(const Sentence& sentence, const SlotMatcher& treatment) {
  static constexpr std::array<std::string_view, 5> rivals{"than", "versus", "vs", "with", "to"};
  constexpr std::size_t reach = 6;
  std::vector<std::size_t> joined;
  for (const SlotMatch& match : treatment.find(sentence)) {
    if (is_joined(sentence, match.tokens)) joined.push_back(match.tokens.first);
  }
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    if (cue.kind != CueKind::comparison || !is_one_of(rivals, sentence.tokens[cue.last - 1].norm)) return false;
    return std::any_of(joined.begin(), joined.end(), [&](std::size_t at) { return at < cue.first; }) &&
           std::any_of(joined.begin(), joined.end(),
                       [&](std::size_t at) { return cue.last <= at && at < cue.last + reach; });
  });
}

}  // namespace claimcheck
