#include "ooxml/docx_paragraph.h"

#include <algorithm>
#include <utility>

#include "ooxml/symbol_font.h"
#include "text/append_utf8.h"
#include "text/characters.h"

namespace claimcheck {
namespace {

// Printed as nothing: soft hyphen, zero-width space, byte-order mark.
bool is_unseen(char32_t c) {
  return c == U'\u00AD' || c == U'\u200B' || c == U'\uFEFF';
}

bool is_plain(char c) {
  return c > 0x20 && c < 0x7F && c != '&';
}

// Office keeps the letters of symbol fonts in a private range.
char32_t printed(char32_t c, const RunLook& look) {
  constexpr char32_t kPrivate = 0xF000;
  if (c < kPrivate + 0x20 || c > kPrivate + 0xFF) return c;
  const char32_t known = look.symbol ? from_symbol_font(c - kPrivate) : 0;
  return known == 0 ? U' ' : known;
}

}  // namespace

void ParagraphBuilder::add_source(std::string_view source, Span range, const SourcePlace& place, const RunLook& look) {
  const std::string_view text = source.substr(0, range.end);
  for (std::size_t at = range.begin; at < range.end;) {
    std::size_t end = at;
    while (end < range.end && is_plain(text[end])) ++end;
    if (end > at) {
      add_visible(text.substr(at, end - at), {at, end}, place, look);
      at = end;
      continue;
    }
    const XmlCharacter character = xml_character_at(text, at);
    const Span taken{at, at + character.size};
    at = taken.end;
    if (character.value != 0) add_character(printed(character.value, look), taken, place, look);
  }
}

void ParagraphBuilder::add_text(std::string_view text, Span element, const SourcePlace& place, const RunLook& look) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.size;
    add_character(printed(point.value, look), element, place, look);
  }
}

void ParagraphBuilder::add_character(char32_t c, Span source, const SourcePlace& place, const RunLook& look) {
  if (is_unseen(c)) return;
  if (is_space(c)) {
    if (!space_) space_ = Space{source, place};
    return;
  }
  std::string bytes;
  append_utf8(bytes, c);
  add_visible(bytes, source, place, look);
}

void ParagraphBuilder::add_visible(std::string_view bytes, Span source, const SourcePlace& place, const RunLook& look) {
  if (space_ && has_text()) add_stretch(" ", space_->source, space_->place);
  space_.reset();
  const std::size_t begin = paragraph_.text.size();
  add_stretch(bytes, source, place);
  if (!look.bold) all_bold_ = false;
  if (!look.raised) return;
  // "1, 2" is one superscript, although the space in it may belong to no run of it.
  const bool goes_on = !raised_.empty() && raised_.back().span.end + 1 >= begin;
  if (!goes_on) raised_.push_back({{begin, begin}});
  raised_.back().span.end = paragraph_.text.size();
}

void ParagraphBuilder::add_stretch(std::string_view bytes, Span source, const SourcePlace& place) {
  const std::size_t begin = paragraph_.text.size();
  paragraph_.text += bytes;
  const Span text{begin, paragraph_.text.size()};
  // An entity is longer than its character, an element is a stretch of its own.
  const bool divisible = bytes.size() == source.size() && source.begin != place.element;
  if (divisible && !paragraph_.stretches.empty()) {
    DocxStretch& last = paragraph_.stretches.back();
    if (last.divisible && last.element == place.element && last.source.end == source.begin) {
      last.text.end = text.end;
      last.source.end = source.end;
      return;
    }
  }
  paragraph_.stretches.push_back({text, source, place.element, place.run, place.unit, divisible});
}

void ParagraphBuilder::add_mark(std::size_t begin, DocxMark mark) {
  if (begin < paragraph_.text.size() && paragraph_.text[begin] == ' ') ++begin;
  mark.span = {begin, paragraph_.text.size()};
  // A superscript that is a link or a field is one mark, not two.
  for (auto raised = raised_.rbegin(); raised != raised_.rend() && raised->span.end > begin; ++raised) {
    raised->marked = true;
    if (raised->span.contains(mark.span)) mark.raised = true;
  }
  paragraph_.marks.push_back(std::move(mark));
}

void ParagraphBuilder::finish_marks() {
  for (const Raised& raised : raised_) {
    if (!raised.marked) paragraph_.marks.push_back({raised.span, {}, {}, {}, true});
  }
  std::stable_sort(paragraph_.marks.begin(), paragraph_.marks.end(), [](const DocxMark& a, const DocxMark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
}

DocxParagraph ParagraphBuilder::take() {
  finish_marks();
  paragraph_.bold = all_bold_ && has_text();
  DocxParagraph done = std::exchange(paragraph_, DocxParagraph());
  raised_.clear();
  space_.reset();
  all_bold_ = true;
  return done;
}

}  // namespace claimcheck
