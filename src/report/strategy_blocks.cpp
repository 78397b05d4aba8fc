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

/// Finds the largest groups without AND or NOT, by position.
class GroupFinder {
 public:
  explicit GroupFinder(std::string_view text) : text_(text) {}

  /// nullopt where brackets or quotation marks do not match.
  std::optional<std::vector<Span>> find() {
    bool quoted = false;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '"') quoted = !quoted;
      if (!quoted && !read(i)) return std::nullopt;
    }
    if (quoted || !open_.empty()) return std::nullopt;
    return std::move(groups_);
  }

 private:
  struct Open {
    std::size_t begin = 0;
    bool joins = false;  // AND or NOT stands in it
  };

  bool read(std::size_t at) {
    if (text_[at] == '(') {
      open_.push_back({at});
    } else if (text_[at] == ')') {
      return close(at);
    } else if (is_word_at(text_, at, "AND") || is_word_at(text_, at, "NOT")) {
      note_join();
    }
    return true;
  }

  bool close(std::size_t at) {
    if (open_.empty()) return false;
    const Open group = open_.back();
    open_.pop_back();
    if (group.joins) {
      note_join();
      return true;
    }
    while (!groups_.empty() && groups_.back().begin > group.begin) groups_.pop_back();
    groups_.push_back({group.begin, at + 1});
    return true;
  }

  void note_join() {
    if (!open_.empty()) open_.back().joins = true;
  }

  std::string_view text_;
  std::vector<Open> open_;
  std::vector<Span> groups_;
};

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
  const std::optional<std::vector<Span>> groups = GroupFinder(text).find();
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
