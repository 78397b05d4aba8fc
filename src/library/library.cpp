#include "library/library.h"

#include <system_error>
#include <utility>

#include "library/citation_store.h"
#include "library/library_state.h"
#include "library/schema.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

std::optional<Citation> find_citation(Statement& statement, Pmid pmid, const fs::path& path) {
  if (!statement.bind(pmid).step()) return std::nullopt;
  return read_stored(statement.text(0), path, pmid);
}

constexpr std::string_view kSelectCitation = "SELECT json FROM citation WHERE pmid = ?";

std::uintmax_t size_on_disk(const fs::path& path) {
  std::uintmax_t bytes = 0;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code code;
    const std::uintmax_t size = fs::file_size(path.string() + suffix, code);
    if (!code) bytes += size;
  }
  return bytes;
}

}  // namespace

Library::Library(std::unique_ptr<State> state) : state_(std::move(state)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Library Library::open(const fs::path& path, bool create, std::chrono::milliseconds patience) {
  return Library(std::make_unique<State>(State{open_library_file(path, create, patience), patience}));
}

bool Library::has_file(std::string_view sha256) const {
  return state_->database.prepare("SELECT 1 FROM imported_file WHERE sha256 = ?").bind(sha256).step();
}

std::optional<Citation> Library::find(Pmid pmid) const {
  Statement statement(state_->database, kSelectCitation);
  return find_citation(statement, pmid, state_->database.path());
}

std::vector<Citation> Library::find(std::span<const Pmid> pmids) const {
  std::vector<Citation> found;
  Statement statement(state_->database, kSelectCitation);
  for (const Pmid pmid : pmids) {
    if (auto citation = find_citation(statement, pmid, state_->database.path())) found.push_back(std::move(*citation));
  }
  return found;
}

LibraryStatus Library::status() const {
  Database& database = state_->database;
  LibraryStatus status;
  status.path = database.path().string();
  status.schema_version = static_cast<int>(database.read_integer("PRAGMA user_version"));
  Statement counts(database, "SELECT citations, with_abstract, digests, retracted, last_change FROM library");
  if (counts.step()) {
    status.citations = static_cast<std::size_t>(counts.integer(0));
    status.with_abstract = static_cast<std::size_t>(counts.integer(1));
    status.digests = static_cast<std::size_t>(counts.integer(2));
    status.retracted = static_cast<std::size_t>(counts.integer(3));
    status.last_change = counts.text(4);
  }
  status.files = static_cast<std::size_t>(database.read_integer("SELECT count(*) FROM imported_file"));
  status.bytes = size_on_disk(database.path());
  status.mesh = mesh_file();
  return status;
}

ImportResult Library::keep_citations(std::span<const Citation> citations, std::string_view date) {
  Transaction transaction(state_->database);
  CitationStore store(state_->database);
  for (const Citation& citation : citations) store.put(prepare_citation(citation));
  store.finish(date);
  Statement asked(state_->database, "INSERT OR REPLACE INTO asked_citation(pmid, date) VALUES(?, ?)");
  for (const Citation& citation : citations) asked.run(citation.pmid, date);
  transaction.commit();
  return store.result();
}

std::string Library::date_asked(Pmid pmid) const {
  Statement statement(state_->database, "SELECT date FROM asked_citation WHERE pmid = ?");
  return statement.bind(pmid).step() ? std::string(statement.text(0)) : std::string();
}

ImportResult Library::remove_citations(std::span<const Pmid> pmids, std::string_view date) {
  Transaction transaction(state_->database);
  CitationStore store(state_->database);
  Statement forget_copied(state_->database, "UPDATE copied_citation SET deleted = 1 WHERE pmid = ?");
  for (const Pmid pmid : pmids) {
    store.remove(pmid);
    forget_copied.run(pmid);
  }
  store.finish(date);
  transaction.commit();
  return store.result();
}

void Library::keep_answer(std::string_view key, std::string_view date, std::string_view json) {
  state_->database.prepare("INSERT OR REPLACE INTO kept_answer(key, date, json) VALUES(?, ?, ?)").run(key, date, json);
}

std::optional<Library::KeptAnswer> Library::kept_answer(std::string_view key) const {
  Statement statement(state_->database, "SELECT date, json FROM kept_answer WHERE key = ?");
  if (!statement.bind(key).step()) return std::nullopt;
  return KeptAnswer{std::string(statement.text(0)), std::string(statement.text(1))};
}

}  // namespace claimcheck
