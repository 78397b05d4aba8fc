#include "verify/wording.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "verify/asserted_verb.h"
#include "verify/phrase_table.h"
#include "verify/sentence.h"
#include "verify/word_classes.h"

namespace claimcheck {
namespace {

using Matches = std::vector<PhraseMatch>;

bool is_any_of(const PhraseMatch& match, std::initializer_list<std::string_view> categories) {
  return std::find(categories.begin(), categories.end(), match.category) != categories.end();
}

/// Takes out of `matches` those of `inner` that begin inside one of `outer`.
void mask(Matches& matches, std::initializer_list<std::string_view> outer,
          std::initializer_list<std::string_view> inner) {
  std::vector<TokenRange> covered;
  for (const PhraseMatch& match : matches) {
    if (is_any_of(match, outer)) covered.push_back({match.first, match.last});
  }
  std::erase_if(matches, [&](const PhraseMatch& match) {
    return is_any_of(match, inner) && std::any_of(covered.begin(), covered.end(),
                                                  [&](const TokenRange& range) { return range.contains(match.first); });
  });
}

// "Drug-induced", "dose-related": part of a name. "Cost-effective" is not.
bool is_compound(const WordClasses& words, const PhraseMatch& match) {
  return is_any_of(match, {"act", "change", "effect", "bond"}) && match.first > 0 &&
         words.word(match.first - 1) == "-" && !(match.first > 1 && words.word(match.first - 2) == "cost");
}

// "It reduced the need for surgery" advises nothing.
bool is_need_changed(const WordClasses& words, const Matches& matches, const PhraseMatch& advice) {
  if (words.word(advice.first) != "need") return false;
  return std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) {
    return is_any_of(match, {"act", "change"}) && match.last <= advice.first && match.last + 2 > advice.first;
  });
}

/// Where clauses begin: at a break word ("which" only behind a comma), and at the first comma of a sentence that opens
/// with a subordinate clause.
std::vector<TokenRange> split_at_breaks(const WordClasses& words, const Matches& matches) {
  std::vector<std::size_t> starts{0};
  std::size_t opening = 0;
  while (words.is_punctuation(opening)) ++opening;
  if (words.is(opening, WordClass::opener)) {
    for (std::size_t i = opening; i < words.size(); ++i) {
      if (words.word(i) != ",") continue;
      starts.push_back(i);
      break;
    }
  }
  for (const PhraseMatch& match : matches) {
    if (match.category != "break") continue;
    const bool comma = match.first > 0 && words.word(match.first - 1) == ",";
    if (words.word(match.first) != "which" || comma) starts.push_back(match.first);
  }
  std::sort(starts.begin(), starts.end());
  std::vector<TokenRange> clauses;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : words.size();
    if (starts[i] < end) clauses.push_back({starts[i], end});
  }
  return clauses;
}

/// What a clause holds, each in order.
struct Clause {
  TokenRange range;
  Matches acts;    // asserted verbs
  Matches causes;  // asserted verbs and words of effect
  Matches modals;
  Matches hedges;
  const PhraseMatch* advice = nullptr;
  const PhraseMatch* bond = nullptr;
  const PhraseMatch* risk = nullptr;
  const PhraseMatch* difference = nullptr;
};

void set_first(const PhraseMatch*& slot, const PhraseMatch& match) {
  if (slot == nullptr) slot = &match;
}

// "It was cheap and reduced pain": what "and" joins is a verb.
bool has_finite_verb(const WordClasses& words, TokenRange range) {
  static constexpr std::array<std::string_view, 4> finite{"is", "are", "was", "were"};
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (std::find(finite.begin(), finite.end(), words.word(i)) != finite.end()) return true;
  }
  return false;
}

Clause read_clause(const WordClasses& words, const Matches& matches, TokenRange range, bool coordinated) {
  Clause clause;
  clause.range = range;
  for (const PhraseMatch& match : matches) {
    if (!range.contains(match.first)) continue;
    if (is_any_of(match, {"act", "change"})) {
      const bool joined = coordinated || !clause.acts.empty() || has_finite_verb(words, {range.first, match.first});
      if (!is_asserted(words, match, joined)) continue;
      clause.acts.push_back(match);
      clause.causes.push_back(match);
    } else if (match.category == "effect" || (match.category == "ground" && !clause.modals.empty())) {
      clause.causes.push_back(match);
    } else if (match.category == "modal") {
      clause.modals.push_back(match);
    } else if (match.category == "hedge") {
      clause.hedges.push_back(match);
    } else if (match.category == "advice") {
      set_first(clause.advice, match);
    } else if (match.category == "bond") {
      set_first(clause.bond, match);
    } else if (match.category == "risk") {
      set_first(clause.risk, match);
    } else if (match.category == "difference") {
      set_first(clause.difference, match);
    }
  }
  return clause;
}

// "The test could identify women at risk" says what a test can do, not who is at risk.
bool has_plain_verb(const WordClasses& words, TokenRange clause) {
  static constexpr std::array<std::string_view, 5> modals{"may", "might", "could", "can", "would"};
  static constexpr std::array<std::string_view, 9> passed{"not",  "also", "therefore", "thus", "be",
                                                          "able", "to",   "a",         "have"};
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    if (std::find(modals.begin(), modals.end(), words.word(i)) == modals.end()) continue;
    std::size_t next = i + 1;
    while (words.word(next).ends_with("ly") ||
           std::find(passed.begin(), passed.end(), words.word(next)) != passed.end()) {
      ++next;
    }
    if (words.is(next, WordClass::plain_verb)) return true;
  }
  return false;
}

/// The word that makes the clause's cause only possible: a modal with a cause behind it (or with nothing but nouns of
/// effect around it), else another hedge before the first cause.
const PhraseMatch* find_hedge(const Clause& clause) {
  if (clause.modals.empty()) {
    const bool before = !clause.hedges.empty() && clause.hedges.front().first < clause.causes.front().first;
    return before ? &clause.hedges.front() : nullptr;
  }
  for (const PhraseMatch& modal : clause.modals) {
    if (clause.acts.empty() || clause.causes.back().first > modal.first) return &modal;
  }
  return nullptr;
}

struct Grade {
  Strength strength;
  PhraseMatch cue;
};

std::optional<Grade> grade_clause(const WordClasses& words, const Clause& clause) {
  if (clause.advice != nullptr) return std::nullopt;
  const bool act_leads =
      !clause.acts.empty() && clause.bond != nullptr && clause.acts.front().first < clause.bond->first;
  if (clause.bond != nullptr && !act_leads) return Grade{Strength::associated, *clause.bond};
  if (!clause.causes.empty()) {
    if (const PhraseMatch* hedge = find_hedge(clause)) return Grade{Strength::may, *hedge};
    return Grade{Strength::causal, clause.causes.front()};
  }
  if (has_plain_verb(words, clause.range)) return std::nullopt;
  if (clause.risk != nullptr) return Grade{Strength::associated, *clause.risk};
  if (clause.difference != nullptr) return Grade{Strength::associated, *clause.difference};
  return std::nullopt;
}

bool opens_off_topic(const Matches& matches) {
  constexpr std::size_t kOpening = 6;  // tokens
  return std::any_of(matches.begin(), matches.end(),
                     [](const PhraseMatch& match) { return match.category == "off_topic" && match.first < kOpening; });
}

}  // namespace

Wording grade_wording(std::span<const Token> tokens) {
  Matches matches = strength_words().find(tokens);
  if (opens_off_topic(matches)) return {};
  const WordClasses words(tokens, matches);
  mask(matches, {"mention"}, {"act", "change", "effect", "bond", "risk", "difference", "hedge", "modal", "advice"});
  mask(matches, {"bond", "risk"}, {"act", "change", "hedge", "modal"});
  std::erase_if(matches, [&](const PhraseMatch& match) { return is_compound(words, match); });
  std::erase_if(matches, [&](const PhraseMatch& match) {
    return match.category == "advice" && is_need_changed(words, matches, match);
  });

  std::optional<Grade> strongest;
  bool coordinated = false;
  for (const TokenRange range : split_at_breaks(words, matches)) {
    const Clause clause = read_clause(words, matches, range, coordinated);
    coordinated = coordinated || !clause.acts.empty();
    const std::optional<Grade> grade = grade_clause(words, clause);
    if (grade && (!strongest || grade->strength > strongest->strength)) strongest = grade;
  }
  if (!strongest) return {};
  return {strongest->strength, {tokens[strongest->cue.first].span.begin, tokens[strongest->cue.last - 1].span.end}};
}

}  // namespace claimcheck
