#include "intake/sentence_parts.h"

#include <algorithm>

#include "intake/clause.h"
#include "intake/word_groups.h"

namespace claimcheck {

Draft cut_words(const Draft& text, std::span<const Word> words, std::size_t first, std::size_t last) {
  if (first >= last || last > words.size()) return {};
  return text.slice({words[first].span.begin, words[last - 1].span.end});
}

std::size_t drop_stops(std::span<const Word> words, std::size_t first, std::size_t last) {
  while (last > first && words[last - 1].norm != ")" && words[last - 1].norm != "\"" &&
         (is_stop(words[last - 1]) || words[last - 1].kind == WordKind::coordinator)) {
    --last;
  }
  return last;
}

std::size_t find_shared_tail(std::span<const Word> words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = words[i];
    if (word.kind == WordKind::relative || word.norm == "that") return last;
    if (in_word_group("shared clause", word.norm)) return i;
    if (!in_word_group("shared setting", word.norm)) continue;
    for (std::size_t j = i + 1; j < last && j < i + 4; ++j) {
      if (in_word_group("people", words[j].norm)) return i;
    }
  }
  return last;
}

bool has_open_clause(std::span<const Word> words, std::size_t first, std::size_t last) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                     words.begin() + static_cast<std::ptrdiff_t>(std::max(first, last)), [](const Word& word) {
                       return word.kind == WordKind::relative || word.kind == WordKind::subordinator;
                     });
}

}  // namespace claimcheck
