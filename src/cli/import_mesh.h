#pragma once

#include <string>

#include "cli/import_file.h"
#include "library/library.h"

namespace claimcheck {

/// What became of a MeSH file.
struct ImportedMesh {
  MeshFile file;
  bool already_imported = false;     ///< the library's MeSH is of the same bytes, once unpacked: nothing was done
  std::optional<MeshFile> replaced;  ///< what the library held before
};

/// Imports a MeSH descriptor file, XML or ASCII, plain or gzip ("-": standard input), as one transaction in the place
/// of the MeSH that the library holds. The year is that of the file's name (desc2026.xml, d2026.bin), else that of its
/// DOCTYPE. `on_progress` is told of every thousandth descriptor. Throws Error(input) as read_mesh_descriptors, with
/// the library as it was before.
ImportedMesh import_mesh(Library& library, const std::string& path, const ProgressFunction& on_progress);

}  // namespace claimcheck
