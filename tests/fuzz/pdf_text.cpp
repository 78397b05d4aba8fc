// read_pdf_text of anything that pdftotext could print gives a document that keeps its promises and whose text has a
// paragraph a line, or throws Error(input).
#include <cstddef>
#include <cstdint>
#include <string>

#include "intake/read_pdf_text.h"
#include "read_any.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string printed(data, data + size);
  claimcheck::require_document([&] {
    claimcheck::Document document = claimcheck::read_pdf_text(printed, "%PDF", "fuzz.pdf");
    claimcheck::require(document.text.find('\f') == std::string::npos && !document.problems.empty());
    for (const claimcheck::Block& block : document.blocks) {
      if (block.pieces.empty()) continue;
      const auto begin = block.pieces.front().source.begin;
      const auto end = block.pieces.back().source.end;
      claimcheck::require(document.text.substr(begin, end - begin).find('\n') == std::string::npos);
    }
    return document;
  });
  return 0;
}
