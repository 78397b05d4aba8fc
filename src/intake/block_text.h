#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/document.h"
#include "core/span.h"

namespace claimcheck {

/// Puts together the text of one block as a person reads it, and keeps where each byte of it stands in the document:
/// white space is made one space and cut at both ends, invisible and control characters are left out.
class BlockText {
 public:
  /// `document` must outlive it.
  explicit BlockText(std::string_view document) : document_(document) {}

  /// Adds what stands in the document at `source`, which must lie after everything added before.
  void add(Span source);
  /// Adds words that do not stand there so: a decoded entity, the number of a list item.
  void add_made(std::string_view words);
  /// A line break or a gap between two cells: white space that stands nowhere.
  void add_space() { gap_ = Gap::made; }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// Where the next visible character will stand.
  [[nodiscard]] std::size_t next() const { return text_.size() + (gap_ != Gap::none && !text_.empty() ? 1 : 0); }

  /// Moves text and pieces into `block`, and is empty again.
  void move_into(Block& block);

 private:
  enum class Gap { none, made, source };

  void add_byte_range(Span source);
  void close_gap();

  std::string_view document_;
  std::string text_;
  std::vector<TextPiece> pieces_;
  Gap gap_ = Gap::none;
  std::size_t gap_at_ = 0;  ///< where a plain space of the document stands that will do for the gap
};

/// Appends one code point as UTF-8; what is none (a surrogate, too large) as U+FFFD.
void append_utf8(std::string& text, char32_t c);

/// `text` without its first `count` bytes and without the white space then in front: for a list mark that was read. The
/// pieces and marks follow.
void drop_front(Block& block, std::size_t count);

/// Cuts `text` to at most `longest` code points, an ellipsis being the last where anything was cut.
std::string cut_text(std::string_view text, std::size_t longest);

}  // namespace claimcheck
