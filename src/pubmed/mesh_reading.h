#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/mesh_descriptor.h"
#include "pubmed/byte_window.h"
#include "pubmed/mesh_descriptors.h"

namespace claimcheck {

/// Takes the descriptors of one file as its reader finds them, checks them and hands them over.
class MeshReading {
 public:
  MeshReading(std::string_view name, const std::function<void(MeshDescriptor&&)>& take) : name_(name), take_(take) {}

  /// Drops empty and repeated names. Throws Error(input) when the name is missing or the UI is none.
  void take(MeshDescriptor descriptor);

  [[nodiscard]] std::size_t count() const { return count_; }

  /// Throw Error(input) naming the file; `problem` follows its name.
  [[noreturn]] void fail(std::string_view problem) const;
  [[noreturn]] void fail_record(std::string_view problem) const;  ///< the record after the last one taken
  [[noreturn]] void fail_cut_short() const;

 private:
  std::string_view name_;
  const std::function<void(MeshDescriptor&&)>& take_;
  std::size_t count_ = 0;
};

/// Where to get the right file, as the end of a sentence.
inline constexpr std::string_view kMeshWayOut =
    "get the descriptors, desc20NN.xml or d20NN.bin, from https://www.nlm.nih.gov/databases/download/mesh.html";

/// Reads a window that begins with `<`. See read_mesh_descriptors.
MeshFileInfo read_mesh_xml(ByteWindow& window, MeshReading& reading);

/// Reads a window that begins with `*NEWRECORD`.
MeshFileInfo read_mesh_ascii(ByteWindow& window, MeshReading& reading);

}  // namespace claimcheck
