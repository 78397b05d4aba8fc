#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/citation.h"
#include "library/index_text.h"

namespace claimcheck {

class Database;

/// Words in each column of a citation, or of all.
using ColumnSizes = std::array<std::int64_t, kIndexColumns.size()>;

/// A sum over the postings of the search index (term, citation, column, place) that does not depend on their order, so
/// that what the index holds can be compared with what it should hold without sorting either: 64-bit hashes added up,
/// as in a multiset hash (Clarke et al., ASIACRYPT 2003). Finds damage; withstands no one who wants to deceive.
class PostingSum {
 public:
  explicit PostingSum(Database& database);
  PostingSum(const PostingSum&) = delete;
  PostingSum& operator=(const PostingSum&) = delete;
  ~PostingSum();

  /// Adds the postings that the tokenizer makes of a citation's text; returns the words in each column.
  ColumnSizes add(Pmid pmid, const IndexText& text);

  [[nodiscard]] std::uint64_t value() const { return sum_; }
  [[nodiscard]] std::size_t postings() const { return postings_; }

 private:
  class Tokenizer;
  Database& database_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::uint64_t sum_ = 0;
  std::size_t postings_ = 0;
};

struct IndexSum {
  std::uint64_t value = 0;
  std::size_t postings = 0;
};

/// The sum of what the index holds, read posting by posting. `tell`: how many were read.
IndexSum sum_of_index(Database& database, const std::function<void(std::size_t)>& tell);

}  // namespace claimcheck
