#pragma once

#include <string>

#include "library/library.h"

namespace claimcheck {

/// What a library holds, as lines for people and as one JSON object.
std::string status_text(const LibraryStatus& status);
std::string status_json(const LibraryStatus& status);

/// "MeSH 2026", or "MeSH" where the year is not known.
std::string mesh_name(const MeshFile& mesh);
/// "29513 headings, 241359 terms".
std::string mesh_counts(const MeshFile& mesh);

}  // namespace claimcheck
