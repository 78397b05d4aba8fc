#pragma once

#include <string>
#include <vector>

#include "core/claim.h"
#include "core/document.h"
#include "core/report.h"

namespace claimcheck {

/// The claims of one or more files, claims files and articles, in the order given, and what the files were.
struct ClaimsInput {
  std::vector<Claim> claims;
  std::vector<InputDocument> documents;
  std::vector<std::string> texts;  ///< the bytes of each document
  std::vector<Document> articles;  ///< the documents that are articles, as read
};

/// Reads claims files and articles; "-" is standard input. Throws Error(input) on the first one that is neither.
ClaimsInput read_claims(const std::vector<std::string>& paths);
/// What could not be read as meant in the articles, one sentence each, with the file's name.
std::vector<std::string> note_problems(const std::vector<Document>& articles,
                                       const std::vector<InputDocument>& documents);
/// Adds the claims of one file that was read already. Throws as read_claims does.
void add_claims(ClaimsInput& input, const std::string& path, std::string bytes);

}  // namespace claimcheck
