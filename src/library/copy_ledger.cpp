#include "library/copy_ledger.h"

#include <utility>

namespace claimcheck {
namespace {

constexpr std::int64_t kFilesInAYear = 1'000'000;

}  // namespace

std::int64_t file_number(PubmedFileId id) {
  return id.year * kFilesInAYear + id.number;
}

PubmedFileId file_of(std::int64_t number) {
  return {static_cast<int>(number / kFilesInAYear), static_cast<int>(number % kFilesInAYear)};
}

CopyLedger::CopyLedger(Database& database, CopiedFile file)
    : database_(database),
      file_(std::move(file)),
      number_(file_number(file_.id)),
      note_(database,
            "INSERT INTO copied_citation(pmid, file, deleted) VALUES(?, ?, ?) ON CONFLICT(pmid) DO UPDATE "
            "SET file = excluded.file, deleted = excluded.deleted WHERE file <= excluded.file RETURNING 1") {}

bool CopyLedger::note(Pmid pmid, bool deleted) {
  if (deleted && file_.kind == PubmedFileKind::unknown) file_.kind = PubmedFileKind::update;
  const bool counts = note_.bind(pmid, number_, deleted).step();
  note_.reset();
  return counts;
}

void CopyLedger::finish(std::string_view date, std::size_t bad, bool changed) {
  Statement(database_,
            "INSERT OR REPLACE INTO pubmed_file(file, kind, md5, sha256, date, bad) VALUES(?, ?, ?, ?, ?, ?)")
      .run(number_, to_string(file_.kind), std::string_view(file_.md5), std::string_view(file_.sha256), date, bad);
  if (changed) drop_kept_answers(database_);
}

void drop_kept_answers(Database& database) {
  database.run("DELETE FROM kept_answer");
}

}  // namespace claimcheck
