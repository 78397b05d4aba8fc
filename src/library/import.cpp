#include <cassert>
#include <utility>

#include "library/citation_store.h"
#include "library/library.h"
#include "library/library_state.h"
#include "library/schema.h"

namespace claimcheck {

/// An import has a connection of its own, so that the library goes on answering from before it.
struct Library::Import::State {
  State(const std::filesystem::path& path, std::chrono::milliseconds patience)
      : database(open_library_writer(path, patience)), transaction(database), store(database) {}

  Database database;
  Transaction transaction;
  CitationStore store;
};

Library::Import::Import(std::unique_ptr<State> state) : state_(std::move(state)) {}
Library::Import::Import(Import&&) noexcept = default;
Library::Import::~Import() = default;

Library::Import Library::begin_import() {
  return Import(std::make_unique<Import::State>(state_->database.path(), state_->patience));
}

void Library::Import::add(const Citation& citation) {
  add(prepare_citation(citation));
}

void Library::Import::add(PreparedCitation citation) {
  assert(state_);
  state_->store.put(std::move(citation));
}

void Library::Import::remove(Pmid pmid) {
  assert(state_);
  state_->store.remove(pmid);
}

ImportResult Library::Import::commit(std::string_view sha256, std::string_view name, std::string_view date) {
  assert(state_);
  const std::unique_ptr<State> state = std::exchange(state_, nullptr);
  Statement file(state->database,
                 "INSERT OR IGNORE INTO imported_file(sha256, name, date) VALUES(?, ?, ?) RETURNING 1");
  if (!file.bind(sha256, name, date).step()) {
    ImportResult result;
    result.already_imported = true;
    return result;
  }
  file.reset();
  state->store.finish(date);
  state->transaction.commit();
  return state->store.result();
}

}  // namespace claimcheck
