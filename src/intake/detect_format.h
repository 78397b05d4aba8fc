#pragma once

#include <string_view>

namespace claimcheck {

/// What a file is to be read as.
enum class InputFormat { claims, text, markdown, html, docx, pdf };

/// What `bytes` of a file called `name` are: by what they begin with, and where that says nothing, by the extension of
/// the name (.json, .txt, .text, .md, .markdown, .html, .htm, .xhtml); a text without an extension is Markdown when it
/// has headings of Markdown, else plain. Throws Error(input) naming the file and the way out for what cannot be read:
/// older and other office formats, pictures, archives, programs, an empty file, and names with another extension.
InputFormat detect_format(std::string_view bytes, std::string_view name);

}  // namespace claimcheck
