#include <string>

#include <fmt/format.h>

#include "library/citation_store.h"
#include "library/index_text.h"
#include "library/library_check.h"
#include "library/library_state.h"

namespace claimcheck {
namespace {

/// Takes citations out that cannot be read, and lets the files that are wanting be read again.
void take_out(Database& database, std::span<const Pmid> unreadable) {
  Statement remove(database, "DELETE FROM citation WHERE pmid = ?");
  for (const Pmid pmid : unreadable) remove.run(pmid);
  database.run("DELETE FROM citation_doi WHERE pmid NOT IN (SELECT pmid FROM citation)");
  database.run(
      "UPDATE pubmed_file SET md5 = '' WHERE file IN (SELECT file FROM copied_citation LEFT JOIN citation USING(pmid) "
      "WHERE deleted = 0 AND citation.pmid IS NULL)");
  if (unreadable.empty()) return;
  database.run("DELETE FROM imported_file WHERE sha256 NOT IN (SELECT sha256 FROM pubmed_file)");
}

/// The statement that puts a citation into the index.
std::string insertion() {
  std::string marks;
  for (std::size_t i = 0; i < kIndexColumns.size(); ++i) marks += ", ?";
  return fmt::format("INSERT INTO citation_index(rowid, {}) VALUES(?{})",
                     fmt::join(kIndexColumns.begin(), kIndexColumns.end(), ", "), marks);
}

}  // namespace

void rebuild_index(Library& library, std::span<const Pmid> unreadable, const std::function<void(std::size_t)>& tell) {
  constexpr std::int64_t kTellEvery = 1000;
  Database& database = library.state_->database;
  Transaction transaction(database);
  take_out(database, unreadable);
  database.run("INSERT INTO citation_index(citation_index) VALUES('delete-all')");
  LibraryCounts counts;
  {
    Statement rows(database, "SELECT pmid, json FROM citation ORDER BY pmid");
    Statement insert(database, insertion());
    while (rows.step()) {
      const auto pmid = static_cast<Pmid>(rows.integer(0));
      const Citation citation = read_stored(rows.text(1), database.path(), pmid);
      std::apply([&](const auto&... columns) { insert.run(pmid, columns...); }, index_text(citation));
      counts.add(counts_of(citation), 1);
      if (counts.citations % kTellEvery == 0) tell(static_cast<std::size_t>(counts.citations));
    }
    Statement(database, "UPDATE library SET citations = ?, with_abstract = ?, digests = ?, retracted = ?")
        .run(counts.citations, counts.with_abstract, counts.digests, counts.retracted);
  }
  transaction.commit();
}

}  // namespace claimcheck
