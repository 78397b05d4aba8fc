#pragma once

#include <string>
#include <string_view>

#include "core/citation.h"

namespace claimcheck {

/// A citation as JSON: field names equal the C++ names, empty fields left out, deterministic order. What
/// `claimcheck library show --json` prints and what the library stores.
std::string citation_to_json(const Citation& citation);

/// The inverse. Unknown fields are an error, missing ones take their defaults. Throws Error(input).
Citation citation_from_json(std::string_view json);

}  // namespace claimcheck
