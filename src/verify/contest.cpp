#include "verify/contest.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

// "Non-inferior to", "no better than".
bool is_denied(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 3> words{"non", "no", "not"};
  for (std::size_t back = 1; back <= 2 && back <= phrase.first; ++back) {
    if (is_one_of(words, sentence.tokens[phrase.first - back].norm)) return true;
  }
  return is_negated(sentence.tokens, sentence.cues, phrase.first) ||
         std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
           return cue.kind == CueKind::null_result && cue.first < phrase.last && phrase.first < cue.last;
         });
}

// Most sentences hold none of the words that end such a phrase: they need no look.
bool may_hold_contest(const Token& token) {
  static constexpr std::array<std::string_view, 6> words{"than",         "superior",  "inferior",
                                                         "outperformed", "surpassed", "preferable"};
  static constexpr std::array<std::string_view, 2> verbs{"outperforms", "surpasses"};
  return token.kind == TokenKind::word && (is_one_of(words, token.norm) || is_one_of(verbs, token.norm));
}

}  // namespace

std::vector<Contest> find_contests(const Sentence& sentence) {
  std::vector<Contest> contests;
  if (std::none_of(sentence.tokens.begin(), sentence.tokens.end(), may_hold_contest)) return contests;
  for (const PhraseMatch& phrase : caveat_words().find(sentence.tokens)) {
    const bool beats = phrase.category == "beats";
    if ((!beats && phrase.category != "loses") || is_denied(sentence, phrase)) continue;
    contests.push_back({{phrase.first, phrase.last}, beats});
  }
  return contests;
}

}  // namespace claimcheck
