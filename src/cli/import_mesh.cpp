#include "cli/import_mesh.h"

#include <filesystem>
#include <regex>
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
  static const std::regex pattern("^d(?:esc)?((?:19|20)[0-9]{2})(?![0-9])");
  const std::string name = std::filesystem::path(path).filename().string();
  std::smatch match;
  return std::regex_search(name, match, pattern) ? std::stoi(match[1].str()) : 0;
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
