#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace claimcheck {

/// What stands between two lines of a PDF.
enum class PdfGap { none, page, blank };

/// A line that pdftotext printed and that is the text's own.
struct PdfLine {
  std::string_view words;      ///< without white space at both ends
  PdfGap gap = PdfGap::blank;  ///< before it
  std::size_t width = 0;       ///< code points
};

/// The lines of `printed` without running heads and feet (what stands, figures aside, at the top or bottom of several
/// pages) and page numbers.
std::vector<PdfLine> split_pdf_lines(std::string_view printed);

/// The shortest that a line and the first word of the next are together where a line was full, so that the next goes on
/// with its paragraph.
std::size_t find_full_width(const std::vector<PdfLine>& lines);

/// True when `next` goes on with the paragraph of `line`, or `line` is but its bullet.
bool goes_on(const PdfLine& line, const PdfLine& next, std::size_t full_width);

}  // namespace claimcheck
