#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace claimcheck {

class Database;

/// A phrase of a search expression.
struct RankedPhrase {
  std::string written;       ///< with its columns: the same text asks for the same postings
  unsigned char weight = 0;  ///< how often it counts for the ranking; 0: not at all
  bool operator==(const RankedPhrase&) const = default;
};

/// How many citations have a phrase, remembered from one search to the next: the claims of a run ask for the same
/// drugs and outcomes again and again, and FTS5 reads the whole posting list of a phrase to count them.
class PhraseCounts {
 public:
  /// Forgets everything if the library changed since the last call. To be called in the same snapshot as the search.
  void follow(Database& database);

  [[nodiscard]] std::optional<std::int64_t> find(const std::string& written) const;
  void keep(const std::string& written, std::int64_t citations);

 private:
  /// Some 10 MB.
  static constexpr std::size_t kMostPhrases = 100'000;

  std::int64_t data_version_ = 0;   ///< changes with what other connections commit
  std::int64_t total_changes_ = 0;  ///< changes with what this one writes
  std::unordered_map<std::string, std::int64_t> counts_;
};

}  // namespace claimcheck
