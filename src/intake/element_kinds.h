#pragma once

#include <cstdint>
#include <string_view>

namespace claimcheck {

/// What an element of HTML is to a reader of its text.
enum class ElementKind : std::uint8_t {
  inline_text,
  block,
  paragraph,
  heading,
  list,
  item,
  definition,
  table,
  row_group,
  row,
  cell,
  caption,
  quotation,
  main,
  article,
  header,
  boilerplate,
  form,
  aside,
  left_out,
  line_break,
  rule,
  empty,
  link,
  superscript,
  strong,
  quoted,
  preformatted,
  code,
};

/// Of the element with this name, in lower case; what is not known is inline text.
ElementKind kind_of_element(std::string_view name);

/// True of elements that begin and end a block of text.
bool is_block_element(ElementKind kind);

}  // namespace claimcheck
