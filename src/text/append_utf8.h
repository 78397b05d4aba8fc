#pragma once

#include <string>

namespace claimcheck {

/// Appends the code point `c` in UTF-8; a surrogate, or what is beyond Unicode, as U+FFFD.
void append_utf8(std::string& text, char32_t c);

}  // namespace claimcheck
