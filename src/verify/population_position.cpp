#include "verify/population_position.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/one_of.h"
#include "verify/people.h"

namespace claimcheck {
namespace {

// "Who are overweight but not diabetic": a list of what people are or have.
bool is_in_description(const Sentence& sentence, std::size_t first) {
  static constexpr std::array<std::string_view, 9> links{"are", "is", "have", "has", "but", "not", "and", "or", "also"};
  for (std::size_t i = first; i > 0; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (norm == "who") return true;
    const bool named = std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                                   [&](const auto& mention) { return mention.first < i && i <= mention.last; });
    if (!named && !is_one_of(links, norm)) return false;
  }
  return false;
}

// "For frail seniors, tai chi cuts falls", "after a stroke, aspirin prevents …": whom the sentence is on.
bool is_in_opening(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 7> opens{"for", "in", "among", "after", "with", "following", "against"};
  if (!is_one_of(opens, sentence.tokens.front().norm)) return false;
  std::size_t comma = 1;
  while (comma < sentence.tokens.size() && sentence.tokens[comma].norm != ",") ++comma;
  return comma < sentence.tokens.size() && mention.last <= comma;
}

}  // namespace

// "A serious bowel disease called X", "a type of pain known as Y": the words ahead of the name only explain it.
static bool is_ahead_of_name(const Sentence& sentence, std::size_t token) {
  static constexpr std::array<std::string_view, 4> articles{"a", "an", "the", "some"};
  static constexpr std::array<std::string_view, 3> calls{"called", "termed", "named"};
  constexpr std::size_t reach = 5;
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::size_t i = token + 1; i < std::min(token + reach, tokens.size()); ++i) {
    const bool known = tokens[i].norm == "known" && i + 1 < tokens.size() && tokens[i + 1].norm == "as";
    if (!known && !is_one_of(calls, tokens[i].norm)) continue;
    const std::size_t name = known ? i + 2 : i + 1;
    const bool named = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [name](const auto& mention) {
      return mention.first == name || mention.first == name + 1;
    });
    std::size_t open = token;
    while (open > 0 && token - open < reach && !is_one_of(articles, tokens[open].norm)) --open;
    return named && is_one_of(articles, tokens[open].norm);
  }
  return false;
}

// "Triglycerides, a type of blood fat, …", and no list.
static bool is_sort(const Sentence& sentence, std::size_t open, std::size_t close) {
  static constexpr std::array<std::string_view, 7> sorts{"type", "kind", "form", "sort", "measure", "marker", "sign"};
  static constexpr std::array<std::string_view, 2> joins{"and", "or"};
  const std::vector<Token>& tokens = sentence.tokens;
  if (close + 1 < tokens.size() && is_one_of(joins, tokens[close + 1].norm)) return false;
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(open),
                     tokens.begin() + static_cast<std::ptrdiff_t>(close),
                     [](const Token& token) { return is_one_of(sorts, token.norm); });
}

bool is_in_apposition(const Sentence& sentence, std::size_t token) {
  if (is_ahead_of_name(sentence, token)) return true;
  static constexpr std::array<std::string_view, 3> articles{"a", "an", "the"};
  const std::vector<Token>& tokens = sentence.tokens;
  std::size_t open = token;
  while (open > 0 && tokens[open].norm != ",") --open;
  std::size_t close = token + 1;
  while (close < tokens.size() && tokens[close].norm != ",") ++close;
  if (open == 0 || close == tokens.size() || !is_one_of(articles, tokens[open + 1].norm)) return false;
  // "In adults, the drug reduces pain, …" is no name of anything.
  const bool acts = std::any_of(sentence.cues.begin(), sentence.cues.end(),
                                [&](const Cue& cue) { return open < cue.first && cue.first < close; });
  return !acts && std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& named) {
    const ConceptKind kind = named.concept_ptr->kind;
    const bool explained = kind == ConceptKind::outcome && is_sort(sentence, open, close);
    return (kind == ConceptKind::intervention || explained) && named.last == open;
  });
}

bool is_set_apart(const Sentence& sentence, const ConceptMention& mention) {
  return is_in_opening(sentence, mention) || is_in_apposition(sentence, mention.first);
}

bool is_population_position(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> words{"in", "among", "with", "who"};
  // "People with obesity lose weight": what stands between is what they have.
  const auto is_named = [&](std::size_t at) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
      const bool before = other.concept_ptr->kind == ConceptKind::outcome && other.last <= mention.first;
      return before && other.first <= at && at < other.last;
    });
  };
  if (is_in_description(sentence, mention.first) || is_set_apart(sentence, mention)) return true;
  for (std::size_t back = 1; back <= 3 && back <= mention.first; ++back) {
    const std::size_t at = mention.first - back;
    const std::string& norm = sentence.tokens[at].norm;
    if (std::find(words.begin(), words.end(), norm) != words.end()) return true;
    // "Depression and anxiety" are had together; "people with apnoea less drowsy" have the one and become the other.
    if (is_named(at) && !is_joined(sentence, at + 1, mention.first)) return false;
  }
  return false;
}

}  // namespace claimcheck
