#include "cli/annotated_docx.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>

#include "cli/output_file.h"
#include "core/error.h"

namespace claimcheck {
namespace {

bool is_docx(const Document& article) {
  return article.format == DocumentFormat::docx;
}

}  // namespace

void add_docx_option(CLI::App& command, std::string& path, const std::string& what) {
  command.add_option("--docx", path, what)->type_name("FILE")->group("Reports");
}

const Document& only_docx(const std::vector<Document>& articles) {
  const auto count = std::count_if(articles.begin(), articles.end(), is_docx);
  if (count == 1) return *std::find_if(articles.begin(), articles.end(), is_docx);
  throw Error(ErrorKind::usage, count == 0
                                    ? "--docx writes comments into a Word document, and none of the files is one; use "
                                      "--html or --md"
                                    : "--docx writes comments into one Word document; check the others by themselves");
}

void check_docx_output(const std::string& path) {
  if (is_standard_output(path) && isatty(STDOUT_FILENO) == 1) {
    throw Error(ErrorKind::usage, "a Word document is not shown at a terminal; name a file for --docx, or pipe it");
  }
}

std::vector<std::string_view> docx_originals(const Run& run, const std::vector<std::string>& texts) {
  const std::vector<InputDocument>& documents = run.provenance.documents;
  std::vector<std::string_view> originals;
  for (const Document& article : run.articles) {
    if (!is_docx(article)) continue;
    const auto document = std::find_if(documents.begin(), documents.end(),
                                       [&](const InputDocument& each) { return each.sha256 == article.sha256; });
    originals.emplace_back(texts.at(static_cast<std::size_t>(document - documents.begin())));
  }
  return originals;
}

}  // namespace claimcheck
