#include "verify/pooled_studies.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/effect_barrier.h"

namespace claimcheck {
namespace {

bool has_stem(const Sentence& sentence, std::string_view stem) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [stem](const Token& token) { return token.stem.starts_with(stem); });
}

// "Observational studies were excluded", "no cohort studies were found".
bool leaves_out(const Sentence& sentence) {
  return has_stem(sentence, "exclud") || has_cue(sentence, CueKind::negation) || has_cue(sentence, CueKind::gap);
}

bool names_trials(const Sentence& sentence) {
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(), [&](const PhraseMatch& phrase) {
    const bool trials = phrase.category == "trials" || phrase.category == "counted_trials";
    return trials && sentence.tokens[phrase.first].norm != "placebo";
  });
}

bool names_other_studies(const Sentence& sentence) {
  return has_phrase(sentence, "other_studies");
}

// "Heterogeneity was high in every analysis", "with considerable heterogeneity"; not "no significant heterogeneity".
bool tells_heterogeneity(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 9> high{
      "high", "considerable", "substantial", "significant", "marked", "significantly", "large", "severe", "extreme"};
  static constexpr std::array<std::string_view, 8> denials{"no",     "not",     "low",      "without",
                                                           "little", "absence", "moderate", "non"};
  constexpr std::size_t reach = 5;
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].stem.starts_with("heterogen")) continue;
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, reach));
    const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(i + 1 + reach, tokens.size()));
    const auto any = [&](const auto& words) {
      return std::any_of(first, last, [&](const Token& token) { return is_one_of(words, token.norm); });
    };
    if (any(high) && !any(denials)) return true;
  }
  return false;
}

// "I² = 84 %".
bool gives_high_i_squared(const Sentence& sentence) {
  constexpr double considerable = 75;
  constexpr std::size_t reach = 12;  // bytes
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    if (number.kind != NumberKind::percent || number.value < considerable) return false;
    const std::size_t first = number.span.begin - std::min(number.span.begin, reach);
    const std::string_view before = sentence.text.substr(first, number.span.begin - first);
    static constexpr std::array<std::string_view, 4> names{"I2", "I²", "I(2)", "I 2"};
    return std::any_of(names.begin(), names.end(),
                       [before](std::string_view name) { return before.find(name) != std::string_view::npos; });
  });
}

// "High in every analysis", "considerable between the studies"; not "considerable for minor events".
bool is_of_all(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 7> words{"all",    "every",   "each", "overall",
                                                         "across", "between", "both"};
  const bool whole = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                 [](const Token& token) { return is_one_of(words, token.norm); });
  return whole && std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome;
         });
}

bool is_start(std::string_view word) {
  static constexpr std::array<std::string_view, 4> words{"baseline", "pretreatment", "preintervention", "preoperative"};
  return is_one_of(words, word);
}

}  // namespace

bool pools_other_studies(std::span<const Sentence> sentences) {
  return std::any_of(sentences.begin(), sentences.end(), [](const Sentence& sentence) {
    const bool told = sentence.role != SectionRole::background && sentence.role != SectionRole::objective;
    return told && names_trials(sentence) && names_other_studies(sentence) && !leaves_out(sentence);
  });
}

bool are_studies_at_odds(const Sentence& sentence, std::span<const Sentence> sentences) {
  if (tells_heterogeneity(sentence) || gives_high_i_squared(sentence)) return true;
  return std::any_of(sentences.begin(), sentences.end(), [](const Sentence& other) {
    const bool told = other.role == SectionRole::results || other.role == SectionRole::conclusions;
    return told && is_of_all(other) && tells_heterogeneity(other);
  });
}

bool compares_with_own_start(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> links{"with", "to", "from", "versus", "vs", "than"};
  static constexpr std::array<std::string_view, 6> others{"group", "groups", "arm", "arms", "difference", "between"};
  constexpr std::size_t reach = 3;
  const std::vector<Token>& tokens = sentence.tokens;
  if (names_control(sentence, {0, tokens.size()})) return false;
  const auto start =
      std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return is_start(token.norm); });
  if (start == tokens.end()) return false;
  const auto at = static_cast<std::size_t>(start - tokens.begin());
  bool linked = false;
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    linked = linked || is_one_of(links, word_at(tokens, at - back));
  }
  return linked &&
         std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_one_of(others, token.norm); });
}

}  // namespace claimcheck
