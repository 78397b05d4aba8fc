#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "library/citation_store.h"
#include "library/copy_ledger.h"
#include "library/library.h"
#include "library/schema.h"
#include "library/sqlite.h"

namespace claimcheck {

/// An import has a connection of its own, so that the library goes on answering from before it.
struct Library::Import::State {
  State(const std::filesystem::path& path, std::chrono::milliseconds patience)
      : database(open_library_writer(path, patience)),
        transaction(database),
        store(database),
        forget_copied(database, "UPDATE copied_citation SET deleted = 1 WHERE pmid = ?") {}

  Database database;
  Transaction transaction;
  CitationStore store;
  Statement forget_copied;           ///< for a deletion by an import by hand
  std::optional<CopyLedger> ledger;  ///< of a file of the local copy
  std::size_t overtaken = 0;         ///< citations of which a later file spoke
};

}  // namespace claimcheck
