#include "intake/read_pdf_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/error.h"
#include "intake/layout_words.h"
#include "intake/pdf_lines.h"
#include "intake/read_plain_text.h"
#include "intake/sha256.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::string_view kLayoutLost =
    "layout lost: the text was taken out of a PDF; look at tables, columns and headings in the PDF itself";

/// Latin ligatures of typesetting, U+FB00 to U+FB06.
constexpr std::array<std::string_view, 7> kLigatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/// `text` with ligatures spelt out, without control characters but line ends and form feeds.
std::string spell_out(std::string_view text) {
  std::string spelt;
  spelt.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const char32_t c = point.value;
    if (c >= 0xFB00 && c <= 0xFB06) {
      spelt += kLigatures.at(c - 0xFB00);
    } else if (c >= U' ' || c == U'\n' || c == U'\f' || c == U'\t') {
      spelt += text.substr(at, point.size);
    }
    at += point.size;
  }
  return spelt;
}

bool is_word_part(char32_t c) {
  return is_letter(c) || is_hyphen(c);
}

/// The letters and hyphens that end `text`.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const CodePoint point = decode_before(text, begin);
    if (!is_word_part(point.value)) break;
    begin -= point.size;
  }
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint point = decode_at(text, end);
    if (!is_word_part(point.value)) break;
    end += point.size;
  }
  return text.substr(0, end);
}

/// Joins lines to paragraphs; knows from the words of the whole text whether a hyphen at a line's end is a word's own.
class LineJoiner {
 public:
  explicit LineJoiner(const std::vector<PdfLine>& lines) {
    for (const PdfLine& line : lines) {
      for (std::string_view rest = line.words; !rest.empty();) {
        const std::string_view word = first_word(rest);
        if (word.empty()) {
          rest.remove_prefix(decode_at(rest, 0).size);
          continue;
        }
        if (word.size() < rest.size() && !is_hyphen(decode_before(word, word.size()).value)) add_word(word);
        rest.remove_prefix(word.size());
      }
    }
  }

  void append(std::string& paragraph, std::string_view line) const {
    constexpr std::string_view kSoftHyphen = "\xC2\xAD";
    const std::string_view head = first_word(line);
    if (paragraph.ends_with(kSoftHyphen)) {
      paragraph.resize(paragraph.size() - kSoftHyphen.size());
    } else if (paragraph.ends_with('-') || paragraph.ends_with("\u2010")) {
      if (head.empty() || !is_lower_case(decode_at(head, 0).value)) {
        paragraph += paragraph.ends_with(" -") ? " " : "";
      } else if (!keeps_hyphen(last_word(paragraph), head)) {
        paragraph.resize(paragraph.size() - (paragraph.ends_with('-') ? 1 : 3));
      }
    } else if (!paragraph.ends_with("—") && !line.starts_with("—")) {
      paragraph += ' ';
    }
    paragraph += line;
  }

 private:
  void add_word(std::string_view word) {
    words_.insert(fold_case(word));
    const std::size_t hyphen = word.find('-');
    if (hyphen != std::string_view::npos && hyphen > 0) compounds_.insert(fold_case(word.substr(0, hyphen + 1)));
  }

  /// `front` ends with the hyphen.
  [[nodiscard]] bool keeps_hyphen(std::string_view front, std::string_view back) const {
    const std::string whole = fold_case(front) + fold_case(back);
    if (words_.contains(whole)) return true;
    const std::size_t hyphen = fold_case(front).size() - (front.ends_with('-') ? 1 : 3);
    std::string joined = whole;
    joined.erase(hyphen, front.ends_with('-') ? 1 : 3);
    if (words_.contains(joined)) return false;
    if (front.find('-') + 1 < front.size()) return true;  // "double-blind-" has more than one
    if (is_compound_front(front.substr(0, front.find_first_of("-\xE2")))) return back.size() > 3;
    return compounds_.contains(fold_case(front)) && words_.contains(fold_case(back));
  }

  std::unordered_set<std::string> words_;
  std::unordered_set<std::string> compounds_;  ///< first parts, with the hyphen
};

std::string join_lines(const std::vector<PdfLine>& lines) {
  const LineJoiner joiner(lines);
  const std::size_t full_width = find_full_width(lines);
  std::string text;
  std::string paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && goes_on(lines[i - 1], lines[i], full_width)) {
      joiner.append(paragraph, lines[i].words);
      continue;
    }
    if (i > 0) text += paragraph + (lines[i].gap == PdfGap::blank ? "\n\n" : "\n");
    paragraph = lines[i].words;
  }
  text += paragraph;
  if (!text.empty()) text += '\n';
  return text;
}

}  // namespace

Document read_pdf_text(std::string_view printed, std::string_view pdf, std::string_view name) {
  Document document;
  document.name = name.substr(name.find_last_of('/') + 1);  // npos + 1 is 0: no folder
  document.sha256 = sha256_hex(pdf);
  document.format = DocumentFormat::pdf;
  const std::string spelt = spell_out(repair_utf8(printed));
  document.text = join_lines(split_pdf_lines(spelt));
  read_paragraph_lines(document);
  if (document.blocks.empty()) {
    throw Error(ErrorKind::input, fmt::format("{}: no text in the PDF, only pictures of it; recognise its text (OCR) "
                                              "first, or give it as .docx or .txt",
                                              name));
  }
  document.problems.emplace_back(kLayoutLost);
  return document;
}

}  // namespace claimcheck
