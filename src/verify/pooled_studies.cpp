#include "verify/pooled_studies.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/effect_barrier.h"
#include "verify/statistics.h"

namespace claimcheck {
namespace {

// "Observational studies were excluded", "no cohort studies", and not "four cohort studies, excluding case reports".
bool is_left_out(const Sentence& sentence, const PhraseMatch& studies) {
  constexpr std::size_t ahead = 3;
  constexpr std::size_t behind = 5;
  const std::vector<Token>& tokens = sentence.tokens;
  const auto excludes = [](const Token& token) { return token.stem.starts_with("exclud"); };
  for (std::size_t i = studies.last; i < std::min(studies.last + behind, tokens.size()); ++i) {
    if (tokens[i].kind == TokenKind::punctuation) break;
    if (excludes(tokens[i])) return true;
  }
  for (std::size_t back = 1; back <= ahead && back <= studies.first; ++back) {
    const Token& token = tokens[studies.first - back];
    if (token.kind == TokenKind::punctuation) break;
    const bool denied = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
      return cue.kind == CueKind::negation && cue.span.overlaps(token.span);
    });
    if (excludes(token) || denied) return true;
  }
  return false;
}

bool names_trials(const Sentence& sentence) {
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(), [&](const PhraseMatch& phrase) {
    const bool trials = phrase.category == "trials" || phrase.category == "counted_trials";
    return trials && sentence.tokens[phrase.first].norm != "placebo";
  });
}

// Not "trial registries", "before and after treatment" or "prospective studies", which may be randomised.
bool takes_other_studies(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 4> unsure{"before", "prospective", "registry", "registries"};
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "other_studies" && !is_one_of(unsure, sentence.tokens[phrase.first].norm) &&
           !is_left_out(sentence, phrase);
  });
}

bool is_high(std::string_view word) {
  static constexpr std::array<std::string_view, 9> words{
      "high", "considerable", "substantial", "significant", "marked", "highly", "large", "severe", "extreme"};
  return is_one_of(words, word);
}

// "No significant heterogeneity", "without evidence of considerable heterogeneity".
bool is_denied_ahead(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 6> denials{"no", "not", "without", "little", "absence", "non"};
  constexpr std::size_t reach = 4;
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    const std::string_view word = tokens[at - back].norm;
    if (word == "but" || word == ",") return false;
    if (is_one_of(denials, word)) return true;
  }
  return false;
}

// "Considerable heterogeneity", "highly heterogeneous", "heterogeneity was high in every analysis".
bool tells_heterogeneity(const Sentence& sentence) {
  constexpr std::size_t near = 2;
  constexpr std::size_t reach = 7;
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].stem.starts_with("heterogen") || is_denied_ahead(tokens, i)) continue;
    for (std::size_t back = 1; back <= near && back <= i; ++back) {
      if (is_high(tokens[i - back].norm)) return true;
    }
    for (std::size_t at = i + 1; at < std::min(i + reach, tokens.size()); ++at) {
      if (tokens[at].kind == TokenKind::punctuation) break;
      if (is_high(tokens[at].norm) && !is_denied_ahead(tokens, at)) return true;
    }
  }
  return false;
}

// "I² = 84 %".
bool gives_high_i_squared(const Sentence& sentence) {
  constexpr double considerable = 75;
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    return number.kind == NumberKind::percent && number.value >= considerable &&
           is_heterogeneity(sentence.text.substr(0, number.span.begin));
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

bool names_two_treatments(const Sentence& sentence) {
  const Concept* first = nullptr;
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::intervention || mention.concept_ptr->from_mesh) continue;
    if (first != nullptr && first != mention.concept_ptr) return true;
    first = mention.concept_ptr;
  }
  return false;
}

// "Than", "versus", "from", and "with" or "to" behind "compared" and "relative".
bool holds_against(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 4> links{"than", "versus", "vs", "from"};
  static constexpr std::array<std::string_view, 4> opens{"compared", "relative", "comparison", "comparing"};
  const bool behind = tokens[at].norm == "with" || tokens[at].norm == "to";
  return is_one_of(links, tokens[at].norm) || (behind && at > 0 && is_one_of(opens, tokens[at - 1].norm));
}

bool is_followed_by_start(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t reach = 4;  // "with the patients' own baseline"
  for (std::size_t i = at + 1; i < std::min(at + 1 + reach, tokens.size()); ++i) {
    if (is_start(tokens[i].norm)) return true;
  }
  return false;
}

}  // namespace

bool pools_other_studies(std::span<const Sentence> sentences) {
  return std::any_of(sentences.begin(), sentences.end(), [](const Sentence& sentence) {
    const bool told = sentence.role != SectionRole::background && sentence.role != SectionRole::objective;
    return told && names_trials(sentence) && takes_other_studies(sentence);
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
  static constexpr std::array<std::string_view, 6> others{"group", "groups", "arm", "arms", "difference", "between"};
  const std::vector<Token>& tokens = sentence.tokens;
  if (names_control(sentence, {0, tokens.size()}) || names_two_treatments(sentence)) return false;
  bool own = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_one_of(others, tokens[i].norm)) return false;
    if (!holds_against(tokens, i)) continue;
    const bool start = is_followed_by_start(tokens, i);
    if (!start && tokens[i].norm != "from") return false;
    own = own || start;
  }
  return own;
}

}  // namespace claimcheck
