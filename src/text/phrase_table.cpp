#include "text/phrase_table.h"

#include <algorithm>

#include "core/error.h"

namespace claimcheck {

namespace {

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_hyphen(const Token& token) {
  return token.norm == "-" || token.norm == "\u2010" || token.norm == "\u2011";
}

}  // namespace

PhraseTable PhraseTable::parse(std::string_view data, std::string_view name) {
  PhraseTable table;
  std::string category;
  std::size_t line_number = 0;
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    std::string_view line = trim(data.substr(0, std::min(data.substr(0, end).find('#'), end)));
    data.remove_prefix(std::min(end + 1, data.size()));
    ++line_number;
    if (line.empty()) continue;
    if (line.front() == '[') {
      category = std::string(trim(line.substr(1, line.find(']') - 1)));
      continue;
    }
    if (category.empty()) {
      throw Error(ErrorKind::internal, std::string(name) + ":" + std::to_string(line_number) +
                                           ": a phrase stands before the first [category]");
    }
    const std::size_t equals = line.find('=');
    Phrase phrase{{}, category, {}};
    if (equals != std::string_view::npos) phrase.value = std::string(trim(line.substr(equals + 1)));
    for (const Token& token : tokenize(trim(line.substr(0, equals)))) {
      if (token.norm == "~" && !phrase.words.empty()) {
        Word& word = phrase.words.back();
        word = {stem_word(word.text), true};
      } else {
        phrase.words.push_back({token.norm, false});
      }
    }
    const Word& first = phrase.words.front();
    table.openings_of_[category].add(first.text);
    Openings& openings = table.openings_[first.text];
    (first.by_stem ? openings.by_stem : openings.by_norm).push_back(table.phrases_.size());
    table.phrases_.push_back(std::move(phrase));
  }
  return table;
}

/// Where a phrase ends whose first word stands at `at`; 0 when the others do not follow.
std::size_t PhraseTable::match_end(const Phrase& phrase, std::span<const Token> tokens, std::size_t at) {
  std::size_t next = at + 1;  // the first word is known to match
  for (std::size_t i = 1; i < phrase.words.size(); ++i) {
    while (next < tokens.size() && is_hyphen(tokens[next])) ++next;
    if (next == tokens.size()) return 0;
    const Token& token = tokens[next];
    if ((phrase.words[i].by_stem ? token.stem : token.norm) != phrase.words[i].text) return 0;
    ++next;
  }
  return next;
}

/// Calls `visit` with each phrase that `token` opens, until it returns false.
template <typename Visit>
void PhraseTable::visit_at(const Token& token, const Visit& visit) const {
  const auto visit_all = [&](const std::vector<std::size_t>& phrases) {
    return std::all_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) { return visit(phrases_[phrase]); });
  };
  const Openings* of_norm = openings_.find(token.norm);
  if (of_norm != nullptr && !visit_all(of_norm->by_norm)) return;
  const Openings* of_stem = token.stem == token.norm ? of_norm : openings_.find(token.stem);
  if (of_stem != nullptr) visit_all(of_stem->by_stem);
}

void PhraseTable::find_at(std::span<const Token> tokens, std::size_t at, std::vector<PhraseMatch>& found) const {
  const std::size_t start = found.size();
  visit_at(tokens[at], [&](const Phrase& phrase) {
    const std::size_t end = match_end(phrase, tokens, at);
    if (end == 0) return true;
    const auto same = std::find_if(found.begin() + static_cast<std::ptrdiff_t>(start), found.end(),
                                   [&](const PhraseMatch& match) { return match.category == phrase.category; });
    const PhraseMatch match{phrase.category, phrase.value, at, end};
    if (same == found.end()) {
      found.push_back(match);
    } else if (same->last < match.last) {
      *same = match;
    }
    return true;
  });
}

std::vector<PhraseMatch> PhraseTable::find(std::span<const Token> tokens) const {
  std::vector<PhraseMatch> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) find_at(tokens, at, found);
  return found;
}

bool PhraseTable::contains(std::span<const Token> tokens, std::string_view category) const {
  const auto openings = openings_of_.find(category);
  if (openings == openings_of_.end()) return false;
  bool found = false;
  for (std::size_t at = 0; at < tokens.size() && !found; ++at) {
    if (!openings->second.may_hold(tokens[at].norm) && !openings->second.may_hold(tokens[at].stem)) continue;
    visit_at(tokens[at], [&](const Phrase& phrase) {
      found = phrase.category == category && match_end(phrase, tokens, at) != 0;
      return !found;
    });
  }
  return found;
}

}  // namespace claimcheck
