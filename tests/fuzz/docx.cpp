// Whatever stands in the body of a Word document, read_docx keeps the promises of core/document.h or throws
// Error(input), and comments put at any words of it leave its text as it was. First byte: where the comments go; the
// rest: the content of w:body, and behind a line "@@" that of w:footnotes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "intake/read_docx.h"
#include "ooxml/docx_comments.h"
#include "support/docx_builder.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_block(const claimcheck::Block& block, const claimcheck::Document& document, std::size_t number) {
  require(block.number == number && !block.text.empty() && claimcheck::is_valid_utf8(block.text));
  require(block.text.find_first_of("\n\r\t") == std::string::npos && block.text.find("  ") == std::string::npos);
  require(block.text.front() != ' ' && block.text.back() != ' ');
  const auto place = claimcheck::find_in_document(block, {0, block.text.size()});
  require(place && claimcheck::slice(document.text, *place) == block.text);
  std::size_t begin = 0;
  for (const auto& mark : block.marks) {
    require(mark.span.begin >= begin && mark.span.begin <= mark.span.end && mark.span.end <= block.text.size());
    begin = mark.span.begin;
  }
}

std::size_t at_character(const std::string& text, std::size_t at) {
  at %= text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return at;
}

void comment_anywhere(const std::string& bytes, std::size_t seed) {
  const claimcheck::DocxPackage package(bytes, "fuzz.docx");
  const claimcheck::DocxText text = claimcheck::read_docx_text(package);
  std::vector<claimcheck::DocxComment> comments;
  for (std::size_t i = 0; i < text.paragraphs.size() && i < 8; ++i) {
    const std::string& words = text.paragraphs[i].text;
    for (std::size_t step = 0; step < 2; ++step) {
      seed = seed * 6364136223846793005U + 1442695040888963407U;
      const std::size_t begin = at_character(words, seed >> 33U);
      std::size_t end = at_character(words, seed >> 13U);
      if (end <= begin) end = words.size();
      comments.push_back({i, {begin, end}, std::to_string(comments.size()), {{{"fuzz"}}}});
    }
  }
  const std::string annotated = claimcheck::add_comments(package, text, comments, {"fuzz", "f", ""});
  require(claimcheck::read_docx(annotated, "fuzz.docx").blocks.size() == text.paragraphs.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string input(data + 1, data + size);
  claimcheck::DocxSketch sketch;
  const std::size_t cut = std::min(input.find("\n@@\n"), input.size());
  sketch.body = input.substr(0, cut);
  if (cut < input.size()) sketch.footnotes = input.substr(cut + 4);
  sketch.styles = R"(<w:style w:type="paragraph" w:styleId="S"><w:name w:val="heading 2"/></w:style>)";
  const std::string bytes = claimcheck::make_docx(sketch);
  try {
    const claimcheck::Document document = claimcheck::read_docx(bytes, "fuzz.docx");
    for (std::size_t i = 0; i < document.blocks.size(); ++i) check_block(document.blocks[i], document, i + 1);
    comment_anywhere(bytes, data[0]);
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input && claimcheck::is_valid_utf8(message));
    require(message.find('\n') == std::string_view::npos && message.size() < 2000);
  }
  return 0;
}
