#include "library/posting_sum.h"

#include <algorithm>
#include <new>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "library/index_tokenizer.h"
#include "library/sqlite.h"

namespace claimcheck {
namespace {

/// FTS5 cuts longer terms (FTS5_MAX_TOKEN_SIZE).
constexpr std::size_t kLongestTerm = 32768;

/// The finalizer of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view term) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : term) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

std::uint64_t posting_hash(std::uint64_t term, std::uint64_t pmid, std::uint64_t column, std::uint64_t place) {
  return mix(term + mix((pmid << 28U) ^ (place << 4U) ^ column));
}

/// The postings of one column while they are made.
struct Column {
  std::uint64_t pmid = 0;
  std::uint64_t number = 0;
  std::int64_t words = 0;
  std::uint64_t sum = 0;
  std::size_t postings = 0;
};

/// As FTS5 counts: a token at the place of the one before takes up none.
// NOLINTNEXTLINE(readability-function-size): the parameters are FTS5's
int take_token(void* context, int flags, const char* token, int size, int /*begin*/, int /*end*/) {
  auto& column = *static_cast<Column*>(context);
  if ((flags & FTS5_TOKEN_COLOCATED) == 0 || column.words == 0) ++column.words;
  const std::string_view term(token, std::min(static_cast<std::size_t>(size), kLongestTerm));
  column.sum += posting_hash(hash_of(term), column.pmid, column.number, static_cast<std::uint64_t>(column.words) - 1);
  ++column.postings;
  return SQLITE_OK;
}

}  // namespace

/// The tokenizer of the index.
class PostingSum::Tokenizer {
 public:
  explicit Tokenizer(fts5_api& api) {
    void* context = nullptr;
    int code = api.xFindTokenizer(&api, "claimcheck", &context, &methods_);
    if (code == SQLITE_OK) code = methods_.xCreate(context, nullptr, 0, &instance_);
    if (code != SQLITE_OK) throw std::bad_alloc();  // it exists, so only memory can be wanting
  }
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;
  ~Tokenizer() { methods_.xDelete(instance_); }

  void read(const std::string& text, Column& column) {
    const int code = methods_.xTokenize(instance_, &column, FTS5_TOKENIZE_DOCUMENT, text.data(),
                                        static_cast<int>(text.size()), take_token);
    if (code != SQLITE_OK) throw std::bad_alloc();
  }

 private:
  fts5_tokenizer methods_{};
  Fts5Tokenizer* instance_ = nullptr;
};

PostingSum::PostingSum(Database& database)
    : database_(database), tokenizer_(std::make_unique<Tokenizer>(fts5_of(database))) {}
PostingSum::~PostingSum() = default;

ColumnSizes PostingSum::add(Pmid pmid, const IndexText& text) {
  ColumnSizes sizes{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    Column column{pmid, i, 0, 0, 0};
    tokenizer_->read(text[i], column);
    sizes[i] = column.words;
    sum_ += column.sum;
    postings_ += column.postings;
  }
  return sizes;
}

IndexSum sum_of_index(Database& database, const std::function<void(std::size_t)>& tell) {
  constexpr std::size_t kTellEvery = 1'000'000;
  database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.posting USING fts5vocab(main, citation_index, instance)");
  IndexSum sum;
  {
    Statement postings(database, "SELECT term, doc, col, offset FROM temp.posting");
    std::string last_term;
    std::uint64_t term = hash_of(last_term);
    while (postings.step()) {
      if (postings.text(0) != last_term) {
        last_term = postings.text(0);
        term = hash_of(last_term);
      }
      const auto* const column = std::find(kIndexColumns.begin(), kIndexColumns.end(), postings.text(2));
      sum.value += posting_hash(term, static_cast<std::uint64_t>(postings.integer(1)),
                                static_cast<std::uint64_t>(column - kIndexColumns.begin()),
                                static_cast<std::uint64_t>(postings.integer(3)));
      if (++sum.postings % kTellEvery == 0) tell(sum.postings);
    }
  }
  database.run("DROP TABLE temp.posting");
  return sum;
}

}  // namespace claimcheck
