#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/span.h"
#include "ooxml/docx_package.h"

namespace claimcheck {

/// Where in a document a paragraph is printed.
enum class DocxStory { body, text_box, footnote, endnote };

inline constexpr std::size_t kNoUnit = static_cast<std::size_t>(-1);

/// A stretch of a paragraph's text with its place in the source of the main part. Places are offsets of bytes.
struct DocxStretch {
  Span text;                   ///< in DocxParagraph::text
  Span source;                 ///< the characters themselves, or the whole element of a tab, break or symbol
  std::size_t element = 0;     ///< the "<" of the w:t, or of that element
  std::size_t run = 0;         ///< the "<" of the w:r
  std::size_t unit = kNoUnit;  ///< index in DocxText::units, of what must stay whole around it
  bool divisible = false;      ///< the same bytes in text and source: it may be cut between any two characters
  bool operator==(const DocxStretch&) const = default;
};

/// A stretch of the main part's source that no comment may begin or end in: a field from its first to its last run, a
/// content control that holds plain text, an equation, the run that holds a text box or the mark of a note.
struct DocxUnit {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< 0 for a field that goes on over several paragraphs: it is none
  bool operator==(const DocxUnit&) const = default;
};

/// A link, a field, a content control or a superscript in a paragraph.
struct DocxMark {
  Span span;                ///< in DocxParagraph::text; empty where nothing is printed
  std::string target;       ///< an address, or "#" and a bookmark or "footnote-2"; may be empty
  std::string instruction;  ///< of a field; the tag of a content control; may be empty
  std::string data;         ///< w:fldData of a field, base64 as it stands there
  bool raised = false;      ///< printed as superscript
  bool operator==(const DocxMark&) const = default;
};

/// The cell that a paragraph stands in; rows and columns of the grid from 0.
struct DocxCell {
  std::size_t table = 0;  ///< index in DocxText::tables
  std::size_t row = 0;
  std::size_t column = 0;
  bool operator==(const DocxCell&) const = default;
};

struct DocxTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t header_rows = 0;                              ///< the first rows, as many as are marked to repeat
  std::set<std::pair<std::size_t, std::size_t>> continued;  ///< (row, column) that go on a cell from above
  bool operator==(const DocxTable&) const = default;
};

/// A paragraph that holds text. Deleted and hidden text, field codes and placeholders are left out; white space is made
/// one and trimmed.
struct DocxParagraph {
  std::string text;                    ///< UTF-8, never empty
  std::vector<DocxStretch> stretches;  ///< ascending; none outside the body
  std::vector<DocxMark> marks;         ///< ascending
  std::vector<std::string> bookmarks;
  DocxStory story = DocxStory::body;
  std::size_t unit = kNoUnit;     ///< outside the body: what in the body holds the text box, or the note's mark
  std::string anchor;             ///< of the first paragraph of a note: "footnote-2"
  std::string style;              ///< its name, lower case, the English one of built-in styles; may be empty
  std::optional<int> outline;     ///< level of a heading from 0
  std::optional<int> list_level;  ///< of a list item from 0
  bool bold = false;              ///< every letter is
  std::string around;             ///< instruction of the field, or gallery of the control, that the paragraph is in
  std::optional<DocxCell> cell;
  bool operator==(const DocxParagraph&) const = default;
};

struct DocxText {
  std::vector<DocxParagraph> paragraphs;  ///< reading order; footnotes and then endnotes at the end
  std::vector<DocxTable> tables;
  std::vector<DocxUnit> units;
  std::string prefix;                 ///< of WordprocessingML in the main part, with its colon: "w:"
  std::string word_namespace;         ///< of WordprocessingML: transitional or strict
  std::vector<std::string> problems;  ///< what could not be read as meant, one sentence each
};

/// Reads a document as if its tracked changes were accepted. Text boxes follow the paragraph that they hang on;
/// headers, footers and comments are not read. Throws Error(input) as DocxPackage and XmlPart do.
DocxText read_docx_text(const DocxPackage& package);

}  // namespace claimcheck
