#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "library/library.h"
#include "library/prepared_citation.h"
#include "library/sqlite.h"

namespace claimcheck {

/// A stored record. Throws Error(storage) naming the library and the PMID when it cannot be read.
Citation read_stored(std::string_view json, const std::filesystem::path& library, Pmid pmid);

/// Puts citations into an open library file and takes them out again: the row, the search index, its DOI and the
/// counts, always all of them. For use inside one Transaction; finish() before it is committed.
class CitationStore {
 public:
  explicit CitationStore(Database& database);

  void put(PreparedCitation citation);
  void remove(Pmid pmid);

  /// Writes what is waiting, the counts, and `date` as that of the last change unless a later one stands there.
  void finish(std::string_view date);
  /// What was done so far to citations that no longer wait.
  [[nodiscard]] const ImportResult& result() const { return result_; }

 private:
  struct Pending {
    Pmid pmid = 0;
    std::optional<PreparedCitation> citation;  ///< nullopt: to be removed
  };

  void add_pending(Pending pending, std::size_t bytes);
  void write_pending();
  void write(const Pending& pending);
  /// The stored record as it was written.
  std::optional<PreparedCitation> find(Pmid pmid);

  Database& database_;
  Statement select_;
  Statement insert_;
  Statement delete_;
  Statement index_insert_;
  Statement index_delete_;
  Statement doi_insert_;
  Statement doi_delete_;
  std::vector<Pending> pending_;
  std::size_t pending_bytes_ = 0;
  LibraryCounts counts_;
  ImportResult result_;
};

}  // namespace claimcheck
