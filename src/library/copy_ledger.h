#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "library/pubmed_copy.h"
#include "library/sqlite.h"

namespace claimcheck {

/// The number under which a file stands in the tables of the copy; later files have higher ones.
std::int64_t file_number(PubmedFileId id);
PubmedFileId file_of(std::int64_t number);

/// Keeps, inside the transaction of one file, which file spoke last of each citation.
class CopyLedger {
 public:
  CopyLedger(Database& database, CopiedFile file);

  /// Notes that the file has the citation, or deletes it. False when a later file spoke of it: what this one says is
  /// void.
  bool note(Pmid pmid, bool deleted);

  /// Records the file.
  void finish(std::string_view date, std::size_t bad, bool changed);

 private:
  Database& database_;
  CopiedFile file_;
  std::int64_t number_;
  Statement note_;
};

/// Drops the kept answers of other sources.
void drop_kept_answers(Database& database);

}  // namespace claimcheck
