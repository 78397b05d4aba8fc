#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// The encoding that a page says it is in.
struct DeclaredCharset {
  std::string label;          ///< as it says
  std::string_view encoding;  ///< iconv's name of what browsers take the label for; empty when it is not known
};

/// By `<meta charset="…">`, `<meta http-equiv … content="text/html; charset=…">` or `<?xml … encoding="…"?>` in the
/// first 4096 bytes; nullopt when there is none. UTF-16, which cannot be read from such a page, is UTF-8 to browsers.
std::optional<DeclaredCharset> find_declared_charset(std::string_view bytes);

}  // namespace claimcheck
