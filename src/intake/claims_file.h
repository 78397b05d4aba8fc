#pragma once

#include <string_view>
#include <vector>

#include "core/claim.h"

namespace claimcheck {

/// Reads a claims file (schema: claims/README.md). `name` stands for the file in messages.
/// Throws Error(input) that names the file, the place (`claims[3].text`, or line and column for broken JSON) and the
/// way out on: not JSON, a wrong type, an unknown or missing field, an unsupported schema_version, an empty or repeated
/// id, an empty text, a text over 2,000 characters, an unknown frame slot or value, invalid UTF-8.
std::vector<Claim> parse_claims(std::string_view json, std::string_view name);

}  // namespace claimcheck
