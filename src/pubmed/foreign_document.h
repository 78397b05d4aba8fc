#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimcheck {

/// How much of a document describe_foreign_document looks at, in bytes.
inline constexpr std::size_t kForeignHead = 2048;

/// What a document that is no PubMed XML seems to be, by its first bytes, as the end of a sentence: "is an HTML page,
/// not PubMed XML (“502 Bad Gateway”)". Text of an XML or HTML answer is quoted; JSON is not, because E-utilities
/// repeat the caller's API key in it.
std::string describe_foreign_document(std::string_view head);

/// What a message can quote of `markup`: its text without tags, on one line, valid UTF-8, at most about 120 bytes.
std::string quote_text(std::string_view markup);

}  // namespace claimcheck
