#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/mesh_descriptor.h"
#include "core/report.h"
#include "library/library.h"
#include "library/recording.h"
#include "library/sealed_parts.h"

namespace claimcheck {

/// Version of the capsule's shape; a program reads its own alone.
inline constexpr int kCapsuleVersion = 2;

/// What a run depended on beside its claims and the answers, and what its report says of itself.
struct CapsuleFacts {
  std::string tool_version;
  int rules_version = 0;
  int report_schema_version = 0;
  std::optional<std::size_t> limit;  ///< --limit, kAllHits for all; unset: as planned
  bool expand = false;               ///< --expand
  bool offline = false;
  std::string evidence_source;
  std::size_t library_citations = 0;
  std::optional<MeshFile> mesh;  ///< the MeSH that claims and abstracts were read with; unset: none
  bool operator==(const CapsuleFacts&) const = default;
};

/// A file that claims were read from; `text` has the bytes of a claims file, and is empty for an article.
struct CapsuleInput {
  InputDocument document;
  std::string text;
  bool operator==(const CapsuleInput&) const = default;
};

/// One run in one file: what went in, every answer of the source of citations, and the report that came out. It holds
/// no key and no path beyond file names.
struct Capsule {
  CapsuleFacts facts;
  std::vector<CapsuleInput> inputs;
  std::vector<Document> articles;  ///< those inputs that are articles, as they were read
  std::vector<Claim> claims;
  std::vector<MeshDescriptor> mesh;  ///< the whole of `facts.mesh`: words of a claim are looked up in all of it
  Recording recording;
  std::string report;  ///< the JSON report, byte for byte
  bool operator==(const Capsule&) const = default;
};

/// The capsule as a file: a JSON document with the parts facts, inputs, articles, claims, mesh, citations, answers and
/// report, sealed (sealed_parts.h); lists hold an item a line. The same capsule gives the same bytes.
std::string write_capsule(const Capsule& capsule, Digest digest);

/// The inverse, after every digest has been checked. Throws Error(input), one line that starts with `name`, names the
/// part and says what to do: what open_sealed_parts refuses, and parts that do not hold what they should.
Capsule read_capsule(std::string_view bytes, std::string_view name, Digest digest);

/// The seal of what write_capsule wrote.
std::string_view seal_of_capsule(std::string_view bytes);

/// True for a file that begins as a capsule does, whatever its version and state.
bool looks_like_capsule(std::string_view bytes);

}  // namespace claimcheck
