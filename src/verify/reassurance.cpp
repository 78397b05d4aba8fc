#include "verify/reassurance.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "text/one_of.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

/// The ways in which the claim plays harm down: names of categories in study_words.txt.
std::set<std::string_view> list_asked(const Slot& quantifier) {
  std::set<std::string_view> asked;
  for (const PhraseMatch& phrase : claim_words().find(tokenize(quantifier.text))) {
    if (phrase.category == "reassuring") asked.insert(phrase.value);
  }
  return asked;
}

std::string_view reverse_of(std::string_view way) {
  return way == "mild" ? "severe" : "lasting";
}

// "Not severe", "no increase in severe events"; "no lasting effects" is one cue, of a null result.
bool is_denied(const Sentence& sentence, const PhraseMatch& phrase) {
  constexpr std::size_t reach = 3;
  static constexpr std::array<std::string_view, 4> denials{"rarely", "seldom", "hardly", "scarcely"};
  const auto before = [&](std::size_t back) {
    return phrase.first >= back ? std::string_view(sentence.tokens[phrase.first - back].norm) : std::string_view();
  };
  if (is_one_of(denials, before(1)) || (before(2) == "far" && before(1) == "from")) return true;
  if (before(2) == "anything" && before(1) == "but") return true;
  return is_negated(sentence.tokens, sentence.cues, phrase.first) ||
         std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
           return cue.kind == CueKind::null_result && cue.first < phrase.first && phrase.first <= cue.last + reach;
         });
}

// "More severe", "the most severe", "lasting up to a week": a comparison or a time, no judgement.
bool is_measured(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 3> before{"more", "most", "less"};
  static constexpr std::array<std::string_view, 5> behind{"up", "for", "about", "until", "from"};
  if (phrase.first > 0 && is_one_of(before, sentence.tokens[phrase.first - 1].norm)) return true;
  if (phrase.value == "verb" || phrase.last >= sentence.tokens.size()) return false;
  const Token& next = sentence.tokens[phrase.last];
  return next.kind == TokenKind::number || is_one_of(behind, next.norm);
}

// The words stand before the harm ("mild nausea"), or are said of it: "nausea was mild", "nausea mostly resolved".
bool is_said_of(const Sentence& sentence, const PhraseMatch& phrase, const TokenRange& harm) {
  static constexpr std::array<std::string_view, 8> copulas{"is", "are",  "was",      "were",
                                                           "be", "been", "remained", "left"};
  static constexpr std::array<std::string_view, 5> prepositions{"in", "with", "of", "for", "among"};
  constexpr std::size_t before = 1;
  constexpr std::size_t behind = 12;
  if (phrase.last <= harm.first) return harm.first - phrase.last <= before;
  if (harm.first <= phrase.first && phrase.last <= harm.last) return true;
  if (phrase.first < harm.last || phrase.first - harm.last > behind) return false;
  if (phrase.value == "verb") return true;
  for (std::size_t at = phrase.first; at-- > harm.last;) {
    const std::string& norm = sentence.tokens[at].norm;
    if (is_one_of(copulas, norm)) return true;
    // "Were in the main mild", "were for the most part mild".
    static constexpr std::array<std::string_view, 3> wholes{"the", "general", "most"};
    const bool whole = at + 1 < sentence.tokens.size() && is_one_of(wholes, sentence.tokens[at + 1].norm);
    if (is_one_of(prepositions, norm) && !whole) return false;
  }
  return false;
}

// "Mild in some and severe in others".
bool is_mixed(const Sentence& sentence, const TokenRange& clause) {
  std::size_t mild = clause.last;
  for (const PhraseMatch& phrase : sentence.phrases) {
    if (!clause.contains(phrase.first) || is_denied(sentence, phrase)) continue;
    if (phrase.category == "mild") mild = std::min(mild, phrase.first);
    if (phrase.category == "severe" && mild < phrase.first) return true;
  }
  return false;
}

}  // namespace

std::optional<bool> read_reassurance(const Sentence& sentence, const TokenRange& harm, const Slot& quantifier) {
  const std::set<std::string_view> asked = list_asked(quantifier);
  const TokenRange clause = clause_around(sentence, harm.first);
  if (asked.empty() || has_cue(sentence, CueKind::gap) || is_mixed(sentence, clause)) return std::nullopt;
  std::set<std::string_view> said;
  for (const PhraseMatch& phrase : sentence.phrases) {
    if (!clause.contains(phrase.first) || is_measured(sentence, phrase) || !is_said_of(sentence, phrase, harm))
      continue;
    const bool denied = is_denied(sentence, phrase);
    for (const std::string_view way : asked) {
      const bool direct = phrase.category == way;
      const bool reverse = phrase.category == reverse_of(way);
      if ((direct && denied) || (reverse && !denied)) return false;
      // That nothing severe was seen does not make the rest mild.
      if (direct || (reverse && way != "mild")) said.insert(way);
    }
  }
  return said.size() == asked.size() ? std::optional(true) : std::nullopt;
}

}  // namespace claimcheck
