#include "intake/read_plain_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/block_text.h"
#include "intake/document_builder.h"
#include "intake/inline_text.h"
#include "intake/layout_words.h"
#include "intake/line_shape.h"
#include "intake/plain_lines.h"
#include "intake/plain_tables.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMostHeadingsInARow = 2;
constexpr std::size_t kLongLine = 60;

/// Lines that are one paragraph.
struct Paragraph {
  std::size_t first = 0;
  std::size_t last = 0;         ///< one past
  bool heading_shaped = false;  ///< one line that may be a heading, by its looks alone
  std::size_t headings = 0;     ///< how many such stand in a row from here on
};

class PlainTextReader {
 public:
  explicit PlainTextReader(Document& document) : text_(document.text), lines_(split_lines(text_)), builder_(document) {}

  /// `joined`: lines may have to be joined to paragraphs.
  void read(bool joined) {
    joined_ = joined;
    if (joined) wrapping_ = find_wrapping(text_, lines_);
    find_paragraphs();
    for (std::size_t i = 0; i < paragraphs_.size();) {
      const std::size_t rows = read_table(text_, lines_, paragraphs_[i].first, builder_);
      if (rows == 0) {
        add_paragraph(i++);
        continue;
      }
      const std::size_t end = paragraphs_[i].first + rows;
      while (i < paragraphs_.size() && paragraphs_[i].first < end) ++i;
    }
    builder_.finish();
  }

 private:
  [[nodiscard]] std::string_view words(const TextLine& line) const { return slice(text_, line.source); }

  void find_paragraphs() {
    for (std::size_t i = 0; i < lines_.size();) {
      Paragraph paragraph{i, i + 1, false, 0};
      while (joined_ && paragraph.last < lines_.size() &&
             goes_on(text_, lines_[paragraph.last - 1], lines_[paragraph.last], wrapping_) &&
             !is_table_row(words(lines_[paragraph.last]))) {
        ++paragraph.last;
      }
      const TextLine& line = lines_[i];
      paragraph.heading_shaped = paragraph.last == i + 1 && line.mark == 0 && is_heading_line(words(line));
      i = paragraph.last;
      paragraphs_.push_back(paragraph);
    }
    for (std::size_t i = paragraphs_.size(); i > 0; --i) {
      Paragraph& paragraph = paragraphs_[i - 1];
      if (paragraph.heading_shaped) paragraph.headings = 1 + (i < paragraphs_.size() ? paragraphs_[i].headings : 0);
    }
  }

  /// Of the heading that the paragraph is, 0 for none.
  [[nodiscard]] int heading_level(std::size_t index) const {
    const Paragraph& paragraph = paragraphs_[index];
    const TextLine& line = lines_[paragraph.first];
    const bool one_line = paragraph.last == paragraph.first + 1;
    if (!one_line) return 0;
    if (const std::size_t signs = words(line).find_first_not_of('#'); signs > 0 && signs <= 6) {
      return words(line)[signs] == ' ' ? static_cast<int>(signs) : 0;
    }
    if (line.underlined && is_heading_line(words(line))) return index == 0 ? 1 : 2;
    if (index + 1 == paragraphs_.size()) return 0;
    if (is_reference_heading(words(line))) return 2;
    if (line.mark > 0) return is_numbered_heading(index) ? 3 : 0;
    if (!paragraph.heading_shaped || !stands_above_text(index)) return 0;
    return index == 0 ? 1 : 2;
  }

  /// "2. Pain Relief" above a paragraph, no item of a list.
  [[nodiscard]] bool is_numbered_heading(std::size_t index) const {
    const TextLine& line = lines_[paragraphs_[index].first];
    const bool after_item = index > 0 && lines_[paragraphs_[index - 1].first].mark > 0 && !line.gap_before;
    const TextLine& next = lines_[paragraphs_[index + 1].first];
    if (builder_.in_references() || after_item || next.mark > 0) return false;
    const std::string_view title = words(line).substr(line.mark);
    const bool numbered = words(line).find_first_of("0123456789") < line.mark;
    return numbered && is_heading_line(title) && is_title_case(title) && is_text(index + 1);
  }

  /// A sentence, a long line, or what announces a list.
  [[nodiscard]] bool is_text(std::size_t index) const {
    const Paragraph& paragraph = paragraphs_[index];
    const TextLine& last = lines_[paragraph.last - 1];
    return paragraph.last > paragraph.first + 1 || last.width >= kLongLine || ends_sentence(words(last)) ||
           words(last).back() == ':';
  }

  [[nodiscard]] bool stands_above_text(std::size_t index) const {
    const Paragraph& paragraph = paragraphs_[index];
    const Paragraph& next = paragraphs_[index + 1];
    const TextLine& line = lines_[paragraph.first];
    const TextLine& below = lines_[next.first];
    const bool title = is_title_case(words(line));
    if (builder_.in_references()) return title && words(line).find_first_of("0123456789,") == std::string_view::npos;
    const bool alone = line.gap_before && below.gap_before;
    if (!title && !alone) return false;
    if (below.mark > 0 || is_table_row(words(below)) || is_text(index + 1)) return first_of_few(index);
    return next.heading_shaped && (title || index == 0) && first_of_few(index);
  }

  /// Short lines one below the other are a list without marks; two may be a heading and its own first part.
  [[nodiscard]] bool first_of_few(std::size_t index) const {
    const std::size_t above = index > 1 && paragraphs_[index - 1].heading_shaped ? 1 : 0;
    const std::size_t more = above == 1 && index > 2 && paragraphs_[index - 2].heading_shaped ? 1 : 0;
    return index == 0 || paragraphs_[index].headings + above + more <= kMostHeadingsInARow;
  }

  void add_paragraph(std::size_t index) {
    const Paragraph& paragraph = paragraphs_[index];
    const TextLine& first = lines_[paragraph.first];
    Block block;
    block.level = heading_level(index);
    std::size_t begin = first.source.begin;
    if (block.level > 0) {
      block.kind = BlockKind::heading;
      const std::size_t signs = words(first).find_first_not_of('#');
      begin += signs > 0 ? signs : first.mark;
    } else if (first.mark > 0 && !(builder_.in_references() && is_digit_mark(words(first)))) {
      block.kind = BlockKind::list_item;
      block.level = item_level(first.indent);
      begin += first.mark;
    }
    if (block.kind != BlockKind::list_item) item_indents_.clear();
    BlockText text(text_);
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i) {
      const Span source = lines_[i].source;
      const bool hyphen = i > paragraph.first && text_[lines_[i - 1].source.end - 1] == '-';
      if (i > paragraph.first && !hyphen) text.add_space();
      text.add(i == paragraph.first ? Span{begin, source.end} : source);
    }
    text.move_into(block);
    builder_.add(std::move(block));
  }

  [[nodiscard]] static bool is_digit_mark(std::string_view line) { return line.find_first_of("0123456789") <= 1; }

  /// By how far it is indented below the items around it.
  int item_level(std::size_t indent) {
    while (!item_indents_.empty() && item_indents_.back() > indent) item_indents_.pop_back();
    if (item_indents_.empty() || item_indents_.back() < indent) item_indents_.push_back(indent);
    return static_cast<int>(item_indents_.size());
  }

  const std::string& text_;
  std::vector<TextLine> lines_;
  std::vector<Paragraph> paragraphs_;
  bool joined_ = true;
  std::size_t wrapping_ = 0;
  std::vector<std::size_t> item_indents_;
  DocumentBuilder builder_;
};

}  // namespace

void read_plain_text(Document& document) {
  PlainTextReader(document).read(true);
}

void read_paragraph_lines(Document& document) {
  PlainTextReader(document).read(false);
}

}  // namespace claimcheck
