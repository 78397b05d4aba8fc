// Any bytes, written into a report: the page shows them as text, the terminal obeys none of them, no character is cut.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "report/html.h"
#include "report/quote_context.h"
#include "report/text_layout.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool has_control(std::string_view text) {
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::string html = claimcheck::escape_html(bytes).markup();
  require(html.find_first_of("<>\"'") == std::string::npos);
  require(claimcheck::is_valid_utf8(html));

  const std::string line = claimcheck::to_line(bytes);
  require(!has_control(line) && line.find('\n') == std::string::npos);
  require(claimcheck::is_valid_utf8(line));

  const std::size_t width = size % 60;
  const std::string text = claimcheck::lay_out({{line}}, {2, 4}, {false, width});
  std::istringstream lines(text);
  for (std::string part; std::getline(lines, part);) {
    require(claimcheck::is_valid_utf8(part));
    require(claimcheck::count_columns(part) <= std::max<std::size_t>(width, 24));
  }
  require(claimcheck::count_columns(claimcheck::shorten(line, 20)) <= 20);

  const claimcheck::Span span = claimcheck::shown_span(bytes, {size / 3, size / 2});
  require(span.begin <= span.end && span.end <= size);
  return 0;
}
