#include "intake/grammar.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <sstream>
#include <unordered_map>

#include "intake/tag_words.h"
#include "intake/verb_forms.h"
#include "intake/word_shape.h"
#include "text/tokens.h"
#include "text/word_set.h"

namespace claimcheck {

std::string_view grammar_data();

namespace {

using SmallWords = std::unordered_map<std::string, WordKind, WordHash>;

constexpr std::array<std::pair<std::string_view, WordKind>, 16> kBlocks{{
    {"determiner", WordKind::determiner},
    {"pronoun", WordKind::pronoun},
    {"with verb", WordKind::pronoun},
    {"possessive", WordKind::possessive},
    {"preposition", WordKind::preposition},
    {"subordinator", WordKind::subordinator},
    {"coordinator", WordKind::coordinator},
    {"relative", WordKind::relative},
    {"modal", WordKind::modal},
    {"be", WordKind::be},
    {"have", WordKind::have},
    {"do", WordKind::do_verb},
    {"not", WordKind::not_word},
    {"adverb", WordKind::adverb},
    {"adjective", WordKind::adjective},
    {"noun", WordKind::noun},
}};

/// The first block that a word stands in counts.
SmallWords read_small_words() {
  SmallWords words;
  std::istringstream lines{std::string(grammar_data())};
  std::optional<WordKind> kind;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      const std::string_view block = std::string_view(line).substr(1, line.find(']') - 1);
      const auto* const entry =
          std::find_if(kBlocks.begin(), kBlocks.end(), [&](const auto& known) { return known.first == block; });
      kind = entry == kBlocks.end() ? std::nullopt : std::optional(entry->second);
      continue;
    }
    std::istringstream fields(line);
    for (std::string word; fields >> word;) {
      if (kind) words.emplace(word, *kind);
    }
  }
  words.emplace("to", WordKind::to);
  return words;
}

const SmallWords& small_words() {
  static const SmallWords words = read_small_words();
  return words;
}

bool is_joiner(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  if (at == 0 || at + 1 >= tokens.size()) return false;
  const Token& token = tokens[at];
  if (token.norm != "-" && token.norm != "/") return false;
  return tokens[at - 1].span.end == token.span.begin && token.span.end == tokens[at + 1].span.begin &&
         tokens[at - 1].kind != TokenKind::punctuation && tokens[at + 1].kind != TokenKind::punctuation &&
         token.span.end <= text.size();
}

std::vector<Word> join_tokens(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<Word> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Word word;
    word.span = tokens[i].span;
    word.norm = tokens[i].norm;
    if (tokens[i].kind == TokenKind::punctuation) word.kind = WordKind::punctuation;
    if (tokens[i].kind == TokenKind::number) word.kind = WordKind::number;
    while (is_joiner(text, tokens, i + 1)) {
      word.norm += tokens[i + 1].norm + tokens[i + 2].norm;
      word.span.end = tokens[i + 2].span.end;
      if (tokens[i + 2].kind == TokenKind::word) word.kind = WordKind::noun;
      i += 2;
    }
    word.short_plural = is_short_plural(slice(text, word.span));
    words.push_back(std::move(word));
  }
  return words;
}

void tag_auxiliary(Word& word) {
  const VerbReading* reading = VerbForms::builtin().find(word.norm);
  if (word.kind == WordKind::modal) word.finite = true;
  if (word.kind == WordKind::pronoun) word.finite = word.norm.find('\'') != std::string::npos;
  if (word.kind != WordKind::be && word.kind != WordKind::have && word.kind != WordKind::do_verb) return;
  word.base = word.kind == WordKind::be ? "be" : word.kind == WordKind::have ? "have" : "do";
  const bool loose = word.norm == "be" || word.norm == "been" || word.norm.ends_with("ing");
  word.finite = !loose;
  word.form = word.norm == "be"            ? VerbForm::base
              : word.norm == "been"        ? VerbForm::participle
              : word.norm.ends_with("ing") ? VerbForm::ing
                                           : VerbForm::third;
  if (reading != nullptr && word.norm == word.base) word.form = VerbForm::base;
  if (word.norm == "are" || word.norm == "am") word.form = VerbForm::base;
  if (word.norm == "was" || word.norm == "were" || word.norm == "had" || word.norm == "did") word.form = VerbForm::past;
}

void tag_by_list(Word& word) {
  if (word.kind == WordKind::punctuation || word.kind == WordKind::number) return;
  const auto entry = small_words().find(word.norm);
  if (entry != small_words().end()) {
    word.kind = entry->second;
    tag_auxiliary(word);
    return;
  }
  const bool joined = word.norm.find_first_of("-/") != std::string::npos;
  const std::string_view last = last_part(word.norm);
  if (!joined && VerbForms::builtin().find(word.norm) != nullptr) {
    word.kind = WordKind::verb;
  } else if (last.size() > 4 && last.ends_with("ly")) {
    word.kind = WordKind::adverb;
  } else if (looks_adjective(word.norm) ||
             (last.size() > 3 && (last.ends_with("ed") || (joined && last.ends_with("ing"))))) {
    word.kind = WordKind::adjective;
  } else if (joined && small_words().contains(std::string(last))) {
    word.kind = small_words().at(std::string(last)) == WordKind::adjective ? WordKind::adjective : WordKind::noun;
  }
}

}  // namespace

std::vector<Word> read_words(std::string_view text) {
  std::vector<Word> words = join_tokens(text);
  for (Word& word : words) tag_by_list(word);
  tag_in_context(words);
  return words;
}

bool is_nominal(const Word& word) {
  switch (word.kind) {
    case WordKind::noun:
    case WordKind::determiner:
    case WordKind::possessive:
    case WordKind::adjective:
    case WordKind::number:
      return true;
    default:
      return false;
  }
}

bool opens_noun_phrase(const Word& word) {
  return is_nominal(word) || word.kind == WordKind::pronoun;
}

}  // namespace claimcheck
