#include "library/citation_store.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "library/citation_json.h"

namespace claimcheck {
namespace {

/// How much memory waiting citations may take. They are written in the order of PMIDs: FTS5 ends a segment of its index
/// whenever a row comes out of order, which would be slow for a file that is in none.
constexpr std::size_t kPendingBytes = std::size_t{8} << 20U;

/// Runs an insertion into the index or a deletion from it, which both name the same columns.
void run_on_index(Statement& statement, const PreparedCitation& citation) {
  std::apply([&](const auto&... columns) { statement.run(citation.pmid, columns...); }, citation.index);
}

}  // namespace

Citation read_stored(std::string_view json, const std::filesystem::path& library, Pmid pmid) {
  const std::string name = fmt::format("the library {} is damaged: citation {}", library.string(), pmid);
  return citation_from_json(json, name, ErrorKind::storage);
}

CitationStore::CitationStore(Database& database)
    : database_(database),
      select_(database, "SELECT json FROM citation WHERE pmid = ?"),
      insert_(database, "INSERT OR REPLACE INTO citation(pmid, json) VALUES(?, ?)"),
      delete_(database, "DELETE FROM citation WHERE pmid = ?"),
      index_insert_(database,
                    "INSERT INTO citation_index(rowid, title, abstract, other_abstract, keywords, mesh, qualifiers, "
                    "publication_types, substances) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      index_delete_(
          database,
          "INSERT INTO citation_index(citation_index, rowid, title, abstract, other_abstract, keywords, mesh, "
          "qualifiers, publication_types, substances) VALUES('delete', ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      doi_insert_(database, "INSERT INTO citation_doi(doi, pmid) VALUES(?, ?)"),
      doi_delete_(database, "DELETE FROM citation_doi WHERE doi = ? AND pmid = ?") {}

void CitationStore::put(PreparedCitation citation) {
  if (citation.pmid == 0) throw Error(ErrorKind::input, "a citation without PMID cannot be kept");
  const std::size_t bytes = citation.bytes();
  add_pending({citation.pmid, std::move(citation)}, bytes);
}

void CitationStore::remove(Pmid pmid) {
  add_pending({pmid, std::nullopt}, sizeof(Pending));
}

void CitationStore::add_pending(Pending pending, std::size_t bytes) {
  pending_.push_back(std::move(pending));
  pending_bytes_ += bytes;
  if (pending_bytes_ > kPendingBytes) write_pending();
}

void CitationStore::write_pending() {
  std::stable_sort(pending_.begin(), pending_.end(),
                   [](const Pending& a, const Pending& b) { return a.pmid < b.pmid; });
  for (const Pending& pending : pending_) write(pending);
  pending_.clear();
  pending_bytes_ = 0;
}

std::optional<PreparedCitation> CitationStore::find(Pmid pmid) {
  select_.bind(pmid);
  std::optional<PreparedCitation> stored;
  if (select_.step()) stored = prepare_citation(read_stored(select_.text(0), database_.path(), pmid));
  select_.reset();
  return stored;
}

void CitationStore::write(const Pending& pending) {
  const std::optional<PreparedCitation> stored = find(pending.pmid);
  const auto is_superseded = [&stored](const PreparedCitation& offered) {
    return stored && (stored->json == offered.json || offered.rank < stored->rank);
  };
  if (pending.citation && is_superseded(*pending.citation)) {
    ++result_.unchanged;
    return;
  }
  if (stored) {
    run_on_index(index_delete_, *stored);
    doi_delete_.run(stored->doi, stored->pmid);
    counts_.add(stored->counts, -1);
  }
  if (!pending.citation) {
    delete_.run(pending.pmid);
    if (stored) ++result_.deleted;
    return;
  }
  const PreparedCitation& citation = *pending.citation;
  insert_.run(citation.pmid, citation.json);
  run_on_index(index_insert_, citation);
  if (!citation.doi.empty()) doi_insert_.run(citation.doi, citation.pmid);
  counts_.add(citation.counts, 1);
  ++(stored ? result_.replaced : result_.added);
}

void CitationStore::finish(std::string_view date) {
  write_pending();
  Statement(database_,
            "UPDATE library SET citations = citations + ?, with_abstract = with_abstract + ?, digests = digests + ?, "
            "retracted = retracted + ?, last_change = max(last_change, ?)")
      .run(counts_.citations, counts_.with_abstract, counts_.digests, counts_.retracted, date);
  counts_ = {};
}

}  // namespace claimcheck
