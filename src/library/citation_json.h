#pragma once

#include <string>
#include <string_view>

#include "core/citation.h"
#include "core/error.h"

namespace claimcheck {

/// A citation as JSON: field names equal the C++ names in their order, fields with their default value left out, no
/// white space. What `claimcheck library show --json` prints and what the library stores. Ill-formed UTF-8 is written
/// as U+FFFD; every other citation comes back equal from citation_from_json.
std::string citation_to_json(const Citation& citation);

/// The inverse. Missing fields take their defaults. Throws Error(kind) that starts with `name` and names the field:
/// not JSON, an unknown field, a wrong type, a number out of range, an unknown enum value.
Citation citation_from_json(std::string_view text, std::string_view name = "citation",
                            ErrorKind kind = ErrorKind::input);

}  // namespace claimcheck
