#include <cassert>
#include <utility>

#include "library/library.h"
#include "library/library_state.h"
#include "library/mesh_store.h"
#include "library/schema.h"

namespace claimcheck {

struct Library::MeshImport::State {
  State(const std::filesystem::path& path, std::chrono::milliseconds patience)
      : database(open_library_writer(path, patience)), transaction(database), writer(database) {}

  Database database;
  Transaction transaction;
  MeshWriter writer;
};

Library::MeshImport::MeshImport(std::unique_ptr<State> state) : state_(std::move(state)) {}
Library::MeshImport::MeshImport(MeshImport&&) noexcept = default;
Library::MeshImport::~MeshImport() = default;

Library::MeshImport Library::begin_mesh_import() {
  return MeshImport(std::make_unique<MeshImport::State>(state_->database.path(), state_->patience));
}

void Library::MeshImport::add(const MeshDescriptor& descriptor) {
  assert(state_);
  state_->writer.add(descriptor);
}

MeshFile Library::MeshImport::commit(MeshFile file) {
  assert(state_);
  const std::unique_ptr<State> state = std::exchange(state_, nullptr);
  MeshFile stored = state->writer.finish(std::move(file));
  state->transaction.commit();
  return stored;
}

}  // namespace claimcheck
