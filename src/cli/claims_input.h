#pragma once

#include <string>
#include <vector>

#include "core/claim.h"
#include "core/report.h"

namespace claimcheck {

/// The claims of one or more files, in the order given, and what the files were.
struct ClaimsInput {
  std::vector<Claim> claims;
  std::vector<InputDocument> documents;
};

/// Reads claims files; "-" is standard input. Throws Error(input) on the first one that is none.
ClaimsInput read_claims(const std::vector<std::string>& paths);

}  // namespace claimcheck
