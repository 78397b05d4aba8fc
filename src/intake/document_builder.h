#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document.h"

namespace claimcheck {

/// The most blocks that a document may have.
inline constexpr std::size_t kMaxBlocks = 250'000;

/// Throws Error(input) when the document called `name` cannot have one block more than `count`.
void check_block_count(std::size_t count, std::string_view name);

/// Adds blocks to a document and gives them what they have from those before: their number, the section, their place in
/// a reference list (all below a heading such as "References", up to the next heading of its level or above), and the
/// author's word that they be left unchecked.
class DocumentBuilder {
 public:
  /// `document` has its text, and must outlive it.
  explicit DocumentBuilder(Document& document) : document_(document) {}

  /// A block without text is dropped. Throws Error(input) when there are too many.
  void add(Block block);

  /// Reads what stands within a comment at byte `at` of the text: "claimcheck off reason="…"" leaves the blocks that
  /// are added from now on unchecked, "claimcheck on" ends that. Another directive, a missing reason, or an end without
  /// a beginning is a problem and does nothing. False for a comment that is none of ours. Directives come in the order
  /// of the text.
  bool read_directive(std::string_view comment, std::size_t at);

  [[nodiscard]] bool in_references() const { return references_level_ > 0; }
  [[nodiscard]] const Document& document() const { return document_; }
  /// For what is known only later: kinds and headers.
  [[nodiscard]] std::vector<Block>& blocks() { return document_.blocks; }

  /// "line 12: …"; after some dozens they are only counted.
  void add_problem(std::size_t at, const std::string& what);
  /// A problem of the whole document.
  void add_problem(std::string what) { document_.problems.push_back(std::move(what)); }
  /// To be called once, after the last block.
  void finish();

 private:
  Document& document_;
  std::string section_;
  int references_level_ = 0;  ///< of the heading of the list that is being read; 0: none
  std::optional<std::string> suppressed_;
  std::size_t unsaid_problems_ = 0;
  std::size_t line_ = 1;     ///< the line that
  std::size_t line_at_ = 0;  ///< this byte of the text is in
};

/// What a comment says to claimcheck.
struct CommentDirective {
  enum class Sort { off, on, unknown } sort = Sort::unknown;
  std::string reason;
};

/// nullopt when `comment` is not for claimcheck.
std::optional<CommentDirective> parse_directive(std::string_view comment);

}  // namespace claimcheck
