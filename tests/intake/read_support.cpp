#include "intake/read_support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "core/span.h"
#include "document_properties.h"
#include "intake/read_document.h"

namespace claimcheck {

Document read_checked(std::string_view bytes, std::string_view name) {
  Document document = read_document(bytes, name);
  EXPECT_EQ(broken_property(document), "") << bytes.substr(0, 500);
  EXPECT_EQ(document, read_document(bytes, name));
  return document;
}

std::string outline(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) {
    lines += to_string(block.kind);
    if (block.level > 0) lines += std::to_string(block.level);
    lines += ": " + block.text;
    for (const std::string& header : block.headers) lines += " {" + header + "}";
    if (!block.anchor.empty()) lines += " #" + block.anchor;
    for (const ReferenceMark& mark : block.marks) {
      lines += fmt::format(" <{}{}|{}>", mark.superscript ? "^" : "", slice(block.text, mark.span), mark.url);
    }
    if (block.suppressed) lines += " (" + *block.suppressed + ")";
    lines += '\n';
  }
  return lines;
}

void expect_blocks(std::string_view name, const std::vector<OutlineCase>& cases) {
  for (const OutlineCase& c : cases) EXPECT_EQ(outline(read_checked(c.text, name)), c.blocks) << c.text;
}

std::string refusal_of(std::string_view bytes, std::string_view name) {
  try {
    read_document(bytes, name);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_EQ(std::string_view(error.what()).find('\n'), std::string_view::npos);
    return error.what();
  }
  return {};
}

}  // namespace claimcheck
