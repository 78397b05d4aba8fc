#include "verify/alike_words.h"

#include <algorithm>

#include "text/tokens.h"

namespace claimcheck {

std::string_view alike_words_data();

namespace {

bool share_group(const std::vector<std::size_t>& one, const std::vector<std::size_t>& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](std::size_t group) { return std::binary_search(other.begin(), other.end(), group); });
}

}  // namespace

AlikeWords AlikeWords::parse(std::string_view text) {
  AlikeWords words;
  std::size_t group = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with('#')) continue;
    for (const Token& token : tokenize(line)) {
      if (token.kind != TokenKind::word) continue;
      std::vector<std::size_t>& in = words.groups_[token.stem];
      if (in.empty() || in.back() != group) in.push_back(group);
    }
    ++group;
  }
  return words;
}

bool AlikeWords::names(const Sentence& sentence, std::string_view stem) const {
  const auto own = groups_.find(std::string(stem));
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    if (token.stem == stem) return true;
    if (own == groups_.end()) return false;
    const auto other = groups_.find(token.stem);
    return other != groups_.end() && share_group(own->second, other->second);
  });
}

const AlikeWords& alike_words() {
  static const AlikeWords words = AlikeWords::parse(alike_words_data());
  return words;
}

}  // namespace claimcheck
