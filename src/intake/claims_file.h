#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/claim.h"

namespace claimcheck {

/// The longest claim text, frame override or description, in Unicode code points.
inline constexpr std::size_t kMaxClaimLength = 2000;

/// The longest claim id, section or document name, in Unicode code points.
inline constexpr std::size_t kMaxNameLength = 300;

/// Reads a claims file (schema: claims/README.md): its claims in file order; none when its list is empty. `name` stands
/// for the file in messages. A byte order mark is accepted. Throws Error(input), a message of one line that names the
/// file, the place (`claims[3].text`, counted from 0, or line and column for broken JSON) and the way out, on: not
/// JSON, invalid UTF-8, a field given twice, an unknown or missing field, a wrong type, an unsupported schema_version,
/// an empty or repeated id, an empty or too long text, a line break or other control character in a text, a malformed
/// origin, an unknown frame slot or value, nesting deeper than any claims file has.
std::vector<Claim> parse_claims(std::string_view text, std::string_view name);

}  // namespace claimcheck
