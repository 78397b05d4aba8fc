#pragma once

#include <optional>
#include <string>

#include "library/library.h"
#include "library/pubmed_copy.h"

namespace claimcheck {

/// What a library holds, and how far its copy of PubMed is, as lines for people and as one JSON object.
std::string status_text(const LibraryStatus& status, const std::optional<CopyStatus>& copy);
std::string status_json(const LibraryStatus& status, const std::optional<CopyStatus>& copy);

/// "MeSH 2026", or "MeSH" where the year is not known.
std::string mesh_name(const MeshFile& mesh);
/// "29513 headings, 241359 terms".
std::string mesh_counts(const MeshFile& mesh);

}  // namespace claimcheck
