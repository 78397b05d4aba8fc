#include "verify/population_position.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/one_of.h"

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

}  // namespace

bool is_population_position(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> words{"in", "among", "with", "who"};
  // "People with obesity lose weight": what stands between is what they have.
  const auto is_named = [&](std::size_t at) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& other) {
      const bool before = other.concept_ptr->kind == ConceptKind::outcome && other.last <= mention.first;
      return before && other.first <= at && at < other.last;
    });
  };
  if (is_in_description(sentence, mention.first)) return true;
  for (std::size_t back = 1; back <= 3 && back <= mention.first; ++back) {
    const std::size_t at = mention.first - back;
    const std::string& norm = sentence.tokens[at].norm;
    if (std::find(words.begin(), words.end(), norm) != words.end()) return true;
    // "Depression and anxiety" are had together.
    if (is_named(at) && back == 1) return false;
  }
  return false;
}

}  // namespace claimcheck
