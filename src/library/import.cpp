#include <cassert>
#include <utility>

#include "library/import_state.h"
#include "library/library.h"
#include "library/library_state.h"

namespace claimcheck {

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
  if (state_->ledger && citation.pmid != 0 && !state_->ledger->note(citation.pmid, false)) {
    ++state_->overtaken;
    return;
  }
  state_->store.put(std::move(citation));
}

void Library::Import::remove(Pmid pmid) {
  assert(state_);
  if (!state_->ledger) {
    state_->forget_copied.run(pmid);
  } else if (!state_->ledger->note(pmid, true)) {
    return;
  }
  state_->store.remove(pmid);
}

ImportResult Library::Import::commit(std::string_view sha256, std::string_view name, std::string_view date,
                                     std::size_t bad) {
  assert(state_);
  const std::unique_ptr<State> state = std::exchange(state_, nullptr);
  Statement file(state->database,
                 "INSERT OR IGNORE INTO imported_file(sha256, name, date) VALUES(?, ?, ?) RETURNING 1");
  const bool is_new = file.bind(sha256, name, date).step();
  file.reset();
  if (!is_new && !state->ledger) {
    ImportResult result;
    result.already_imported = true;
    return result;
  }
  state->store.finish(date);
  ImportResult result = state->store.result();
  result.unchanged += state->overtaken;
  if (state->ledger) state->ledger->finish(date, bad, result.added + result.replaced + result.deleted > 0);
  state->transaction.commit();
  return result;
}

}  // namespace claimcheck
