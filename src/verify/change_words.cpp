#include "verify/change_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

// "More effective", "more frequent": the adjective tells which way.
bool is_compared_quality(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 13> words{
      "effective", "efficacious", "beneficial", "frequent", "frequently", "common", "commonly",
      "likely",    "often",       "prevalent",  "severe",   "intense",    "useful"};
  const std::size_t next = cue.first + 1;
  return sentence.tokens[cue.first].norm == "more" && next < sentence.tokens.size() &&
         is_one_of(words, sentence.tokens[next].norm);
}

// "Bleeding was higher with aspirin", "superior to placebo": no change is named whose size is compared.
bool is_said_of_amount(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> copulas{"was", "were", "is", "are"};
  static constexpr std::array<std::string_view, 10> changes{"change",      "changes",      "reduction", "reductions",
                                                            "improvement", "improvements", "decrease",  "increase",
                                                            "response",    "effect"};
  const std::string& norm = sentence.tokens[cue.first].norm;
  if (norm == "superior") {
    const auto is_to = [&](std::size_t at) { return at < sentence.tokens.size() && sentence.tokens[at].norm == "to"; };
    return is_to(cue.first + 1);
  }
  // "Was 24.8 times higher".
  static constexpr std::array<std::string_view, 9> sizes{"times",  "fold",         "-", "%", "much", "far", "also",
                                                         "nearly", "significantly"};
  std::size_t at = cue.first;
  while (at > 0 &&
         (sentence.tokens[at - 1].kind == TokenKind::number || is_one_of(sizes, sentence.tokens[at - 1].norm)))
    --at;
  const bool said = norm == "higher" && at > 0 && is_one_of(copulas, sentence.tokens[at - 1].norm);
  return said && std::none_of(sentence.tokens.begin(), sentence.tokens.end(),
                              [](const Token& token) { return is_one_of(changes, token.norm); });
}

// "The change in pain exceeded that with placebo".
bool is_change_exceeding(const Sentence& sentence, const Cue& cue) {
  return sentence.tokens[cue.first].norm.starts_with("exceed") &&
         std::any_of(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                     [](const Token& token) { return token.norm == "change" || token.norm == "changes"; });
}

// "A higher risk of stroke", "greater odds of falling": no change is named whose size is compared.
bool is_of_likelihood(const Sentence& sentence, const Cue& cue) {
  constexpr std::size_t reach = 3;
  static constexpr std::array<std::string_view, 12> words{"risk",      "risks",      "odds",       "rate",
                                                          "rates",     "incidence",  "likelihood", "probability",
                                                          "frequency", "prevalence", "hazard",     "chance"};
  for (std::size_t i = cue.first + 1; i < std::min(cue.first + 1 + reach, sentence.tokens.size()); ++i) {
    const bool changes = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& other) {
      return is_effect(other.kind) && other.first == i && other.first != cue.first;
    });
    if (changes || sentence.tokens[i].kind == TokenKind::punctuation) return false;
    if (is_one_of(words, sentence.tokens[i].norm)) return true;
  }
  return false;
}

}  // namespace

bool is_said_of_harm(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> copulas{"was", "were", "is", "are"};
  static constexpr std::array<std::string_view, 15> others{
      "fall",        "falls",        "decline", "drop",    "reduction",   "reductions", "decrease",  "change",
      "improvement", "improvements", "effect",  "effects", "association", "benefit",    "difference"};
  return cue.first > 0 && sentence.tokens[cue.first].norm == "greater" &&
         is_one_of(copulas, sentence.tokens[cue.first - 1].norm) &&
         std::none_of(sentence.tokens.begin(), sentence.tokens.end(),
                      [](const Token& token) { return is_one_of(others, token.norm); });
}

bool is_intensifier(const Sentence& sentence, const Cue& cue) {
  if (is_change_exceeding(sentence, cue)) return true;
  if (is_compared_quality(sentence, cue) || is_said_of_amount(sentence, cue)) return false;
  if (is_of_likelihood(sentence, cue)) return false;
  static constexpr std::array<std::string_view, 10> words{"greater", "larger", "more",   "bigger", "stronger",
                                                          "faster",  "robust", "higher", "marked", "superior"};
  return is_one_of(words, sentence.tokens[cue.first].norm);
}

bool is_attenuator(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 2> doses{"dose", "doses"};
  if (is_one_of(doses, word_at(sentence.tokens, cue.last))) return false;  // "with a lesser dose"
  static constexpr std::array<std::string_view, 6> words{"smaller", "less", "lesser", "lower", "weaker", "slower"};
  if (is_one_of(words, sentence.tokens[cue.first].norm)) return true;
  // "Fewer improvements" weakens them; "fewer cases" is a change of its own.
  static constexpr std::array<std::string_view, 5> counted{"improvements", "benefits", "reductions", "responses",
                                                           "remissions"};
  return sentence.tokens[cue.first].norm == "fewer" && cue.last < sentence.tokens.size() &&
         is_one_of(counted, sentence.tokens[cue.last].norm);
}

bool is_of_frequency(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 6> words{"frequent", "frequently", "common",
                                                         "commonly", "often",      "likely"};
  return cue.last == cue.first + 2 && sentence.tokens[cue.first].norm == "less" &&
         is_one_of(words, sentence.tokens[cue.first + 1].norm);
}

bool is_change_noun(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 13> nouns{
      "increase",  "increases",  "rise",      "decrease",      "decline",   "fall",  "drop",
      "worsening", "impairment", "elevation", "deterioration", "reduction", "growth"};
  return is_one_of(nouns, sentence.tokens[cue.last - 1].norm);
}

bool is_of_comparator(const Sentence& sentence, const Cue& cue) {
  constexpr std::size_t reach = 6;
  if (!is_change_noun(sentence, cue) && !sentence.tokens[cue.last - 1].norm.ends_with("gain")) return false;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& link) {
    if (link.kind != CueKind::comparison || sentence.tokens[link.first].norm == "than") return false;
    if (cue.first < link.last || cue.first - link.last > reach) return false;
    static constexpr std::array<std::string_view, 3> articles{"a", "an", "no"};
    if (link.last >= sentence.tokens.size() || !is_one_of(articles, sentence.tokens[link.last].norm)) return false;
    return std::any_of(sentence.cues.begin(), sentence.cues.end(),
                       [&](const Cue& own) { return is_effect(own.kind) && own.last <= link.first; });
  });
}

}  // namespace claimcheck
