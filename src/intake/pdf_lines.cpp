#include "intake/pdf_lines.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "intake/inline_text.h"
#include "intake/line_shape.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

/// How many lines at the top and at the bottom of a page may be a running head or foot.
constexpr std::size_t kEdge = 3;
constexpr std::size_t kLongestHead = 200;
constexpr std::size_t kFewestSure = 5;

using Page = std::vector<PdfLine>;

/// Without white space at both ends; a soft hyphen stays.
std::string_view trim(std::string_view line) {
  const auto is_blank = [](const CodePoint& point) { return is_space(point.value); };
  while (!line.empty() && is_blank(decode_at(line, 0))) line.remove_prefix(decode_at(line, 0).size);
  while (!line.empty() && is_blank(decode_before(line, line.size()))) {
    line.remove_suffix(decode_before(line, line.size()).size);
  }
  return line;
}

std::vector<Page> split_pages(std::string_view printed) {
  std::vector<Page> pages(1);
  PdfGap gap = PdfGap::blank;
  while (!printed.empty()) {
    const std::size_t end = std::min(printed.find_first_of("\n\f"), printed.size());
    const std::string_view words = trim(printed.substr(0, end));
    if (words.empty() && gap == PdfGap::none) gap = PdfGap::blank;
    if (!words.empty()) {
      pages.back().push_back({words, gap, width_of(words)});
      gap = PdfGap::none;
    }
    if (end < printed.size() && printed[end] == '\f') {
      pages.emplace_back();
      gap = PdfGap::page;
    }
    printed.remove_prefix(std::min(end + 1, printed.size()));
  }
  return pages;
}

/// What running heads have in common: the figures in them are one.
std::string without_figures(std::string_view words) {
  std::string same;
  for (const char c : words) {
    const bool figure = is_digit(static_cast<unsigned char>(c));
    if (!figure) same += c;
    if (figure && !same.ends_with('#')) same += '#';
  }
  return same;
}

/// "3", "- 3 -", "xii", "Page 3 of 16", "3/16".
bool is_page_number(std::string_view words) {
  if (words.size() > 24) return false;
  const std::string folded = fold_case(words);
  bool figures = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = std::string_view(folded).substr(at);
    const char c = folded[at];
    const bool figure = is_digit(static_cast<unsigned char>(c));
    figures = figures || figure;
    if (rest.starts_with("page")) {
      at += 4;
    } else if (rest.starts_with("of")) {
      at += 2;
    } else if (figure || c == ' ' || c == '-' || c == '/' || c == '|' || c == '.') {
      ++at;
    } else {
      return folded.find_first_not_of("ivxl") == std::string::npos && folded.size() <= 6;
    }
  }
  return figures;
}

bool is_at_edge(const Page& page, std::size_t line) {
  return line < kEdge || line + kEdge >= page.size();
}

using LineCounts = std::unordered_map<std::string, std::size_t>;

/// How often lines stand at the edges of pages, figures aside.
LineCounts count_edges(const std::vector<Page>& pages) {
  LineCounts counts;
  for (const Page& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (is_at_edge(page, i) && page[i].words.size() <= kLongestHead) ++counts[without_figures(page[i].words)];
    }
  }
  return counts;
}

/// A running head or foot, or the number of a page.
bool is_furniture(const Page& page, std::size_t line, const LineCounts& counts, std::size_t several) {
  if (!is_at_edge(page, line)) return false;
  const auto seen = counts.find(without_figures(page[line].words));
  return (seen != counts.end() && seen->second >= several) || is_page_number(page[line].words);
}

bool is_bullet(std::string_view words) {
  return words.size() <= 4 && list_mark_size(std::string(words) + " x") > 0 && !is_letter(decode_at(words, 0).value) &&
         !is_digit(decode_at(words, 0).value);
}

bool begins_in_a_sentence(std::string_view words) {
  if (begins_lower_case(words)) return true;
  const char32_t first = decode_at(words, 0).value;
  return first == U')' || first == U',' || first == U';' || first == U'—' || first == U'–' || first == U'%';
}

std::size_t width_with_next(const PdfLine& line, const PdfLine& next) {
  return line.width + 1 + width_of(next.words.substr(0, next.words.find(' ')));
}

/// "treat-", "2-"
bool ends_in_a_word(std::string_view words) {
  if (words.size() < 2 || !words.ends_with('-')) return false;
  const char32_t before = decode_before(words, words.size() - 1).value;
  return is_letter(before) || is_digit(before);
}

/// No end of a sentence, and nothing announced.
bool is_open(std::string_view words) {
  return !ends_sentence(words) && words.back() != ':';
}

}  // namespace

std::vector<PdfLine> split_pdf_lines(std::string_view printed) {
  const std::vector<Page> pages = split_pages(printed);
  const LineCounts counts = count_edges(pages);
  const std::size_t several = std::max<std::size_t>(2, pages.size() / 4);
  std::vector<PdfLine> lines;
  bool new_page = false;
  bool after_furniture = false;
  for (const Page& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      new_page = new_page || (i == 0 && !lines.empty());
      if (is_furniture(page, i, counts, several)) {
        after_furniture = true;
        continue;
      }
      lines.push_back(page[i]);
      if (new_page || after_furniture) lines.back().gap = PdfGap::page;
      new_page = after_furniture = false;
    }
  }
  return lines;
}

std::size_t find_full_width(const std::vector<PdfLine>& lines) {
  std::vector<std::size_t> sure;
  std::size_t widest = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    widest = std::max(widest, lines[i].width);
    const bool within = lines[i + 1].gap == PdfGap::none && is_open(lines[i].words);
    if (within && begins_in_a_sentence(lines[i + 1].words)) sure.push_back(width_with_next(lines[i], lines[i + 1]));
  }
  if (sure.size() < kFewestSure) return widest * 4 / 5;
  const auto tenth = sure.begin() + static_cast<std::ptrdiff_t>(sure.size() / 10);
  std::nth_element(sure.begin(), tenth, sure.end());
  return *tenth;
}

bool goes_on(const PdfLine& line, const PdfLine& next, std::size_t full_width) {
  if (is_bullet(line.words)) return !is_bullet(next.words);
  if (is_bullet(next.words)) return false;
  if (next.gap != PdfGap::blank && ends_in_a_word(line.words)) return true;
  const bool full = width_with_next(line, next) >= full_width;
  const bool inside = begins_in_a_sentence(next.words);
  const bool open = is_open(line.words);
  if (has_list_mark(next.words) && !(full && open && inside)) return false;
  if (open && inside) return next.gap == PdfGap::blank ? full : line.width * 2 >= full_width;
  if (!full || next.gap == PdfGap::blank) return false;
  if (line.words.back() == ':') return inside;
  if (is_heading_line(line.words) && is_title_case(line.words)) return false;
  return open || next.gap == PdfGap::none;
}

}  // namespace claimcheck
