#include "cli/annotated_docx.h"

#include <algorithm>
#include <cstddef>

#include "core/error.h"
#include "report/write_docx.h"

namespace claimcheck {
namespace {

bool is_docx(const Document& article) {
  return article.format == DocumentFormat::docx;
}

}  // namespace

void check_has_one_docx(const ClaimsInput& input) {
  const auto count = std::count_if(input.articles.begin(), input.articles.end(), is_docx);
  if (count == 1) return;
  throw Error(ErrorKind::usage, count == 0
                                    ? "--docx writes comments into a Word document, and none of the files is one; use "
                                      "--html or --md"
                                    : "--docx writes comments into one Word document; check the others by themselves");
}

std::string annotate_docx(const ClaimsInput& input, const Run& run) {
  const Document& article = *std::find_if(input.articles.begin(), input.articles.end(), is_docx);
  const auto document = std::find_if(input.documents.begin(), input.documents.end(),
                                     [&](const InputDocument& each) { return each.sha256 == article.sha256; });
  return write_docx(run, article, input.texts[static_cast<std::size_t>(document - input.documents.begin())]);
}

}  // namespace claimcheck
