#include "intake/claim_text.h"

#include <algorithm>
#include <vector>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/sentence_parts.h"
#include "intake/topic.h"
#include "text/characters.h"
#include "text/phrase_table.h"
#include "text/tokens.h"

namespace claimcheck {

std::string_view openers_data();

namespace {

constexpr std::size_t kLongestLabel = 9;  // in tokens

const PhraseTable& openers() {
  static const PhraseTable table = PhraseTable::parse(openers_data(), "openers.txt");
  return table;
}

/// Behind the opener that `tokens` begin with and its comma; 0 where they begin with none.
std::size_t end_of_opener(std::span<const Token> tokens) {
  const std::size_t window = std::min<std::size_t>(tokens.size(), 8);
  for (const PhraseMatch& match : openers().find(tokens.first(window))) {
    if (match.first != 0) break;
    if (match.category == "opener" && match.last < tokens.size() && tokens[match.last].norm == ",")
      return match.last + 1;
  }
  const bool joined = !tokens.empty() && (tokens[0].norm == "but" || tokens[0].norm == "and" ||
                                          tokens[0].norm == "so" || tokens[0].norm == "yet");
  return joined ? 1 : 0;
}

/// "Because of this mechanism, …": what it points to stands in the sentence before.
Draft drop_back_reference(const Draft& sentence) {
  const std::vector<Token> tokens = tokenize(sentence.text());
  const bool points = tokens.size() > 4 && tokens[0].norm == "because" && tokens[1].norm == "of" &&
                      (tokens[2].norm == "this" || tokens[2].norm == "these" || tokens[2].norm == "that");
  for (std::size_t i = 3; points && i + 1 < tokens.size() && i < 8; ++i) {
    if (tokens[i].norm == ",") return sentence.slice({tokens[i + 1].span.begin, sentence.text().size()});
  }
  return sentence;
}

/// "This mechanism is why it works": that it works. A second reason's "and why …" goes with it.
Draft drop_is_why(const Draft& sentence) {
  const std::vector<Token> tokens = tokenize(sentence.text());
  const bool points =
      tokens.size() > 4 && (tokens[0].norm == "this" || tokens[0].norm == "that" || tokens[0].norm == "it" ||
                            tokens[0].norm == "these" || tokens[0].norm == "it's" || tokens[0].norm == "that's");
  for (std::size_t i = 1; points && i + 2 < tokens.size() && i < 6; ++i) {
    if (tokens[i].norm != "why") continue;
    std::size_t end = sentence.text().size();
    for (std::size_t j = i + 1; j + 2 < tokens.size(); ++j) {
      if (tokens[j].norm != "and" || tokens[j + 1].norm != "why") continue;
      end = tokens[j - 1].norm == "," ? tokens[j - 1].span.begin : tokens[j].span.begin;
      break;
    }
    return sentence.slice({tokens[i + 1].span.begin, end});
  }
  return sentence;
}

Draft drop_asides(const Draft& sentence) {
  const std::vector<Token> tokens = tokenize(sentence.text());
  for (const PhraseMatch& match : openers().find(tokens)) {
    if (match.category != "aside" || match.first == 0 || match.last >= tokens.size()) continue;
    const bool between = tokens[match.first - 1].norm == "," && tokens[match.last].norm == ",";
    if (between) return sentence.with_replaced({tokens[match.first - 1].span.begin, tokens[match.last].span.end}, "");
  }
  return sentence;
}

LabelledText::Kind kind_of_label(std::span<const Token> label) {
  LabelledText::Kind kind = LabelledText::Kind::plain;
  for (const PhraseMatch& match : openers().find(label)) {
    const bool numbered = match.last + 1 == label.size() && label[match.last].kind == TokenKind::number;
    if (match.first != 0 || (match.last != label.size() && !numbered)) continue;
    if (match.category == "label") kind = LabelledText::Kind::empty_words;
    if (match.category == "denied label") kind = LabelledText::Kind::denied;
  }
  return kind;
}

bool is_title_case(std::span<const Word> words, std::string_view text) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (const Word& word : words) {
    const CodePoint first = decode_at(text, word.span.begin);
    if (!is_letter(first.value)) continue;
    ++letters;
    if (is_upper_case(first.value)) ++capitals;
  }
  return letters > 2 && capitals * 10 >= letters * 7;
}

}  // namespace

Draft drop_title_case(const Draft& statement, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(statement.text());
  if (!is_title_case(words, statement.text())) return statement;
  Draft small = statement;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view written = slice(statement.text(), words[i].span);
    const std::string inside = inside_sentence(written, vocabulary);
    if (inside != written && inside.size() == written.size()) small = small.with_replaced(words[i].span, inside);
  }
  return small;
}

namespace {

char closing_of(char c) {
  return c == '(' ? ')' : c == '[' ? ']' : '\0';
}

/// Without brackets and straight quotes that have no partner.
std::string drop_single_marks(const std::string& text) {
  std::vector<bool> drop(text.size(), false);
  std::vector<std::size_t> open;
  std::vector<std::size_t> quotes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quotes.push_back(i);
    if (closing_of(c) != '\0') open.push_back(i);
    if (c != ')' && c != ']') continue;
    if (!open.empty() && closing_of(text[open.back()]) == c) {
      open.pop_back();
    } else {
      drop[i] = true;
    }
  }
  for (const std::size_t i : open) drop[i] = true;
  if (quotes.size() % 2 == 1) drop[quotes.back()] = true;
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!drop[i]) kept += text[i];
  }
  return kept;
}

/// The same for curly quotes, which come in two shapes.
std::string drop_single_curly_quotes(std::string text) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  const std::size_t open = text.find(kOpen);
  const std::size_t close = text.find(kClose);
  const auto erase_all = [&](std::string_view mark) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, mark.size());
  };
  const bool paired = open != std::string::npos && close != std::string::npos && open < close;
  if (!paired) {
    erase_all(kOpen);
    erase_all(kClose);
  }
  return text;
}

std::string in_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

void drop_last_marks(std::string& text) {
  for (bool more = true; more && !text.empty();) {
    more = false;
    for (const std::string_view mark : {".", ",", ";", ":", " ", "-", "–", "—", "!", "*", "…"}) {
      if (!text.ends_with(mark)) continue;
      text.resize(text.size() - mark.size());
      more = true;
    }
  }
}

}  // namespace

Draft drop_openers(const Draft& sentence) {
  Draft text = sentence.trimmed();
  text = drop_is_why(drop_back_reference(text));
  for (int times = 0; times < 2; ++times) {
    const std::vector<Token> tokens = tokenize(text.text());
    const std::size_t end = end_of_opener(tokens);
    if (end == 0 || end >= tokens.size()) break;
    text = text.slice({tokens[end].span.begin, text.text().size()});
  }
  return drop_asides(text);
}

LabelledText split_label(const Draft& text) {
  const std::vector<Token> tokens = tokenize(text.text().substr(0, 160));
  for (std::size_t i = 1; i < tokens.size() && i <= kLongestLabel; ++i) {
    if (tokens[i].norm == "." || tokens[i].norm == "?" || tokens[i].norm == ",") break;
    const bool spaced = tokens[i].norm == ":" && i + 1 < tokens.size() && tokens[i + 1].span.begin > tokens[i].span.end;
    if (!spaced) continue;
    const Span label{tokens.front().span.begin, tokens[i].span.begin};
    const std::vector<Word> words = read_words(slice(text.text(), label));
    const Draft rest = text.slice({tokens[i + 1].span.begin, text.text().size()});
    const std::vector<Word> behind = read_words(rest.text());
    if (find_clause(words, 0, words.size()) && !find_clause(behind, 0, behind.size())) break;
    return {kind_of_label(std::span(tokens).first(i)), std::string(slice(text.text(), label)), rest};
  }
  return {LabelledText::Kind::none, "", text};
}

std::optional<Draft> deny(const Draft& statement, const Vocabulary& vocabulary) {
  const Draft text = drop_title_case(statement, vocabulary);
  const std::vector<Word> words = read_words(text.text());
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause || clause->subject != 0) return std::nullopt;
  const auto denies = [](const Word& word) { return word.kind == WordKind::not_word || word.norm.ends_with("n't"); };
  if (std::any_of(words.begin(), words.end(), denies)) return std::nullopt;
  const Word& verb = words[clause->finite];
  const bool copula = (verb.kind == WordKind::be && verb.finite) || verb.kind == WordKind::modal;
  if (copula) return text.with_replaced({verb.span.end, verb.span.end}, " not");
  if (verb.kind != WordKind::verb || (verb.form != VerbForm::third && verb.form != VerbForm::base)) return std::nullopt;
  return text.with_replaced(verb.span, (verb.form == VerbForm::third ? "does not " : "do not ") + verb.base);
}

std::string finish_claim_text(const std::string& statement) {
  std::string text = drop_single_curly_quotes(drop_single_marks(in_one_line(statement)));
  drop_last_marks(text);
  while (!text.empty() && std::string_view(" ,;:-*").find(text.front()) != std::string_view::npos) text.erase(0, 1);
  if (text.empty()) return text;
  text = with_capital(text);
  return text.ends_with('?') ? text : text + ".";
}

}  // namespace claimcheck
