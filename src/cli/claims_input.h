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
  std::vector<std::string> texts;  ///< the bytes of each document
};

/// Reads claims files; "-" is standard input. Throws Error(input) on the first one that is none.
ClaimsInput read_claims(const std::vector<std::string>& paths);
/// Adds the claims of one file that was read already. Throws as read_claims does.
void add_claims(ClaimsInput& input, const std::string& path, std::string bytes);

}  // namespace claimcheck
