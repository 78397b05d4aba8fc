#include "verify/freedom.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"

namespace claimcheck {
namespace {

bool is_at(const Sentence& sentence, std::size_t at, std::string_view word) {
  return at < sentence.tokens.size() && sentence.tokens[at].norm == word;
}

// "No longer had", "no longer met the criteria for".
bool follows_no_longer(const Sentence& sentence, std::size_t first) {
  constexpr std::size_t reach = 8;
  for (std::size_t back = 1; back <= reach && back < first; ++back) {
    if (is_at(sentence, first - back, "longer") && is_at(sentence, first - back - 1, "no")) return true;
  }
  return false;
}

}  // namespace

bool names_freedom(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 2> links{"of", "from"};
  std::size_t behind = outcome.last;
  if (is_at(sentence, behind, "-")) ++behind;
  if (is_at(sentence, behind, "free")) return true;
  if (outcome.first >= 2 && is_one_of(links, sentence.tokens[outcome.first - 1].norm) &&
      is_at(sentence, outcome.first - 2, "free"))
    return true;
  return follows_no_longer(sentence, outcome.first);
}

bool names_relief(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 17> nouns{
      "remission",   "resolution",    "relief",    "freedom", "improvement", "recovery",
      "response",    "reduction",     "healing",   "cure",    "clearance",   "absence",
      "eradication", "disappearance", "recovered", "cured",   "relieved"};
  static constexpr std::array<std::string_view, 3> links{"of", "from", "in"};
  static constexpr std::array<std::string_view, 9> verbs{"healed",   "resolved", "cleared",  "cured",      "eradicated",
                                                         "remitted", "vanished", "subsided", "disappeared"};
  static constexpr std::array<std::string_view, 6> auxiliaries{"had", "was", "were", "has", "have", "been"};
  if (outcome.first >= 2 && is_one_of(links, sentence.tokens[outcome.first - 1].norm) &&
      is_one_of(nouns, sentence.tokens[outcome.first - 2].norm))
    return true;
  std::size_t at = outcome.last;
  while (at < sentence.tokens.size() && is_one_of(auxiliaries, sentence.tokens[at].norm)) ++at;
  return at < sentence.tokens.size() && is_one_of(verbs, sentence.tokens[at].norm);
}

}  // namespace claimcheck
