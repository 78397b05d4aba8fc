#include "concepts/mesh_terms.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "text/cues.h"

namespace claimcheck {

std::string_view common_words_data();  // generated from data/common_words.txt by claimcheck_embed

namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kShortestSingleWord = 4;
constexpr std::string_view kSpaceComma = ", ";

const std::unordered_set<std::string_view>& common_words() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> read;
    std::string_view data = common_words_data();
    while (!data.empty()) {
      const std::size_t end = std::min(data.find('\n'), data.size());
      std::string_view line = data.substr(0, end);
      data.remove_prefix(std::min(end + 1, data.size()));
      if (line.starts_with('#')) continue;
      while (!line.empty()) {
        const std::size_t space = std::min(line.find(' '), line.size());
        if (space > 0) read.insert(line.substr(0, space));
        line.remove_prefix(std::min(space + 1, line.size()));
      }
    }
    return read;
  }();
  return words;
}

/// Letters, digits, space, hyphen and apostrophe; bytes above ASCII are letters of names.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
  return letter || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '\'';
}

bool is_capitals(std::string_view word) {
  return word.size() == kShortestSingleWord &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool may_stand_alone(std::span<const Token> tokens) {
  const Token& word = tokens.front();
  if (word.norm.size() < kShortestSingleWord || is_stop_word(word.norm)) return false;
  const bool has_digit = word.norm.find_first_of("0123456789") != std::string::npos;
  return !has_digit && !common_words().contains(word.norm) && find_cues(tokens).empty();
}

}  // namespace

std::optional<std::string> natural_term(std::string_view name) {
  std::string natural(name);
  const std::size_t comma = name.find(kSpaceComma);
  if (comma != std::string_view::npos) {
    natural = name.substr(comma + kSpaceComma.size());
    natural += ' ';
    natural += name.substr(0, comma);
  }
  if (natural.empty() || !std::all_of(natural.begin(), natural.end(), is_plain)) return std::nullopt;
  return natural;
}

std::optional<std::string> matching_term(std::string_view natural, std::span<const Token> tokens) {
  std::size_t words = 0;
  bool has_long = false;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::punctuation) continue;
    ++words;
    has_long =
        has_long || (token.kind == TokenKind::word && token.norm.size() >= kShortestWord && !is_stop_word(token.norm));
  }
  if (words > kMostWords || !has_long) return std::nullopt;
  if (words > 1) return std::string(natural);
  if (tokens.size() != 1) return std::nullopt;
  if (is_capitals(natural)) return std::string(natural);
  if (!may_stand_alone(tokens)) return std::nullopt;
  return "=" + std::string(natural);
}

}  // namespace claimcheck
