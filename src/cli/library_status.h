#pragma once

#include <optional>
#include <string>

#include "library/library.h"
#include "library/pubmed_copy.h"

namespace claimcheck {

/// What a library holds, and how far its copy of PubMed is, as lines for people and as one JSON object.
std::string status_text(const LibraryStatus& status, const std::optional<CopyStatus>& copy);
std::string status_json(const LibraryStatus& status, const std::optional<CopyStatus>& copy);

}  // namespace claimcheck
