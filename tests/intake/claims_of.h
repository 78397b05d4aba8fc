#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"

namespace claimcheck {

/// The claims of a Markdown article; their properties hold, else a failure of the test: each passage is the document's
/// text at its span and lies in its block, no text is empty or has a line break, ids are in order, and a second run
/// gives the same.
std::vector<Claim> extract_checked(std::string_view markdown);

/// Their texts.
std::vector<std::string> claims_of(std::string_view markdown);

}  // namespace claimcheck
