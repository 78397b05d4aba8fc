#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/docx_comments.h"
#include "ooxml/docx_package.h"

namespace claimcheck {

/// Numbers between 1 and 0x7FFFFFFE that tell paragraphs of a document apart (w14:paraId, [MS-DOCX] 2.2.3).
class ParagraphIds {
 public:
  /// Takes the ids in a part as given away.
  void add_used(std::string_view source);
  /// One made from `key`, the same in every document in which it is free: eight hexadecimal digits.
  std::string take(std::string_view key);

 private:
  std::set<std::uint32_t> used_;
};

/// A comment as its parts see it.
struct NumberedComment {
  const DocxComment* comment = nullptr;
  std::size_t id = 0;
  std::string paragraph_id;
  std::string durable_id;  ///< of commentsIds
};

/// The parts of a package that list comments, as they are changed.
class CommentParts {
 public:
  explicit CommentParts(const DocxPackage& package);

  /// One more than the highest id of the comments that are there.
  [[nodiscard]] std::size_t next_id() const { return next_id_; }

  /// Adds the comments to the part of comments and to the lists beside it: the extended one is made where there is
  /// none, the one of durable ids is continued where there is one.
  void add(const std::vector<NumberedComment>& comments, const DocxCommentAuthor& author);

  /// Changed and new parts by name.
  [[nodiscard]] const std::map<std::string, std::string>& changed() const { return changed_; }

 private:
  struct ListKind;
  void append(const ListKind& kind, const std::string& content);
  std::string add_part(const ListKind& kind);
  [[nodiscard]] std::string comment_xml(const NumberedComment& comment, const DocxCommentAuthor& author) const;
  std::string& content_of(const std::string& part);

  const DocxPackage& package_;
  bool strict_ = false;
  std::size_t next_id_ = 0;
  std::string text_style_;       // ids of the styles for comments; empty where there are none
  std::string reference_style_;  // likewise
  std::map<std::string, std::string> changed_;
};

}  // namespace claimcheck
