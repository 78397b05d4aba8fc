#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "../intake/document_properties.h"
#include "core/document.h"
#include "core/error.h"
#include "text/utf8.h"

namespace claimcheck {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// `read` gives the same document each time, one that keeps the properties of all documents, or throws Error(input)
/// with a message of one line.
template <typename Read>
void require_document(const Read& read) {
  try {
    const Document document = read();
    require(broken_property(document).empty());
    require(!document.blocks.empty() && document == read());
  } catch (const Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == ErrorKind::input && message.starts_with("fuzz."));
    require(message.find('\n') == std::string_view::npos && is_valid_utf8(message));
  }
}

}  // namespace claimcheck
