#include "intake/read_document.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "intake/decode_text.h"
#include "intake/detect_format.h"
#include "intake/read_html.h"
#include "intake/read_markdown.h"
#include "intake/read_plain_text.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

/// Fills in the blocks of `document`, whose text is decoded from `bytes` first.
void read_text_format(Document& document, std::string_view bytes, std::string_view name) {
  DecodedText decoded = decode_text(bytes, name, document.format == DocumentFormat::html);
  document.text = std::move(decoded.text);
  document.problems = std::move(decoded.problems);
  if (document.format == DocumentFormat::html) return read_html(document);
  if (document.format == DocumentFormat::markdown) return read_markdown(document);
  read_plain_text(document);
}

DocumentFormat format_of(InputFormat format, std::string_view name) {
  switch (format) {
    case InputFormat::text:
      return DocumentFormat::text;
    case InputFormat::markdown:
      return DocumentFormat::markdown;
    case InputFormat::html:
      return DocumentFormat::html;
    case InputFormat::docx:
      throw Error(ErrorKind::input, fmt::format("{}: a Word document, which is not read here; give its text", name));
    case InputFormat::pdf:
      throw Error(ErrorKind::input, fmt::format("{}: a PDF, whose text must be taken with pdftotext first", name));
    case InputFormat::claims:
      break;
  }
  throw Error(ErrorKind::input, fmt::format("{}: a claims file (JSON), no article", name));
}

}  // namespace

Document read_document(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMaxDocumentSize) {
    throw Error(ErrorKind::input,
                fmt::format("{}: over {} MiB, too large for an article; split it", name, kMaxDocumentSize >> 20U));
  }
  Document document;
  document.format = format_of(detect_format(bytes, name), name);
  document.name = name.substr(name.find_last_of('/') + 1);  // npos + 1 is 0: no folder
  document.sha256 = sha256_hex(bytes);
  read_text_format(document, bytes, name);
  if (document.blocks.empty()) {
    throw Error(ErrorKind::input, fmt::format("{}: no text in it to check; give the article's text", name));
  }
  return document;
}

}  // namespace claimcheck
