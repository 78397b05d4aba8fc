#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// `text` as other programs can read it: ill-formed UTF-8, control characters, marks that reorder text and code points
/// that are no characters become U+FFFD; tabs stay, and a line break of any make becomes "\n".
std::string clean_text(std::string_view text);

}  // namespace claimcheck
