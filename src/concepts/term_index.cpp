#include "concepts/term_index.h"

#include <algorithm>
#include <utility>

#include "concepts/spelling.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestCapitals = 4;

bool is_capital_or_digit(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// True for "PTSD" and "T2DM", not for "COVID", "D" or "HbA1c".
bool is_short_capitals(std::string_view term) {
  const auto capitals = std::count_if(term.begin(), term.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals >= 2 && term.size() <= kLongestCapitals && std::all_of(term.begin(), term.end(), is_capital_or_digit);
}

/// True if the punctuation at `index` leaves the words around it together: a hyphen or dash ("treatment-resistant"), a
/// mark without space around it ("PM2.5", "attention-deficit/hyperactivity", "lipoprotein(a)"), the stop of a single
/// letter ("E. coli"), the apostrophe of a plural ("travellers' diarrhoea").
bool joins_words(std::span<const Token> tokens, std::size_t index) {
  const Token& mark = tokens[index];
  if (mark.norm == "-" || mark.norm == "\u2013") return true;
  if (index == 0) return false;
  const Token& before = tokens[index - 1];
  if (mark.norm == "'" || mark.norm == "\u2019")
    return before.norm.ends_with('s') && before.span.end == mark.span.begin;
  static constexpr std::string_view inner_marks = ".,/()";
  if (mark.norm.size() != 1 || inner_marks.find(mark.norm) == std::string_view::npos) return false;
  if (mark.norm == "." && before.norm.size() == 1) return true;
  return before.span.end == mark.span.begin && index + 1 < tokens.size() &&
         tokens[index + 1].span.begin == mark.span.end;
}

bool is_written(std::string_view word, std::string_view capitals) {
  return word.starts_with(capitals) && (word.size() == capitals.size() || word.substr(capitals.size()) == "s");
}

/// The words of a term with their stems, both without accents.
struct TermWords {
  std::vector<std::string> forms;
  std::vector<std::string> stems;
};

TermWords read_words(std::string_view term) {
  TermWords words;
  for (Token& token : tokenize(term)) {
    if (token.kind == TokenKind::punctuation) continue;
    std::string plain = strip_accents(token.norm);
    words.stems.push_back(plain == token.norm ? std::move(token.stem) : stem_word(plain));
    words.forms.push_back(std::move(plain));
  }
  return words;
}

std::vector<std::string> stems_of(const std::vector<std::string>& forms) {
  std::vector<std::string> stems;
  stems.reserve(forms.size());
  for (const std::string& form : forms) stems.push_back(stem_word(form));
  return stems;
}

}  // namespace

std::optional<std::size_t> TermIndex::add(std::string_view term, std::size_t owner, std::size_t group) {
  const bool open = term.starts_with('+');
  if (open) term.remove_prefix(1);
  const bool as_written = term.starts_with('=');
  if (as_written) term.remove_prefix(1);
  const TermWords words = read_words(term);
  if (words.forms.empty()) return std::nullopt;

  if (!as_written && is_short_capitals(term)) {
    auto taken = insert({{intern(forms_, words.forms.front())}, std::string(term), owner, group, open});
    if (!taken) taken = insert({{intern(forms_, words.forms.front() + "s")}, std::string(term), owner, group, open});
    return taken;
  }
  const auto take = [&](const std::vector<std::string>& as_matched) {
    Term entry{{}, {}, owner, group, open};
    entry.words.reserve(as_matched.size());
    for (const std::string& word : as_matched) entry.words.push_back(intern(as_written ? forms_ : stems_, word));
    return insert(std::move(entry));
  };
  if (const auto taken = take(as_written ? words.forms : words.stems)) return taken;
  for (const std::vector<std::string>& variant : spacing_variants(words.forms)) {
    if (const auto taken = take(as_written ? variant : stems_of(variant))) return taken;
  }
  return std::nullopt;
}

TermIndex::WordId TermIndex::intern(WordIds& ids, const std::string& word) {
  WordId& id = ids[word];
  if (id == kUnknown) {
    id = static_cast<WordId>(by_first_word_.size());
    by_first_word_.emplace_back();
  }
  return id;
}

std::optional<std::size_t> TermIndex::insert(Term term) {
  std::vector<Term>& bucket = by_first_word_[term.words.front()];
  for (const Term& other : bucket) {
    if (other.group != term.group || other.words != term.words || other.capitals != term.capitals) continue;
    if (other.owner != term.owner) return other.owner;
    return std::nullopt;
  }
  bucket.push_back(std::move(term));
  return std::nullopt;
}

std::vector<TermIndex::KnownWord> TermIndex::known_words(std::span<const Token> tokens) const {
  const auto id_of = [](const WordIds& ids, const std::string& word) {
    const WordId* known = ids.find(word);
    return known == nullptr ? kUnknown : *known;
  };
  std::vector<KnownWord> words;
  words.reserve(tokens.size());
  bool follows = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::punctuation) {
      follows = follows && joins_words(tokens, i);
      continue;
    }
    if (is_ascii(tokens[i].norm)) {
      words.push_back({id_of(stems_, tokens[i].stem), id_of(forms_, tokens[i].norm), i, follows});
    } else {
      const std::string plain = strip_accents(tokens[i].norm);
      const std::string stem = plain == tokens[i].norm ? tokens[i].stem : stem_word(plain);
      words.push_back({id_of(stems_, stem), id_of(forms_, plain), i, follows});
    }
    follows = true;
  }
  return words;
}

void TermIndex::find_at(std::span<const KnownWord> words, std::string_view text, std::span<const Token> tokens,
                        std::vector<TermMatch>& matches) const {
  const KnownWord& start = words.front();
  for (const WordId id : {start.stem, start.form}) {
    for (const Term& term : by_first_word_[id]) {
      if (term.words.size() > words.size()) continue;
      const auto matches_word = [](WordId wanted, const KnownWord& word) {
        return word.follows && (wanted == word.stem || wanted == word.form);
      };
      if (!std::equal(term.words.begin() + 1, term.words.end(), words.begin() + 1, matches_word)) continue;
      if (!term.capitals.empty() && !is_written(slice(text, tokens[start.token].span), term.capitals)) continue;
      matches.push_back({term.owner, start.token, words[term.words.size() - 1].token + 1, term.open});
    }
  }
}

std::vector<TermMatch> TermIndex::find(std::string_view text, std::span<const Token> tokens) const {
  std::vector<TermMatch> matches;
  if (is_empty()) return matches;
  const std::vector<KnownWord> words = known_words(tokens);
  for (std::size_t i = 0; i < words.size(); ++i) find_at(std::span(words).subspan(i), text, tokens, matches);
  return matches;
}

}  // namespace claimcheck
