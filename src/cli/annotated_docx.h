#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/report.h"

namespace CLI {
class App;
}

namespace claimcheck {

/// Adds --docx FILE with `what` it writes.
void add_docx_option(CLI::App& command, std::string& path, const std::string& what);

/// The only one of the articles that is a Word document: the one that --docx writes comments into. Throws Error(usage)
/// where there is none, or several.
const Document& only_docx(const std::vector<Document>& articles);

/// Throws Error(usage) when a Word document would go to a terminal.
void check_docx_output(const std::string& path);

/// The bytes of every article that --docx can write comments into, for a project to keep. `texts`: the bytes of each of
/// the run's documents. The result points into them.
std::vector<std::string_view> docx_originals(const Run& run, const std::vector<std::string>& texts);

}  // namespace claimcheck
