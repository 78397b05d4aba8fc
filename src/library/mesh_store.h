#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/mesh_descriptor.h"
#include "library/library.h"
#include "library/sqlite.h"

namespace claimcheck {

/// A heading or entry term with case and punctuation folded as the search index folds it; empty when no letter or digit
/// is left.
std::string fold_mesh_name(std::string_view name);

/// Puts the headings of one MeSH file in the place of those that a library file holds. For use inside one Transaction.
class MeshWriter {
 public:
  /// Takes out what is there.
  explicit MeshWriter(Database& database);
  void add(const MeshDescriptor& descriptor);
  /// Records the file, with the counts of what was added.
  MeshFile finish(MeshFile file);

 private:
  void add_name(Statement& statement, std::string_view name);

  Statement descriptor_;
  Statement heading_;
  Statement entry_term_;
  Statement tree_;
  Statement file_;
  std::int64_t id_ = 0;
  std::size_t terms_ = 0;
};

/// Looks headings up in a library's MeSH.
class MeshLookup {
 public:
  explicit MeshLookup(Database& database);

  /// False when the library holds no MeSH: nothing is found then.
  [[nodiscard]] bool has_mesh() const { return has_mesh_; }

  /// The heading that `name` is or is an entry term of, then every heading below it in the trees, in the order of the
  /// file; empty when MeSH has no such name.
  std::vector<std::string> at_and_below(std::string_view name);

 private:
  bool has_mesh_;
  Statement named_;
  Statement heading_;
  Statement below_;
};

}  // namespace claimcheck
