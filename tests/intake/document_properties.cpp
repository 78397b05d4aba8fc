#include "document_properties.h"

#include <algorithm>

#include "core/span.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

std::string broken_piece(const Document& document, const Block& block) {
  std::size_t text_end = 0;
  std::size_t source_end = 0;
  for (const TextPiece& piece : block.pieces) {
    if (piece.source.empty() || piece.source.end > document.text.size()) return "a piece is empty or outside";
    const Span words{piece.begin, piece.begin + piece.source.size()};
    if (words.begin < text_end || piece.source.begin < source_end) return "pieces overlap or go back";
    if (words.end > block.text.size()) return "a piece is longer than its block";
    if (slice(block.text, words) != slice(document.text, piece.source)) return "a piece differs from the document";
    text_end = words.end;
    source_end = piece.source.end;
  }
  return {};
}

std::string broken_text(const Block& block) {
  if (block.text.empty() || !is_valid_utf8(block.text)) return "a text is empty or not UTF-8";
  if (block.text.front() == ' ' || block.text.back() == ' ') return "white space around a text";
  if (block.text.find("  ") != std::string::npos) return "two spaces in a text";
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; };
  if (std::any_of(block.text.begin(), block.text.end(), is_control)) return "a control character in a text";
  return {};
}

std::string broken_mark(const Block& block) {
  std::size_t begin = 0;
  for (const ReferenceMark& mark : block.marks) {
    if (mark.span.begin < begin || mark.span.end < mark.span.begin || mark.span.end > block.text.size())
      return "a mark";
    if (!is_valid_utf8(slice(block.text, mark.span)) || !is_valid_utf8(mark.url)) return "a mark that is not UTF-8";
    begin = mark.span.begin;
  }
  return {};
}

std::string broken_label(const Block& block) {
  const bool levelled = block.kind == BlockKind::heading || block.kind == BlockKind::list_item;
  if (levelled != (block.level > 0) || (block.kind == BlockKind::heading && block.level > 6)) return "a wrong level";
  if (!is_valid_utf8(block.section) || !is_valid_utf8(block.anchor)) return "section or anchor not UTF-8";
  for (const std::string& header : block.headers) {
    if (header.empty() || !is_valid_utf8(header)) return "a header is empty or not UTF-8";
  }
  return {};
}

std::string broken_block(const Document& document, const Block& block) {
  for (const std::string& broken : {broken_text(block), broken_mark(block), broken_label(block)}) {
    if (!broken.empty()) return broken;
  }
  return broken_piece(document, block);
}

}  // namespace

std::string broken_property(const Document& document) {
  if (!is_valid_utf8(document.text)) return "the document is not UTF-8";
  std::size_t number = 0;
  for (const Block& block : document.blocks) {
    if (block.number != ++number) return "numbers";
    if (const std::string broken = broken_block(document, block); !broken.empty()) return broken + ": " + block.text;
  }
  for (const std::string& problem : document.problems) {
    if (problem.empty() || problem.find('\n') != std::string::npos || !is_valid_utf8(problem))
      return "a problem's line";
  }
  return {};
}

}  // namespace claimcheck
