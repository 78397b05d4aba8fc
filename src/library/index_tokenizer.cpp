#include "library/index_tokenizer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <memory>
#include <new>

#include <sqlite3.h>

#include "core/span.h"
#include "library/sqlite.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::string_view, 25> kGreek{
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigma",   "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};

/// Spells out the lower-case Greek letters (U+03B1 to U+03C9) of a word.
void spell_greek(std::string& word) {
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const auto lead = static_cast<unsigned char>(word[at]);
    if (lead != 0xCE && lead != 0xCF) continue;
    const unsigned code = ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(word[at + 1]) & 0x3FU);
    if (code < 0x3B1 || code > 0x3C9) continue;
    word.replace(at, 2, kGreek[code - 0x3B1]);
    at += kGreek[code - 0x3B1].size() - 1;
  }
}

/// An instance of a tokenizer that FTS5 knows.
class KnownTokenizer {
 public:
  KnownTokenizer(fts5_api& api, const char* name, std::vector<const char*> arguments) {
    void* context = nullptr;
    int code = api.xFindTokenizer(&api, name, &context, &methods_);
    if (code == SQLITE_OK) {
      code = methods_.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &instance_);
    }
    if (code != SQLITE_OK) throw std::bad_alloc();  // all that are asked for exist, so only memory can be wanting
  }
  KnownTokenizer(const KnownTokenizer&) = delete;
  KnownTokenizer& operator=(const KnownTokenizer&) = delete;
  ~KnownTokenizer() { methods_.xDelete(instance_); }

  std::vector<std::string> words(std::string_view text) const {
    std::vector<std::string> found;
    const auto add = [](void* list, int, const char* token, int size, int, int) {
      static_cast<std::vector<std::string>*>(list)->emplace_back(token, static_cast<std::size_t>(size));
      return SQLITE_OK;
    };
    methods_.xTokenize(instance_, &found, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()), add);
    return found;
  }

 private:
  fts5_tokenizer methods_{};
  Fts5Tokenizer* instance_ = nullptr;
};

using TokenFunction = int (*)(void*, int, const char*, int, int, int);

/// Where the tokens of one text go.
struct Sink {
  void* context = nullptr;
  TokenFunction token = nullptr;
  int status = SQLITE_OK;

  void add(std::string_view word, int flags, std::size_t begin, std::size_t end) {
    if (status != SQLITE_OK) return;
    status = token(context, flags, word.data(), static_cast<int>(word.size()), static_cast<int>(begin),
                   static_cast<int>(end));
  }
};

/// One place of a table of stems, in which a word takes the place of the one before. Without pointers, so that the
/// table stays in the processor's cache: an import looks up a stem for every word.
class RememberedStem {
 public:
  [[nodiscard]] std::string_view word_view() const { return {bytes_.data(), word_size_}; }
  [[nodiscard]] std::string_view stem_view() const { return {bytes_.data() + kLongest, stem_size_}; }

  /// False for words that are too long to be remembered.
  bool remember(std::string_view word, std::string_view stem) {
    if (word.size() > kLongest || stem.size() > kLongest) return false;
    word_size_ = static_cast<unsigned char>(word.copy(bytes_.data(), kLongest));
    stem_size_ = static_cast<unsigned char>(stem.copy(bytes_.data() + kLongest, kLongest));
    return true;
  }

 private:
  static constexpr std::size_t kLongest = 23;
  std::array<char, 2 * kLongest> bytes_{};
  unsigned char word_size_ = 0;
  unsigned char stem_size_ = 0;
};

class IndexTokenizer {
 public:
  explicit IndexTokenizer(fts5_api& api)
      : unicode_(api, "unicode61", {"remove_diacritics", "2"}),
        porter_(api, "porter", {"unicode61", "remove_diacritics", "2"}) {}

  int tokenize(std::string_view text, bool query, Sink sink) {
    std::size_t at = 0;
    const Stemming stemming = text.empty() || text[0] != kStems ? Stemming::none
                              : query                           ? Stemming::instead
                                                                : Stemming::beside;
    while (at < text.size() && sink.status == SQLITE_OK) {
      const std::size_t begin = at;
      if (text[at] == kWhole) {
        at = std::min(text.find(kWhole, at + 1), text.size() - 1) + 1;
        sink.add(text.substr(begin, at - begin), 0, begin, at);
      } else if (is_word_byte(text[at])) {
        while (at < text.size() && is_word_byte(text[at])) ++at;
        add_run(text.substr(begin, at - begin), begin, stemming, sink);
      } else {
        ++at;
        if (text[begin] == kGap) sink.add(text.substr(begin, 1), 0, begin, at);
      }
    }
    return sink.status;
  }

 private:
  enum class Stemming { none, beside, instead };

  /// A run without ASCII separators: one word when it is ASCII, else what unicode61 makes of it.
  void add_run(std::string_view run, std::size_t begin, Stemming stemming, Sink& sink) {
    const std::size_t end = begin + run.size();
    if (is_ascii(run)) {
      word_.assign(run);
      for (char& c : word_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
      add_word(word_, {begin, end}, stemming, sink);
      return;
    }
    for (std::string& word : unicode_.words(fold_case(run))) {
      spell_greek(word);
      add_word(word, {begin, end}, stemming, sink);
    }
  }

  void add_word(std::string_view word, Span span, Stemming stemming, Sink& sink) {
    if (stemming == Stemming::none) return sink.add(word, 0, span.begin, span.end);
    const std::string_view stem = marked_stem(word);
    const std::string_view bare = stem.substr(1);
    sink.add(stemming == Stemming::instead ? bare : word, 0, span.begin, span.end);
    // A word that is its own stem stands for both.
    if (stemming == Stemming::instead || bare != word) sink.add(stem, FTS5_TOKEN_COLOCATED, span.begin, span.end);
  }

  /// The stem behind the mark that keeps it apart from words. Valid until the next call.
  std::string_view marked_stem(std::string_view word) {
    remembered_.resize(kRemembered);  // once, when stems are wanted at all
    RememberedStem& slot = remembered_[std::hash<std::string_view>()(word) % remembered_.size()];
    if (slot.word_view() == word) return slot.stem_view();
    const std::vector<std::string> stems = porter_.words(word);
    stem_ = kStems;
    stem_ += stems.size() == 1 ? std::string_view(stems.front()) : word;
    return slot.remember(word, stem_) ? slot.stem_view() : stem_;
  }

  static constexpr std::size_t kRemembered = std::size_t{1} << 14U;
  KnownTokenizer unicode_;
  KnownTokenizer porter_;
  std::string word_;
  std::string stem_;
  std::vector<RememberedStem> remembered_;
};

// What FTS5 calls. No exception may pass through its C code; memory is all that can be wanting.

int create(void* api, const char**, int, Fts5Tokenizer** created) {
  try {
    *created = reinterpret_cast<Fts5Tokenizer*>(new IndexTokenizer(*static_cast<fts5_api*>(api)));
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}

void destroy(Fts5Tokenizer* tokenizer) {
  delete reinterpret_cast<IndexTokenizer*>(tokenizer);
}

// NOLINTNEXTLINE(readability-function-size): the parameters are FTS5's
int tokenize_for_fts5(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size,
                      TokenFunction token) {
  try {
    const std::string_view bytes = size > 0 ? std::string_view(text, static_cast<std::size_t>(size)) : "";
    return reinterpret_cast<IndexTokenizer*>(tokenizer)->tokenize(bytes, (flags & FTS5_TOKENIZE_QUERY) != 0,
                                                                  {context, token});
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}

bool is_mark(char c) {
  return c == '\0' || c == kWhole || c == kStems || c == kGap;
}

}  // namespace

void append_plain(std::string& to, std::string_view from) {
  if (!is_ascii(from) && !is_valid_utf8(from)) return append_plain(to, repair_utf8(from));
  std::size_t open = 0;
  for (std::size_t at = 0; at < from.size(); ++at) {
    const char c = from[at];
    if ((c == '_' || c == '^') && from.substr(at + 1, 1) == "{") {
      ++open;
      ++at;
    } else if (c == '}' && open > 0) {
      --open;
    } else {
      to += is_mark(c) ? ' ' : c;
    }
  }
}

bool append_whole_term(std::string& to, std::string_view term) {
  const std::size_t before = to.size();
  to += kWhole;
  for (const char c : fold_case(term)) {
    const char last = to.back();
    if (is_word_byte(c)) {
      to += c;
    } else if (c == '/') {
      if (last == ' ') to.pop_back();
      to += '/';
    } else if (last != kWhole && last != ' ' && last != '/') {
      to += ' ';
    }
  }
  if (to.back() == ' ') to.pop_back();
  if (std::none_of(to.begin() + static_cast<std::ptrdiff_t>(before), to.end(), is_word_byte)) {
    to.resize(before);
    return false;
  }
  to += kWhole;
  return true;
}

fts5_api& fts5_of(Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr);
  if (code == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    code = sqlite3_finalize(statement);
  }
  if (code != SQLITE_OK) database.fail(code);
  assert(api != nullptr);
  return *api;
}

void register_index_tokenizer(Database& database) {
  fts5_api& api = fts5_of(database);
  fts5_tokenizer methods{create, destroy, tokenize_for_fts5};
  const int code = api.xCreateTokenizer(&api, "claimcheck", &api, &methods, nullptr);
  if (code != SQLITE_OK) database.fail(code);
}

std::vector<std::string> index_words(Database& database, std::string_view text) {
  std::string plain;
  append_plain(plain, text);
  return KnownTokenizer(fts5_of(database), "claimcheck", {}).words(plain);
}

}  // namespace claimcheck
