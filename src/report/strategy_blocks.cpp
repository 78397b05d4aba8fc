#include "report/strategy_blocks.h"

#include <map>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "core/span.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestInline = 100;  // bytes of a group that is not worth a name
constexpr std::size_t kShortestField = 12;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
  if (text.substr(at, word.size()) != word || (at > 0 && is_letter(text[at - 1]))) return false;
  return at + word.size() >= text.size() || !is_letter(text[at + word.size()]);
}

// The largest groups without AND or NOT, by position; nullopt where brackets or quotation marks do not match.
std::optional<std::vector<Span>> find_groups(std::string_view text) {
  struct Open {
    std::size_t begin = 0;
    bool joins = false;  // AND or NOT stands in it
  };
  std::vector<Open> open;
  std::vector<Span> groups;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '(') {
      open.push_back({i});
    } else if (text[i] == ')') {
      if (open.empty()) return std::nullopt;
      const Open group = open.back();
      open.pop_back();
      if (group.joins) {
        if (!open.empty()) open.back().joins = true;
        continue;
      }
      while (!groups.empty() && groups.back().begin > group.begin) groups.pop_back();
      groups.push_back({group.begin, i + 1});
    } else if (!open.empty() && (is_word_at(text, i, "AND") || is_word_at(text, i, "NOT"))) {
      open.back().joins = true;
    }
  }
  if (quoted || !open.empty()) return std::nullopt;
  return groups;
}

/// Gives texts numbers from 1, in the order in which they come.
class Names {
 public:
  std::size_t number_of(std::string_view text) {
    const auto [entry, added] = numbers_.try_emplace(std::string(text), texts_.size() + 1);
    if (added) texts_.emplace_back(text);
    return entry->second;
  }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::vector<std::string> texts_;
};

std::string name_blocks(std::string_view text, Names& blocks) {
  const std::optional<std::vector<Span>> groups = find_groups(text);
  if (!groups || text.find('#') != std::string_view::npos || text.find("{F") != std::string_view::npos) {
    return std::string(text);
  }
  std::string named;
  std::size_t from = 0;
  for (const Span group : *groups) {
    if (group.size() <= kLongestInline) continue;
    named += text.substr(from, group.begin - from);
    named += fmt::format("#{}", blocks.number_of(slice(text, group)));
    from = group.end;
  }
  named += text.substr(from);
  return named;
}

std::string name_fields(std::string_view text, Names& fields) {
  std::string named;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    const std::size_t end = quoted || text[i] != '{' ? std::string_view::npos : text.find_first_of("{}\"", i + 1);
    if (end != std::string_view::npos && text[end] == '}' && end + 1 - i >= kShortestField) {
      named += fmt::format("{{F{}}}", fields.number_of(text.substr(i, end + 1 - i)));
      i = end;
    } else {
      named += text[i];
    }
  }
  return named;
}

}  // namespace

StrategyBlocks factor_strategies(const std::vector<std::string_view>& strategies) {
  StrategyBlocks factored;
  Names blocks;
  for (const std::string_view strategy : strategies) factored.strategies.push_back(name_blocks(strategy, blocks));
  Names fields;
  factored.blocks = blocks.take();
  for (std::string& block : factored.blocks) block = name_fields(block, fields);
  factored.fields = fields.take();
  return factored;
}

}  // namespace claimcheck
