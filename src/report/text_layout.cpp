#include "report/text_layout.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/characters.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNarrowest = 24;

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kWide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
                           Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
                           Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
                           Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
constexpr std::array kCombining{Range{0x0300, 0x036F}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
                                Range{0x20D0, 0x20FF}, Range{0xFE20, 0xFE2F}};
constexpr std::array kReordering{Range{0x202A, 0x202E}, Range{0x2066, 0x2069}};

template <typename Ranges>
bool lies_in(const Ranges& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range range) { return range.first <= c && c <= range.last; });
}

std::size_t columns_of(char32_t c) {
  if (classify(c) == CharacterClass::invisible || lies_in(kCombining, c)) return 0;
  return lies_in(kWide, c) ? 2 : 1;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || lies_in(kReordering, c);
}

// White space at which a line may end; no-break spaces are none.
bool is_break(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u2028' || c == U'\u2029' || c == U'\u0085';
}

std::string_view escape_of(Ink ink) {
  static constexpr std::array<std::string_view, 7> escapes{"",           "\x1b[1m",    "\x1b[2m",  "\x1b[1;34m",
                                                           "\x1b[1;33m", "\x1b[1;31m", "\x1b[1;2m"};
  return escapes[static_cast<std::size_t>(ink)];
}

struct Word {
  std::string text;
  Ink ink = Ink::plain;
  std::size_t gap = 1;  // columns to the word before it on the same line
};

std::vector<Word> split_words(const Piece& piece) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < piece.text.size();) {
    std::size_t end = piece.whole ? piece.text.size() : piece.text.find(' ', at);
    end = std::min(end, piece.text.size());
    if (end > at) words.push_back({piece.text.substr(at, end - at), piece.ink, words.empty() ? 2U : 1U});
    at = end + 1;
  }
  return words;
}

// Where to cut `text` so that what comes before fits in `columns`; at least one character.
std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode_at(text, at);
    used += columns_of(point.value);
    if (used > columns && at > 0) break;
    at += point.size;
  }
  return at;
}

// Fills lines word by word.
class Lines {
 public:
  Lines(Indent indent, const TextStyle& style)
      : indent_(indent),
        color_(style.color),
        width_(std::max(style.width, kNarrowest)),
        used_(indent.first),
        line_(indent.first, ' ') {}

  void add(Word word) {
    const std::size_t room = width_ - std::min(width_ / 2, indent_.rest);
    if (has_words_ && used_ + word.gap + count_columns(word.text) > width_) break_line();
    while (count_columns(word.text) > room) {
      const std::size_t cut = fitting_bytes(word.text, room);
      print(word.text.substr(0, cut), word);
      word.text.erase(0, cut);
      break_line();
    }
    if (!word.text.empty()) print(word.text, word);
  }

  std::string finish() {
    if (has_words_) break_line();
    return std::move(text_);
  }

 private:
  void print(const std::string& text, const Word& word) {
    if (word.ink != ink_) change_ink(Ink::plain);
    if (has_words_) {
      line_.append(word.gap, ' ');
      used_ += word.gap;
    }
    change_ink(word.ink);
    line_ += text;
    used_ += count_columns(text);
    has_words_ = true;
  }

  void change_ink(Ink ink) {
    if (color_ && ink != ink_) line_ += ink == Ink::plain ? "\x1b[0m" : escape_of(ink);
    ink_ = ink;
  }

  void break_line() {
    change_ink(Ink::plain);
    text_ += line_ + '\n';
    line_.assign(indent_.rest, ' ');
    used_ = indent_.rest;
    has_words_ = false;
  }

  Indent indent_;
  bool color_;
  std::size_t width_;
  std::size_t used_;
  bool has_words_ = false;
  Ink ink_ = Ink::plain;
  std::string line_;
  std::string text_;
};

}  // namespace

Ink ink_of(std::string_view mark_style) {
  if (mark_style == "supported") return Ink::supported;
  if (mark_style == "contested") return Ink::contested;
  return mark_style == "unsupported" ? Ink::unsupported : Ink::unchecked;
}

std::string lay_out(const std::vector<Piece>& pieces, Indent indent, const TextStyle& style) {
  Lines lines(indent, style);
  for (const Piece& piece : pieces) {
    for (Word& word : split_words(piece)) lines.add(std::move(word));
  }
  return lines.finish();
}

std::string to_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    if (is_break(point.value)) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (point.value == kReplacementCharacter || is_control(point.value)) {
      line += "\uFFFD";
    } else {
      line += text.substr(at, point.size);
    }
    at += point.size;
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string shorten(const std::string& line, std::size_t columns) {
  if (count_columns(line) <= columns) return line;
  std::string cut = line.substr(0, fitting_bytes(line, columns > 0 ? columns - 1 : 0));
  const std::size_t space = cut.rfind(' ');
  if (space != std::string::npos && space > cut.size() / 2) cut.resize(space);
  return cut + "…";
}

std::size_t count_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    columns += columns_of(point.value);
    at += point.size;
  }
  return columns;
}

std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

}  // namespace claimcheck
