#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/document.h"

namespace claimcheck {

/// True for bytes that begin as JSON does, or a name that ends in .json: a claims file, not an article.
bool looks_like_claims_file(std::string_view bytes, std::string_view name);

/// Reads an article: DOCX, HTML, Markdown, plain text, or a PDF through the program pdftotext. Throws Error(input), one
/// line that names the file and the way out, on everything else and on what is damaged or hostile.
Document read_article(std::string_view bytes, const std::string& name);

/// The claims of an article, with ids "C-01", "C-02", … that none of `others` has.
std::vector<Claim> extract_article_claims(const Document& article, const std::vector<Claim>& others);

}  // namespace claimcheck
