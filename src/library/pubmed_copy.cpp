#include "library/pubmed_copy.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "library/citation_store.h"
#include "library/copy_ledger.h"
#include "library/import_state.h"
#include "library/library_state.h"
#include "library/schema.h"

namespace claimcheck {

std::vector<CopiedFile> PubmedCopy::files() const {
  std::vector<CopiedFile> files;
  Statement rows(library_.state_->database, "SELECT file, kind, md5, sha256, date, bad FROM pubmed_file ORDER BY file");
  while (rows.step()) {
    CopiedFile file;
    file.id = file_of(rows.integer(0));
    file.kind = parse_enum<PubmedFileKind>(rows.text(1)).value_or(PubmedFileKind::unknown);
    file.md5 = rows.text(2);
    file.sha256 = rows.text(3);
    file.date = rows.text(4);
    file.bad = static_cast<std::size_t>(rows.integer(5));
    files.push_back(std::move(file));
  }
  return files;
}

std::optional<CopyStatus> PubmedCopy::status() const {
  const std::vector<CopiedFile> all = files();
  if (all.empty()) return std::nullopt;
  CopyStatus status;
  status.year = all.back().id.year;
  status.last_number = all.back().id.number;
  for (const CopiedFile& file : all) {
    status.last_date = std::max(status.last_date, file.date);
    if (file.id.year != status.year) {
      status.replaced_year = file.id.year;
      continue;
    }
    ++status.files;
    status.bad += file.bad;
    if (file.md5.empty()) status.to_apply_again.push_back(file.id);
    if (file.kind == PubmedFileKind::update && status.first_update == 0) status.first_update = file.id.number;
  }
  return status;
}

Library::Import PubmedCopy::begin(const CopiedFile& file) {
  const Library::State& library = *library_.state_;
  auto state = std::make_unique<Library::Import::State>(library.database.path(), library.patience);
  state->ledger.emplace(state->database, file);
  return Library::Import(std::move(state));
}

bool PubmedCopy::remove_leftovers(Pmid& last, std::size_t limit, std::size_t& removed) {
  const std::optional<CopyStatus> now = status();
  if (!now || now->replaced_year == 0) return false;
  const std::int64_t newest = file_number({now->year, 0});
  Database database = open_library_writer(library_.state_->database.path(), library_.state_->patience);
  Transaction transaction(database);
  CitationStore store(database);
  std::vector<Pmid> pmids;
  {
    Statement old(database, "SELECT pmid FROM copied_citation WHERE pmid > ? AND file < ? ORDER BY pmid LIMIT ?");
    old.bind(last, newest, limit);
    while (old.step()) pmids.push_back(static_cast<Pmid>(old.integer(0)));
  }
  Statement forget(database, "DELETE FROM copied_citation WHERE pmid = ?");
  for (const Pmid pmid : pmids) {
    store.remove(pmid);
    forget.run(pmid);
    last = pmid;
  }
  const bool more = pmids.size() == limit;
  if (!more) Statement(database, "DELETE FROM pubmed_file WHERE file < ?").run(newest);
  if (!pmids.empty()) drop_kept_answers(database);
  store.finish(now->last_date);
  transaction.commit();
  removed += store.result().deleted;
  return more;
}

}  // namespace claimcheck
