#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ooxml/docx_package.h"

namespace claimcheck {

/// The most comments that are read of a document, and bytes of the words that each stands at.
inline constexpr std::size_t kMaxDocxComments = 10'000;
inline constexpr std::size_t kMaxCommentedWords = 4'096;

/// A comment that is in a document.
struct ListedComment {
  std::string id;
  std::string author;
  std::string date;  ///< as it stands there, ISO 8601; may be empty
  std::string text;  ///< its paragraphs, one a line; what was deleted with changes tracked is gone
  /// The comment that it answers, an index of the list: never itself, and never in a ring.
  std::optional<std::size_t> answers;
  bool resolved = false;
  /// What it stands at in the main part, insertions accepted and deletions gone; cut at kMaxCommentedWords. Empty where
  /// nothing in the main part bears it.
  std::string words;
  bool operator==(const ListedComment&) const = default;
};

/// The comments of a document in the order of its list; which answers which is told by commentsExtended ([MS-DOCX]
/// 2.5.4). Throws Error(input) beyond kMaxDocxComments, and on parts that cannot be read.
std::vector<ListedComment> list_comments(const DocxPackage& package);

/// The comment at the beginning of the conversation that comment `index` belongs to; itself when it answers none.
std::size_t first_of_thread(const std::vector<ListedComment>& comments, std::size_t index);

}  // namespace claimcheck
