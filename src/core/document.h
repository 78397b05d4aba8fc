#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "core/enum_names.h"
#include "core/span.h"

namespace claimcheck {

enum class DocumentFormat { text, markdown, html, docx, pdf };

/// What a block of a document is. `boilerplate`: navigation, cookie notices, forms, footers, calls to action;
/// `reference`: an entry of a reference list; neither holds claims. `callout`: a box beside the text; `quotation`: a
/// block quote.
enum class BlockKind {
  heading,
  paragraph,
  list_item,
  table_cell,
  callout,
  quotation,
  caption,
  reference,
  boilerplate,
};

/// What a text cites at one place: which of these are known depends on how it is cited.
struct CitedSource {
  std::string label;  ///< as written at the claim: "3", "(Smith 2020)", "https://doi.org/…"
  std::optional<Pmid> pmid;
  std::string doi;    ///< lower case, without a resolver
  std::string title;  ///< or the whole entry of the reference list, where nothing more is known
  bool operator==(const CitedSource&) const = default;
};

/// A stretch of a block's text that stands in the document's text byte for byte.
struct TextPiece {
  std::size_t begin = 0;  ///< in Block::text
  Span source;            ///< in Document::text, bytes
  bool operator==(const TextPiece&) const = default;
};

/// Something in a block that may cite a source: a link, a superscript, a field of a reference manager.
struct ReferenceMark {
  Span span;        ///< bytes of Block::text; empty where nothing is printed
  std::string url;  ///< of a link, or of an anchor in the document ("#ref-3"); may be empty
  bool superscript = false;
  std::vector<CitedSource> sources;  ///< what a field of a reference manager names
  bool operator==(const ReferenceMark&) const = default;
};

/// A paragraph, heading, list item or table cell, in reading order.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;                     ///< of a heading, 1 to 6; depth of a list item, from 1; else 0
  std::size_t number = 0;            ///< paragraph number in the document, from 1
  std::string text;                  ///< UTF-8 as read by a person: no mark-up, entities decoded, white space made one
  std::vector<TextPiece> pieces;     ///< ascending; what lies between two was made up by the reader (a space)
  std::string section;               ///< nearest heading above, without mark-up; may be empty
  std::vector<std::string> headers;  ///< of a table cell: those of its column and its row
  std::string anchor;                ///< its id, to which links of the document lead; may be empty
  std::vector<ReferenceMark> marks;  ///< ascending
  std::optional<std::string> suppressed;  ///< the reason that the author gave for leaving it unchecked
  bool operator==(const Block&) const = default;
};

/// A document as read. `text` is what spans count: for text, Markdown and HTML the characters of the file itself,
/// decoded to UTF-8; for DOCX and PDF the text as read, one paragraph a line.
struct Document {
  std::string name;    ///< file name, without folders
  std::string sha256;  ///< of the file's bytes, lower-case hex
  DocumentFormat format = DocumentFormat::text;
  std::string text;
  std::vector<Block> blocks;
  std::vector<std::string> problems;  ///< what could not be read as meant, one sentence each
  bool operator==(const Document&) const = default;
};

/// The bytes of Document::text from the first to the last of `span`, bytes of `block`'s text; nullopt where no byte of
/// it stands in the document.
std::optional<Span> find_in_document(const Block& block, Span span);

template <>
struct EnumNames<DocumentFormat> {
  static constexpr std::array<std::string_view, 5> values{"text", "markdown", "html", "docx", "pdf"};
};

template <>
struct EnumNames<BlockKind> {
  static constexpr std::array<std::string_view, 9> values{
      "heading", "paragraph", "list_item", "table_cell", "callout", "quotation", "caption", "reference", "boilerplate"};
};

}  // namespace claimcheck
