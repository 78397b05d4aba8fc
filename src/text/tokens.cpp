#include "text/tokens.h"

#include <memory>
#include <new>
#include <optional>

#include <libstemmer.h>

#include "text/characters.h"
#include "text/utf8.h"
#include "text/word_map.h"
#include "text/word_set.h"

namespace claimcheck {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// One per thread: a Snowball stemmer may not be shared. Remembers the stems it has found, up to a bound.
class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
    if (!stemmer_) throw std::bad_alloc();  // "english" is compiled in, so only memory can be wanting
  }

  const std::string& stem(const std::string& word) {
    if (const std::string* known = stems_.find(word)) return *known;
    if (stems_.size() >= kRemembered) stems_ = {};
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* found = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (found == nullptr) throw std::bad_alloc();
    const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
    return stems_[word] = std::string(reinterpret_cast<const char*>(found), size);
  }

 private:
  static constexpr std::size_t kRemembered = 1U << 15U;
  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_;
  WordMap<std::string> stems_;
};

/// Words longer than any in a dictionary are not stemmed: a stem of them means nothing.
constexpr std::size_t kLongestStemmed = 64;

std::string stem_of(const std::string& word) {
  thread_local Stemmer stemmer;
  return word.size() > kLongestStemmed ? word : stemmer.stem(word);
}

/// A forward reader over the code points of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] CodePoint peek() const { return decode_at(text_, at_); }
  [[nodiscard]] char32_t value_at(std::size_t at) const { return at < text_.size() ? decode_at(text_, at).value : 0; }
  void skip(std::size_t bytes) { at_ += bytes; }

  void skip_word() {
    while (!at_end()) {
      const CodePoint point = peek();
      const CharacterClass kind = classify(point.value);
      const bool inside = is_letter(kind) || kind == CharacterClass::digit || kind == CharacterClass::numeral ||
                          kind == CharacterClass::invisible ||
                          (is_apostrophe(point.value) && is_letter(value_at(at_ + point.size)));
      if (!inside) return;
      skip(point.size);
    }
  }

  void skip_digits() {
    while (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) ++at_;
  }

  /// Whether the thousands separator at the current place is one: exactly three digits follow it.
  [[nodiscard]] bool three_digits_after(std::size_t size) const {
    const std::size_t from = at_ + size;
    return is_digit(value_at(from)) && is_digit(value_at(from + 1)) && is_digit(value_at(from + 2)) &&
           !is_digit(value_at(from + 3));
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_thin_space(char32_t c) {
  return c == U'\u2009' || c == U'\u202F';
}

bool is_decimal_point(char32_t c) {
  return c == U'.' || c == kMiddleDot;
}

/// Reads a number at the scanner's place, if there is one: "12", "0.5", ".5", "19·45", "1,285", "0,05".
/// Returns it with "." as decimal point and without separators.
std::optional<std::string> scan_number(Scanner& scanner, std::string_view text) {
  std::string norm;
  const auto take_digits = [&] {
    const std::size_t from = scanner.position();
    scanner.skip_digits();
    norm += text.substr(from, scanner.position() - from);
  };
  const auto digit_after = [&](CodePoint point) { return is_digit(scanner.value_at(scanner.position() + point.size)); };

  const CodePoint first = scanner.peek();
  const std::size_t begin = scanner.position();
  const bool detached = begin == 0 || !is_digit(decode_before(text, begin).value);
  const bool bare_point = is_decimal_point(first.value) && digit_after(first) && detached;
  if (!is_digit(first.value) && !bare_point) return std::nullopt;
  take_digits();
  const bool leading_zero = norm == "0";
  while (!leading_zero && !norm.empty() && !scanner.at_end()) {
    const CodePoint point = scanner.peek();
    if (!(point.value == U',' || is_thin_space(point.value)) || !scanner.three_digits_after(point.size)) break;
    scanner.skip(point.size);
    take_digits();
  }
  if (scanner.at_end()) return norm;
  const CodePoint point = scanner.peek();
  if (digit_after(point) && (is_decimal_point(point.value) || (leading_zero && point.value == U','))) {
    norm += '.';
    scanner.skip(point.size);
    take_digits();
  }
  return norm;
}

std::string normalise_word(std::string_view word) {
  std::string norm = fold_case(word);
  for (std::size_t at = norm.find("\u2019"); at != std::string::npos; at = norm.find("\u2019", at)) {
    norm.replace(at, 3, "'");
  }
  return norm;
}

Token make_word(std::string_view text, Span span) {
  Token token{span, TokenKind::word, normalise_word(slice(text, span)), {}};
  token.stem = stem_of(token.norm);
  return token;
}

Token make_mark(std::string_view text, Span span, char32_t mark) {
  Token token{span, TokenKind::punctuation, is_hyphen(mark) ? "-" : fold_case(slice(text, span)), {}};
  token.stem = token.norm;
  return token;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 4);
  for (Scanner scanner(text); !scanner.at_end();) {
    const CodePoint point = scanner.peek();
    const CharacterClass kind = classify(point.value);
    const std::size_t begin = scanner.position();
    if (kind == CharacterClass::space || kind == CharacterClass::invisible) {
      scanner.skip(point.size);
    } else if (is_letter(kind)) {
      scanner.skip_word();
      tokens.push_back(make_word(text, {begin, scanner.position()}));
      if (tokens.back().norm.empty()) tokens.pop_back();  // of variation selectors nothing is left
    } else if (auto number = scan_number(scanner, text)) {
      tokens.push_back({{begin, scanner.position()}, TokenKind::number, *number, *number});
    } else {
      scanner.skip(point.size);
      tokens.push_back(make_mark(text, {begin, scanner.position()}, point.value));
      if (kind == CharacterClass::numeral) tokens.back().kind = TokenKind::number;
    }
  }
  return tokens;
}

std::string stem_word(std::string_view folded) {
  return stem_of(std::string(folded));
}

bool is_stop_word(std::string_view folded) {
  // Function words of English, with the negations and quantifiers that cues.h reads.
  static const WordSet words{
      "a",        "about",  "above",   "across",     "after",   "again",   "against", "all",     "along",   "also",
      "although", "am",     "among",   "an",         "and",     "another", "any",     "are",     "around",  "as",
      "at",       "be",     "because", "been",       "before",  "being",   "below",   "between", "both",    "but",
      "by",       "can",    "cannot",  "could",      "despite", "did",     "do",      "does",    "doing",   "done",
      "down",     "due",    "during",  "each",       "either",  "else",    "etc",     "even",    "ever",    "every",
      "few",      "for",    "from",    "further",    "had",     "has",     "have",    "having",  "he",      "hence",
      "her",      "here",   "hers",    "him",        "his",     "how",     "however", "i",       "if",      "in",
      "into",     "is",     "it",      "its",        "itself",  "just",    "may",     "me",      "might",   "more",
      "most",     "much",   "must",    "my",         "neither", "never",   "no",      "none",    "nor",     "not",
      "of",       "off",    "on",      "once",       "one",     "only",    "onto",    "or",      "other",   "others",
      "our",      "ours",   "out",     "over",       "own",     "per",     "quite",   "rather",  "really",  "same",
      "shall",    "she",    "should",  "since",      "so",      "some",    "still",   "such",    "than",    "that",
      "the",      "their",  "theirs",  "them",       "then",    "there",   "thereby", "these",   "they",    "this",
      "those",    "though", "through", "throughout", "thus",    "to",      "too",     "toward",  "towards", "under",
      "until",    "up",     "upon",    "us",         "use",     "used",    "using",   "versus",  "very",    "via",
      "vs",       "was",    "we",      "were",       "what",    "when",    "where",   "whereas", "whether", "which",
      "while",    "who",    "whom",    "whose",      "why",     "will",    "with",    "within",  "without", "would",
      "yet",      "you",    "your",    "yours"};
  return words.contains(folded);
}

}  // namespace claimcheck
