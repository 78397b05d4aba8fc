#include "intake/block_text.h"

#include <algorithm>
#include <utility>

#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

/// Not printed: controls, and what Unicode calls format characters.
bool is_unprinted(char32_t c) {
  if (c < 0x80) return c < U' ' || c == 0x7F;
  return (c < 0xA0) || classify(c) == CharacterClass::invisible;
}

}  // namespace

void BlockText::add(Span source) {
  source.end = std::min(source.end, document_.size());
  std::size_t run = source.begin;  // printed characters from here on are not added yet
  std::size_t at = source.begin;
  while (at < source.end) {
    const CodePoint point = decode_at(document_.substr(0, source.end), at);
    const bool space = is_space(point.value);
    if (space || is_unprinted(point.value)) {
      add_byte_range({run, at});
      run = at + point.size;
      if (space && gap_ == Gap::none) {
        gap_ = point.value == U' ' ? Gap::source : Gap::made;
        gap_at_ = at;
      }
    }
    at += point.size;
  }
  add_byte_range({run, at});
}

void BlockText::add_made(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode_at(words, at);
    if (is_space(point.value)) {
      if (gap_ == Gap::none) gap_ = Gap::made;
    } else if (!is_unprinted(point.value)) {
      close_gap();
      text_ += words.substr(at, point.size);
    }
    at += point.size;
  }
}

void BlockText::close_gap() {
  if (gap_ != Gap::none && !text_.empty()) {
    if (gap_ == Gap::source) {
      const Gap gap = std::exchange(gap_, Gap::none);
      add_byte_range({gap_at_, gap_at_ + 1});
      gap_ = gap;
    } else {
      text_ += ' ';
    }
  }
  gap_ = Gap::none;
}

void BlockText::add_byte_range(Span source) {
  if (source.empty()) return;
  close_gap();
  const bool goes_on = !pieces_.empty() && pieces_.back().source.end == source.begin &&
                       pieces_.back().begin + pieces_.back().source.size() == text_.size();
  if (goes_on) {
    pieces_.back().source.end = source.end;
  } else {
    pieces_.push_back({text_.size(), source});
  }
  text_ += slice(document_, source);
}

void BlockText::move_into(Block& block) {
  block.text = std::exchange(text_, {});
  block.pieces = std::exchange(pieces_, {});
  gap_ = Gap::none;
}

void append_utf8(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = kReplacementCharacter;
  const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

void drop_front(Block& block, std::size_t count) {
  while (count < block.text.size() && block.text[count] == ' ') ++count;
  block.text.erase(0, count);
  std::vector<TextPiece> pieces;
  for (TextPiece piece : block.pieces) {
    const std::size_t cut = piece.begin < count ? std::min(count - piece.begin, piece.source.size()) : 0;
    piece.source.begin += cut;
    piece.begin = piece.begin + cut - count;  // a piece that is gone wraps, and is not kept
    if (!piece.source.empty()) pieces.push_back(piece);
  }
  block.pieces = std::move(pieces);
  std::vector<ReferenceMark> marks;
  for (ReferenceMark& mark : block.marks) {
    if (mark.span.end < count || mark.span.begin < count) continue;
    mark.span = {mark.span.begin - count, mark.span.end - count};
    marks.push_back(std::move(mark));
  }
  block.marks = std::move(marks);
}

std::string cut_text(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  const Span head = to_bytes(text, {0, longest});
  if (head.end == text.size()) return std::string(text);
  return std::string(slice(text, to_bytes(text, {0, longest - 1}))) + "…";
}

}  // namespace claimcheck
