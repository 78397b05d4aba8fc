#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// What a file says of one claim, as it is written there.
struct FileDecision {
  std::string place;     ///< "row 12", "the comment on C-07"
  std::string claim;     ///< id
  std::string text;      ///< of the claim, as the file has it; of a document, the words that the comment stands at
  std::string author;    ///< of the replies in a Word document; empty for a table
  std::string decision;  ///< the words of the column Decision, or those that a reply begins with; may be empty
  std::string reason;    ///< likewise
  std::vector<std::string> comments;
  std::string asked = {};  ///< what the comment that was answered says; empty for a table
  bool operator==(const FileDecision&) const = default;
};

/// Decisions that people entered outside the review page.
struct DecisionFile {
  bool is_document = false;
  std::vector<FileDecision> decisions;
  std::vector<std::string> unclear = {};  ///< what could not be told to be on a claim, one line each
};

/// Reads the claims matrix that was exported, as a workbook (its sheet Claims) or as CSV (any of , ; and tab between
/// cells), whatever was sorted, filtered or added to it; or the Word document with a comment on each claim: the replies
/// to these, and where the document does not say what answers what (LibreOffice), comments on the very same words. Rows
/// and comments that say nothing are left out. Throws Error(input) on other files, and on a table without the columns
/// Claim ID, Claim and Decision.
DecisionFile read_decisions(std::string_view bytes, std::string_view name);

/// Who replied in a document, in the order of the file, each once.
std::vector<std::string> list_authors(const DecisionFile& file);

}  // namespace claimcheck
