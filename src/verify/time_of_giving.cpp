#include "verify/time_of_giving.h"

#include <array>
#include <string_view>

#include "text/one_of.h"

namespace claimcheck {

bool is_time_of_giving(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> links{"before", "after", "during", "following"};
  constexpr std::size_t reach = 4;  // "before abdominal cancer surgery"
  for (std::size_t back = 1; back <= reach && back <= mention.first; ++back) {
    const Token& token = sentence.tokens[mention.first - back];
    if (is_one_of(links, token.norm)) return true;
    static constexpr std::array<std::string_view, 4> articles{"a", "an", "the", "-"};
    const bool part = token.kind == TokenKind::word && !is_stop_word(token.norm);
    if (!part && !is_one_of(articles, token.norm)) return false;
  }
  return false;
}

}  // namespace claimcheck
