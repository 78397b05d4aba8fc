#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// A Word file with claims of a run in it.
struct DocxArticle {
  std::string bytes;
  Document document;
  Run run;
};

/// A manuscript that has what is hard about Word files, with the claims of sample_run() on these words of it, in turn;
/// words come from the first block that holds them.
DocxArticle docx_article(const std::vector<std::string>& words);

/// Words of the manuscript: over several runs, in a link, a field, an insertion, a table, a control, a text box, a
/// note.
const std::vector<std::string>& words_of_article();

}  // namespace claimcheck
