#include "intake/read_docx.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "intake/citation_fields.h"
#include "intake/docx_words.h"
#include "intake/layout_words.h"
#include "intake/sha256.h"
#include "ooxml/docx_fields.h"
#include "ooxml/docx_sources.h"
#include "ooxml/docx_text.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr int kDeepestHeading = 6;
constexpr std::size_t kLongestGuessedHeading = 100;  // bytes
constexpr std::size_t kLongestHeader = 300;

// The text of each cell, paragraphs joined, by table, row and column.
using CellTexts = std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::string>;

CellTexts gather_cells(const DocxText& text) {
  CellTexts cells;
  for (const DocxParagraph& paragraph : text.paragraphs) {
    if (!paragraph.cell) continue;
    std::string& cell = cells[{paragraph.cell->table, paragraph.cell->row, paragraph.cell->column}];
    if (cell.size() > kLongestHeader) continue;
    if (!cell.empty()) cell += ' ';
    cell += paragraph.text;
  }
  return cells;
}

std::set<std::string> gather_targets(const DocxText& text) {
  std::set<std::string> targets;
  for (const DocxParagraph& paragraph : text.paragraphs) {
    for (const DocxMark& mark : paragraph.marks) {
      if (mark.target.starts_with('#')) targets.insert(mark.target.substr(1));
    }
  }
  return targets;
}

bool has_word_citation(const DocxText& text) {
  return std::any_of(text.paragraphs.begin(), text.paragraphs.end(), [](const DocxParagraph& paragraph) {
    return std::any_of(paragraph.marks.begin(), paragraph.marks.end(),
                       [](const DocxMark& mark) { return !tags_of_citation(mark.instruction).empty(); });
  });
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with(';') || text.ends_with(',');
}

/// Turns paragraphs into blocks, in order; what a block is can depend on those before it.
class BlockMaker {
 public:
  BlockMaker(const DocxText& text, const std::map<std::string, DocxSource>& sources)
      : text_(text), sources_(sources), cells_(gather_cells(text)), targets_(gather_targets(text)) {}

  Block make(const DocxParagraph& paragraph) {
    Block block;
    block.text = paragraph.text;
    block.number = ++count_;
    if (paragraph.story != story_) {
      story_ = paragraph.story;
      // A text box interrupts the body and ends nothing in it.
      if (story_ == DocxStory::footnote || story_ == DocxStory::endnote) end_references();
      if (story_ == DocxStory::footnote || story_ == DocxStory::endnote) section_.clear();
    }
    block.section = section_;
    classify(paragraph, block);
    if (paragraph.cell) block.headers = headers_of(*paragraph.cell);
    block.anchor = anchor_of(paragraph);
    for (const DocxMark& mark : paragraph.marks) add_mark(mark, block);
    if (is_note_of_sources(block, paragraph)) block.kind = BlockKind::reference;
    if (block.kind == BlockKind::heading && !paragraph.cell) section_ = block.text;
    return block;
  }

 private:
  void classify(const DocxParagraph& paragraph, Block& block) {
    const DocxRole style = role_of_style(paragraph.style);
    const DocxRole field = role_of_field(paragraph.around);
    if (field == DocxRole::boilerplate || style == DocxRole::boilerplate) {
      block.kind = BlockKind::boilerplate;
    } else if (field == DocxRole::reference || style == DocxRole::reference) {
      block.kind = BlockKind::reference;
    } else if (paragraph.cell && is_grid(*paragraph.cell)) {
      block.kind = BlockKind::table_cell;
    } else if (const int level = heading_level(paragraph, style); level > 0) {
      block.kind = BlockKind::heading;
      block.level = level;
      begin_section(paragraph, block);
    } else {
      classify_text(paragraph, style, block);
    }
  }

  void classify_text(const DocxParagraph& paragraph, DocxRole style, Block& block) const {
    if (references_level_ > 0 && story_ == DocxStory::body) {
      block.kind = BlockKind::reference;
    } else if (style == DocxRole::caption) {
      block.kind = BlockKind::caption;
    } else if (style == DocxRole::quotation) {
      block.kind = BlockKind::quotation;
    } else if (paragraph.list_level) {
      block.kind = BlockKind::list_item;
      block.level = *paragraph.list_level + 1;
    } else if (paragraph.story == DocxStory::text_box || (paragraph.cell && is_one_cell(*paragraph.cell))) {
      block.kind = BlockKind::callout;
    }
  }

  /// 1 to 6; 0 when it is none.
  int heading_level(const DocxParagraph& paragraph, DocxRole style) {
    guessed_ = false;
    if (style == DocxRole::title) return 1;
    if (paragraph.outline) return std::min(*paragraph.outline + 1, kDeepestHeading);
    if (paragraph.list_level || paragraph.cell || paragraph.story != DocxStory::body) return 0;
    guessed_ = true;
    const bool bold_line =
        paragraph.bold && paragraph.text.size() <= kLongestGuessedHeading && !ends_sentence(paragraph.text);
    if (!bold_line && !is_reference_heading(paragraph.text)) return 0;
    return std::min(styled_level_ + 1, kDeepestHeading);
  }

  void begin_section(const DocxParagraph& paragraph, const Block& block) {
    if (!guessed_) styled_level_ = block.level;
    if (paragraph.story != DocxStory::body) return;
    // A guessed heading has no level that could be trusted to be below another.
    if (references_level_ > 0 && !guessed_ && !references_guessed_ && block.level > references_level_) return;
    end_references();
    if (!is_reference_heading(block.text)) return;
    references_level_ = block.level;
    references_guessed_ = guessed_;
  }

  void end_references() { references_level_ = 0; }

  [[nodiscard]] bool is_grid(const DocxCell& cell) const { return text_.tables[cell.table].columns > 1; }
  [[nodiscard]] bool is_one_cell(const DocxCell& cell) const {
    return text_.tables[cell.table].columns <= 1 && text_.tables[cell.table].rows == 1;
  }

  [[nodiscard]] std::string text_at(const DocxCell& cell) const {
    const auto found = cells_.find({cell.table, cell.row, cell.column});
    return found == cells_.end() ? std::string() : found->second;
  }

  /// The rows that are marked as headers, else the first; and the first cell of the row.
  [[nodiscard]] std::vector<std::string> headers_of(const DocxCell& cell) const {
    std::vector<std::string> headers;
    const DocxTable& table = text_.tables[cell.table];
    const std::size_t header_rows = std::max<std::size_t>(table.header_rows, 1);
    if (table.columns < 2 || table.rows <= header_rows || cell.row < header_rows) return headers;
    const auto add = [&](const std::string& header) {
      if (!header.empty() && header.size() <= kLongestHeader) headers.push_back(header);
    };
    for (std::size_t row = 0; row < header_rows && row < 4; ++row) add(header_above(cell, row));
    if (cell.column == 0) return headers;
    DocxCell first{cell.table, cell.row, 0};
    while (first.row > header_rows && table.continued.contains({first.row, 0})) --first.row;
    add(text_at(first));
    return headers;
  }

  /// A header that spans several columns stands in the first of them.
  [[nodiscard]] std::string header_above(const DocxCell& cell, std::size_t row) const {
    auto next = cells_.upper_bound({cell.table, row, cell.column});
    if (next == cells_.begin()) return {};
    --next;
    const auto& [table, found_row, column] = next->first;
    return table == cell.table && found_row == row && (column > 0 || cell.column == 0) ? next->second : std::string();
  }

  [[nodiscard]] std::string anchor_of(const DocxParagraph& paragraph) const {
    if (!paragraph.anchor.empty()) return paragraph.anchor;
    for (const std::string& bookmark : paragraph.bookmarks) {
      if (targets_.contains(bookmark)) return bookmark;
    }
    return {};
  }

  void add_mark(const DocxMark& mark, Block& block) const {
    ReferenceMark reference{mark.span, mark.target, mark.raised, read_citation_field(mark.instruction, mark.data)};
    if (reference.sources.empty()) reference.sources = read_word_citation(mark.instruction, sources_);
    for (CitedSource& source : reference.sources) source.label = slice(block.text, mark.span);
    if (reference.url.empty() && !reference.superscript && reference.sources.empty()) return;
    block.marks.push_back(std::move(reference));
  }

  /// Styles that cite in notes put nothing but citations into them.
  static bool is_note_of_sources(const Block& block, const DocxParagraph& paragraph) {
    if (paragraph.story != DocxStory::footnote && paragraph.story != DocxStory::endnote) return false;
    std::size_t cited = 0;
    for (const ReferenceMark& mark : block.marks) {
      if (!mark.sources.empty()) cited += mark.span.size();
    }
    return 2 * cited > block.text.size();
  }

  const DocxText& text_;
  const std::map<std::string, DocxSource>& sources_;
  CellTexts cells_;
  std::set<std::string> targets_;
  std::size_t count_ = 0;
  DocxStory story_ = DocxStory::body;
  std::string section_;
  int styled_level_ = 0;
  int references_level_ = 0;  // of the heading of the list that is being read; 0: none
  bool references_guessed_ = false;
  bool guessed_ = false;  // the last heading was known by its look alone
};

}  // namespace

Document read_docx(std::string_view bytes, std::string_view name) {
  const DocxPackage package(bytes, name);
  const DocxText text = read_docx_text(package);
  std::map<std::string, DocxSource> sources;
  if (has_word_citation(text)) sources = read_docx_sources(package);
  Document document;
  document.name = name.substr(name.rfind('/') + 1);
  document.sha256 = sha256_hex(bytes);
  document.format = DocumentFormat::docx;
  document.problems = text.problems;
  BlockMaker maker(text, sources);
  for (const DocxParagraph& paragraph : text.paragraphs) {
    Block block = maker.make(paragraph);
    const std::size_t begin = document.text.size();
    document.text += block.text;
    block.pieces = {{0, {begin, document.text.size()}}};
    document.text += '\n';
    document.blocks.push_back(std::move(block));
  }
  return document;
}

}  // namespace claimcheck
