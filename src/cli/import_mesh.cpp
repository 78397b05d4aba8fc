#include "cli/import_mesh.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "intake/sha256.h"
#include "pubmed/byte_reader.h"
#include "pubmed/http.h"
#include "pubmed/mesh_descriptors.h"

namespace claimcheck {
namespace {

constexpr std::size_t kToldEvery = 1000;

/// The year in "desc2026.xml.gz" or "d2026.bin"; 0 when there is none.
int year_of_name(const std::string& path) {
  std::string name = std::filesystem::path(path).filename().string();
  name.erase(0, name.starts_with("desc") ? 4 : name.starts_with("d") ? 1 : name.size());
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  if (digits != 4 || !(name.starts_with("19") || name.starts_with("20"))) return 0;
  return std::stoi(name.substr(0, digits));
}

}  // namespace

ImportedMesh import_mesh(Library& library, const std::string& path, const ProgressFunction& on_progress) {
  Sha256 hash;
  const ByteReader bytes = [read = open_bytes(path), &hash](char* buffer, std::size_t size) {
    const std::size_t got = read(buffer, size);
    hash.update({buffer, got});
    return got;
  };
  const std::string name = path == "-" ? "standard input" : path;
  ImportedMesh imported;
  imported.replaced = library.mesh_file();
  Library::MeshImport import = library.begin_mesh_import();
  std::size_t descriptors = 0;
  const MeshFileInfo info = read_mesh_descriptors(bytes, name, [&](MeshDescriptor&& descriptor) {
    import.add(descriptor);
    if (++descriptors % kToldEvery == 0) on_progress(descriptors);
  });
  MeshFile file;
  file.sha256 = hash.hex();
  if (imported.replaced && imported.replaced->sha256 == file.sha256) {
    imported.already_imported = true;
    imported.file = *imported.replaced;
    return imported;
  }
  file.name = path == "-" ? name : std::filesystem::path(path).filename().string();
  file.year = year_of_name(path);
  if (file.year == 0) file.year = info.year;
  file.date = system_clock().today();
  imported.file = import.commit(std::move(file));
  return imported;
}

}  // namespace claimcheck
