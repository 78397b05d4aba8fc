#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// What the program pdftotext (package poppler-utils) prints of a PDF, in UTF-8, a form feed between pages. The bytes
/// reach it in memory: nothing is written to disk. `name` stands for the file in messages. Throws Error(input) when the
/// program is not installed, cannot read the PDF (damaged, or locked by a password), takes longer than a minute, or
/// prints more than 64 MiB.
std::string read_pdf_with_pdftotext(std::string_view bytes, const std::string& name);

}  // namespace claimcheck
