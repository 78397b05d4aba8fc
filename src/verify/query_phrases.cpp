#include "verify/query_phrases.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_set>

#include "text/tokens.h"

namespace claimcheck {
namespace {

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (Token& token : tokenize(phrase)) {
    if (token.kind != TokenKind::punctuation) words.push_back(std::move(token.norm));
  }
  return words;
}

/// Phrases that are asked for, and whether they find what another would.
class AskedPhrases {
 public:
  void add(std::string_view phrase) { phrases_.insert(join(words_of(phrase), 0, kAll)); }

  /// True if the phrase, or with `proper` a part of it, is asked for.
  [[nodiscard]] bool cover(std::string_view phrase, bool proper) const {
    const std::vector<std::string> words = words_of(phrase);
    for (std::size_t first = 0; first < words.size(); ++first) {
      for (std::size_t last = first + 1; last <= words.size(); ++last) {
        const bool whole = first == 0 && last == words.size();
        if (!(whole && proper) && phrases_.contains(join(words, first, last))) return true;
      }
    }
    return false;
  }

 private:
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  static std::string join(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
    std::string joined;
    for (std::size_t i = first; i < std::min(last, words.size()); ++i) joined += words[i] + ' ';
    return joined;
  }

  std::unordered_set<std::string> phrases_;
};

}  // namespace

std::vector<std::vector<std::string>> choose_phrases(std::span<const Concept* const> family, std::size_t share) {
  AskedPhrases asked;
  std::vector<std::vector<std::string>> chosen(family.size());
  for (std::size_t i = 0; i < family.size(); ++i) {
    for (const std::string& term : family[i]->terms) {
      if (chosen[i].size() == share) break;
      if (asked.cover(term, false)) continue;
      asked.add(term);
      chosen[i].push_back(term);
    }
  }
  for (std::vector<std::string>& terms : chosen) {
    std::erase_if(terms, [&asked](const std::string& term) { return asked.cover(term, true); });
  }
  return chosen;
}

}  // namespace claimcheck
