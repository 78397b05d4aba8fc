#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/span.h"
#include "intake/block_text.h"

namespace claimcheck {

/// The text of the block that is being read, with its marks: links and superscripts that have ended, and those that are
/// still open.
class InlineText {
 public:
  /// `document` must outlive it.
  explicit InlineText(std::string_view document) : document_(document), text_(document) {}

  void add(Span source);
  void add_made(std::string_view words);
  void add_space() { text_.add_space(); }
  /// A line break that the author set. The next words may begin another block, see begins_block.
  void add_line_break();

  /// True when `next`, what comes now or its beginning, should begin a new block: after two line breaks, and after one
  /// where the line above ends like a sentence or a list's announcement, or is wholly bold, or where `next` has a list
  /// mark.
  [[nodiscard]] bool begins_block(std::string_view next) const;

  /// A link (with its address) or a superscript begins; the number is for close_mark.
  std::size_t open_mark(std::string url, bool superscript);
  void close_mark(std::size_t number);
  void begin_strong() { ++strong_depth_; }
  void end_strong() { --strong_depth_; }

  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// True when all that was added was bold.
  [[nodiscard]] bool is_bold() const { return !text_.empty() && bold_; }

  /// Moves text, pieces and marks into a block. Marks that are open go on in the next one.
  Block take();

 private:
  struct OpenMark {
    std::size_t number = 0;
    ReferenceMark mark;
  };

  void note_growth(std::size_t size);
  void keep(ReferenceMark mark);

  std::string_view document_;
  BlockText text_;
  std::vector<ReferenceMark> marks_;
  std::vector<OpenMark> open_;
  std::size_t next_mark_ = 1;
  int strong_depth_ = 0;
  int line_breaks_ = 0;  ///< since the last visible character
  bool bold_ = true;
};

/// True when `text` begins with what marks an item of a list: a bullet, or a number or letter with a full stop or a
/// bracket, and white space.
bool has_list_mark(std::string_view text);

/// How many bytes the list mark in front of `text` takes, with the white space after it; 0 when there is none.
std::size_t list_mark_size(std::string_view text);

/// The same for a bullet that is no hyphen, star or dash, which running text may begin with too.
std::size_t bullet_size(std::string_view text);

/// True when `text` ends in a full stop, a question or exclamation mark or an ellipsis; closing quotes and brackets
/// after it do not matter.
bool ends_sentence(std::string_view text);

}  // namespace claimcheck
