#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/span.h"
#include "ooxml/docx_package.h"
#include "ooxml/docx_text.h"

namespace claimcheck {

/// A few words of a comment.
struct DocxCommentWords {
  std::string text;
  bool bold = false;
  bool italic = false;
};

/// A comment to be put into a document.
struct DocxComment {
  std::size_t paragraph = 0;  ///< index in DocxText::paragraphs
  Span words;                 ///< bytes of its text; at least one, no half characters
  /// Tells the comment from others for good: its paragraph id is made from it, so that a reply to the comment can be
  /// followed back to what it was about.
  std::string key;
  std::vector<std::vector<DocxCommentWords>> lines;  ///< one paragraph each
};

/// Whom the comments are from.
struct DocxCommentAuthor {
  std::string name;
  std::string initials;
  std::string date;  ///< ISO date; empty for none
};

/// The document with the comments, in their order, after those that it has. Parts that need no change keep their bytes;
/// in the main part the marks of the comments are put in and nothing else is changed. `text` was read from `package`.
/// The result is read again, and throws Error(internal) should its text differ.
std::string add_comments(const DocxPackage& package, const DocxText& text, const std::vector<DocxComment>& comments,
                         const DocxCommentAuthor& author);

}  // namespace claimcheck
