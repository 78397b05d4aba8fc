#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// The document as it is when somebody has answered the comment that claimcheck wrote on a claim, as Word saves it.
/// Throws std::invalid_argument when there is no such comment.
std::string add_reply(std::string_view document, const std::string& claim, const std::string& author,
                      const std::string& text);

}  // namespace claimcheck
