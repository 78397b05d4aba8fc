#pragma once

#include <functional>
#include <string_view>

#include "core/mesh_descriptor.h"
#include "pubmed/byte_reader.h"

namespace claimcheck {

/// What a MeSH file is, beside its descriptors.
struct MeshFileInfo {
  int year = 0;                 ///< of the DOCTYPE (nlmdescriptorrecordset_20260101.dtd); 0 where there is none
  std::size_t descriptors = 0;  ///< handed over
};

/// Reads the descriptors of MeSH as NLM publishes them (https://www.nlm.nih.gov/databases/download/mesh.html): the XML
/// file (desc2026.xml) or the ASCII file (d2026.bin), told apart by the first bytes; record by record, so memory is
/// bounded by the largest record (at most 4 MiB). `name` stands for the stream in messages. UTF-8; bytes that are none
/// become U+FFFD.
///
/// Throws Error(input) on anything else (the qualifier, supplementary and pharmacological action files of MeSH and
/// PubMed XML by name, with the file to get), on a record without a name or UI or that cannot be parsed, on a file that
/// stops before its end, and on one without descriptors. What came before was handed over by then: the caller rolls
/// back.
MeshFileInfo read_mesh_descriptors(const ByteReader& bytes, std::string_view name,
                                   const std::function<void(MeshDescriptor&&)>& take);

}  // namespace claimcheck
